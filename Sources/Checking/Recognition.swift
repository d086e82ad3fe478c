public import Assessment
internal import Form
public import Spreadsheet

/// What a file of a pile is, told by its content and never by its folder: for a bulk run and for the desk.
public struct Recognition: Sendable, Hashable, Codable {
  /// What a file can be.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// A keyed protocol; with our own sheet in it, an annotated copy of one.
    case transcription
    /// A sheet of the commission.
    case scores
    /// A downloaded form without participants.
    case form
    /// A form in which participants stand.
    case filledForm
    /// A list of codes.
    case roster
    /// The plan of a district or a school.
    case plan
    /// A list of our own findings, or of their explanations, and nothing else.
    case findings
    /// A workbook that is none of these.
    case other
    /// A file that the reader refuses.
    case unreadable

    /// The role in which a check takes it; `nil` when it takes it in none.
    public var role: Source.Role? {
      switch self {
      case .transcription: .transcription
      case .scores: .scores
      case .form: .form
      case .roster: .roster
      case .filledForm, .plan, .findings, .other, .unreadable: nil
      }
    }
  }

  /// What it is.
  public let kind: Kind
  /// By what it was told, in words.
  public let why: Text
  /// Why the reader refuses it, if it does.
  public let refusal: SpreadsheetError?
  /// What each visible sheet of ours is and says of school and work, in order.
  public let sheets: [SheetIdentity]
  /// What a form says of itself.
  public let form: FormIdentity?
  /// What a list of explanations explains; that of an annotated copy is read by the check.
  public let explanations: [Explanations.Entry]

  /// Whether our own sheet with findings stands beside a protocol: an annotated copy, whose explanations a check reads.
  public var isAnnotated: Bool { kind != .findings && sheets.contains { $0.kind == .findings } }

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the name without its folder: it may tell the work of a form, never what a file is.
  public init(_ bytes: [UInt8], name: String) {
    let (source, form) = DownloadedForm.open(bytes, name: name)
    switch source.outcome {
    case .failure(let error):
      self.init(
        .unreadable, Text(error.reason.words.ru, error.reason.words.en), refusal: error)
    case .success(let workbook):
      let sheets = workbook.sheets.filter { $0.visibility == .visible }.compactMap { SheetIdentity($0) }
      // A transcription may be keyed under a form's header, our own sheet to key into has totals too: a form has rows with
      // a total and no title.
      if let form, form.isGenuine {
        let isFilled = !form.description.filled.isEmpty
        self.init(
          isFilled ? .filledForm : .form,
          isFilled
            ? Text("форма ФИС ОКО, в ней уже есть участники", "a ФИС ОКО form with participants in it")
            : Text("форма ФИС ОКО без участников", "a ФИС ОКО form without participants"),
          sheets: sheets, form: FormIdentity(form.description))
      } else {
        self.init(workbook, sheets)
      }
    }
  }

  private init(_ workbook: Workbook, _ sheets: [SheetIdentity]) {
    let explanations = Explanations(in: workbook).entries
    guard explanations.isEmpty else {
      self.init(
        .findings, Text("пояснения по отпечаткам", "explanations by fingerprint"), explanations: explanations)
      return
    }
    // The first that is there gives the file its kind.
    let order: [(SheetIdentity.Kind, Kind)] = [
      (.transcription, .transcription), (.scores, .scores), (.plan, .plan), (.codeList, .roster),
      (.findings, .findings),
    ]
    for (sheetKind, kind) in order {
      if let sheet = sheets.first(where: { $0.kind == sheetKind }) {
        // Our own sheet by itself, saved out of a copy, explains too.
        self.init(
          kind, sheet.why, sheets: sheets,
          explanations: kind == .findings ? Explanations(ownSheetOf: workbook).entries : [])
        return
      }
    }
    self.init(
      .other, Text("нет ни кодов участников, ни плана", "there are neither codes of participants nor a plan"))
  }

  private init(
    _ kind: Kind, _ why: Text, refusal: SpreadsheetError? = nil, sheets: [SheetIdentity] = [],
    form: FormIdentity? = nil, explanations: [Explanations.Entry] = []
  ) {
    self.kind = kind
    self.why = why
    self.refusal = refusal
    self.sheets = sheets
    self.form = form
    self.explanations = explanations
  }
}

/// What a downloaded form says of its work, by its codes and its file's name, and how full it is.
public struct FormIdentity: Sendable, Hashable, Codable {
  /// The year of the season.
  public let season: Int?
  /// The grade.
  public let grade: Int?
  /// The subject's code, `МА`.
  public let subject: String?
  /// The level; basic when nothing names one.
  public let level: Work.Level
  /// For how many participants it has rows.
  public let room: Int
  /// How many participants stand in it.
  public let participants: Int

  init(_ form: FormDescription) {
    season = form.name.season
    grade = form.gradeOfCodes ?? form.name.grade
    subject = form.name.subject
    level = form.name.level
    room = form.room
    participants = form.filled.count
  }
}
