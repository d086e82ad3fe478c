internal import Assessment

/// The files of one work as a school brought them, with what was said and done since. Codes only, but for the person's
/// own files, which lie beside it and leave with it.
struct Submission: Codable, Sendable, Identifiable {
  /// A file of it.
  struct File: Codable, Sendable, Identifiable {
    /// The name on disk, never the person's.
    let id: String
    /// The name that the person gave it.
    var name: String
    /// What it was recognised as: `transcription`, `scores`, `form`, `otherForm`, `roster`, or why it is of no use.
    var role: String
    /// By what it was told, in Russian.
    var why: String
    /// The grade that it tells.
    var grade: Int?
    /// The subject that it tells, by its code.
    var subject: String?
    /// How many times a cell was mended here; each leaves a version on disk.
    var version = 0

    /// The name that fits the bytes: a mended copy is an XLSX, whatever the person's file was.
    var nameOfContent: String {
      guard version > 0, !name.lowercased().hasSuffix(".xlsx") else { return name }
      return (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ".xlsx"
    }
  }

  /// A cell that was mended in the desk.
  struct Correction: Codable, Sendable {
    let file: String
    let sheet: String
    let cell: String
    let before: String
    let after: String
    /// Seconds since 1970.
    let time: Int
  }

  /// A finding that was explained.
  struct Explanation: Codable, Sendable {
    let fingerprint: String
    let code: String
    let value: String
    let text: String
  }

  /// A form that was downloaded from here and uploaded to ФИС ОКО.
  struct Upload: Codable, Sendable {
    /// The form's SHA-256.
    let digest: String
    /// Seconds since 1970.
    let time: Int
    /// What the system answered, in the person's words.
    let answer: String
    /// What became of it (``UploadNote/Outcome``).
    var outcome: String?
  }

  let id: String
  /// Seconds since 1970.
  let created: Int
  /// The school at a district's desk; `nil` at the desk of one school.
  var school: String?
  /// The work as it was last told by the files, `2024/4-МА/basic`.
  var work: String?
  var files: [File] = []
  /// The day of the test as ISO 8601, when the files do not tell it.
  var held: String?
  var corrections: [Correction] = []
  var explanations: [Explanation] = []
  var uploads: [Upload] = []

  /// Of several forms the one is filled that fits the transcription, else the one that came last; the others stay and say
  /// so.
  mutating func chooseForm() {
    let forms = files.indices.filter { files[$0].role == "form" || files[$0].role == "otherForm" }
    let sheets = files.filter { $0.role == "transcription" || $0.role == "scores" }
    let (grade, subject) = (sheets.lazy.compactMap(\.grade).first, sheets.lazy.compactMap(\.subject).first)
    func fit(_ file: File) -> Int {
      func agrees<Value: Equatable>(_ one: Value?, _ other: Value?) -> Int {
        one == nil || other == nil ? 0 : one == other ? 1 : -1
      }
      return agrees(file.grade, grade) + agrees(file.subject, subject)
    }
    let chosen = forms.max { (fit(files[$0]), $0) < (fit(files[$1]), $1) }
    for index in forms { files[index].role = index == chosen ? "form" : "otherForm" }
  }
}
