internal import Assessment
internal import Checking
internal import FoundationEssentials

/// Keeps submissions in a folder of the desk; what a call has stored is on the disk when it returns.
actor SubmissionStore {
  private let folder: PrivateFolder
  private var all: [String: Submission] = [:]

  /// Opens the store and sweeps what an interrupted run has left.
  init(_ root: PrivateFolder) throws(DeskError) {
    folder = try root.folder("submissions")
    for name in try folder.names() where RandomID.isOne(name) {
      let inner = try folder.folder(name)
      try inner.sweep()
      guard let bytes = try inner.read("submission.json") else { continue }
      guard let submission = try? JSONDecoder().decode(Submission.self, from: Data(bytes)) else {
        throw .damaged("submissions/\(name)/submission.json")
      }
      all[name] = submission
    }
  }

  /// The submissions of a school, the latest first.
  func list(of school: String?) -> [Submission] {
    all.values.filter { $0.school == school }.sorted { ($0.created, $0.id) > ($1.created, $1.id) }
  }

  /// A submission; `nil` when there is none of that name.
  subscript(id: String) -> Submission? { all[id] }

  /// Begins a submission.
  func create(of school: String?, at time: Int) throws(DeskError) -> Submission {
    let submission = Submission(id: RandomID.make(), created: time, school: school)
    try save(submission)
    return submission
  }

  /// Changes a submission; `nil` when there is none of that name.
  func change(
    _ id: String, _ body: (inout Submission) -> Void
  ) throws(DeskError) -> Submission? {
    guard var submission = all[id] else { return nil }
    body(&submission)
    try save(submission)
    return submission
  }

  /// Adds a file; it lies on the disk before the submission names it.
  func add(_ bytes: [UInt8], _ file: Submission.File, to id: String) throws(DeskError) {
    guard all[id] != nil else { return }
    try folder.folder(id).write(bytes, as: Self.name(file))
    _ = try change(id) { $0.files.append(file) }
  }

  /// Puts a new version of a file beside the older ones.
  func put(_ bytes: [UInt8], _ correction: Submission.Correction, in id: String) throws(DeskError) {
    guard var file = all[id]?.files.first(where: { $0.id == correction.file }) else { return }
    file.version += 1
    try folder.folder(id).write(bytes, as: Self.name(file))
    _ = try change(id) { submission in
      submission.corrections.append(correction)
      if let index = submission.files.firstIndex(where: { $0.id == file.id }) {
        submission.files[index] = file
      }
    }
  }

  /// Takes back the last correction of a submission.
  func undo(_ id: String) throws(DeskError) {
    guard let last = all[id]?.corrections.last else { return }
    _ = try change(id) { submission in
      submission.corrections.removeLast()
      if let index = submission.files.firstIndex(where: { $0.id == last.file }) {
        submission.files[index].version -= 1
      }
    }
  }

  /// The bytes of a file as it stands now.
  func bytes(_ file: Submission.File, of id: String) throws(DeskError) -> [UInt8] {
    guard let bytes = try folder.folder(id).read(Self.name(file)) else { throw .damaged(file.id) }
    return bytes
  }

  /// Takes a file out of a submission.
  func remove(_ file: String, from id: String) throws(DeskError) {
    guard let found = all[id]?.files.first(where: { $0.id == file }) else { return }
    _ = try change(id) { submission in submission.files.removeAll { $0.id == file } }
    for version in 0...found.version {
      var old = found
      old.version = version
      try folder.folder(id).remove(Self.name(old))
    }
  }

  /// Takes a submission away with all its files.
  func erase(_ id: String) throws(DeskError) {
    guard all[id] != nil else { return }
    try folder.removeFolder(id)
    all[id] = nil
  }

  /// Takes away everything that a school has sent.
  func erase(of school: String) throws(DeskError) {
    for submission in list(of: school) { try erase(submission.id) }
  }

  private static func name(_ file: Submission.File) -> String { "\(file.id).\(file.version)" }

  private func save(_ submission: Submission) throws(DeskError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(submission) else { throw .damaged(submission.id) }
    try folder.folder(submission.id).write(Array(data), as: "submission.json")
    all[submission.id] = submission
  }
}
