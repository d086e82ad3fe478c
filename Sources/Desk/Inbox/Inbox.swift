internal import Assessment
internal import Foundation
internal import Workers

/// Files of many schools that the centre gives at once: laid down, then taken by `oko bulk` in a process of its own.
///
/// The registry shows the works as they are checked; what the run prints at its end is kept.
actor Inbox {
  /// How the last run went.
  enum State: Sendable {
    case idle
    case running(files: Int, step: Step?)
    case finished(text: String, code: Int32)
  }

  /// What a run is doing, and how far it is.
  struct Step: Sendable, Equatable {
    /// `files`, which are looked at, or `works`, which are checked.
    let name: String
    let done: Int
    let total: Int

    /// Reads a line of `oko bulk --tell-progress`.
    init?(_ line: some StringProtocol) {
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "files" || words[0] == "works", let done = Int(words[1]),
        let total = Int(words[2]), (0...total).contains(done)
      else { return nil }
      (name, self.done, self.total) = (String(words[0]), done, total)
    }
  }

  private let folder: PrivateFolder
  private let program: String
  private let registry: String
  private let language: Language
  private(set) var state = State.idle

  /// - Parameter program: the path of `oko-district`.
  init(_ root: PrivateFolder, program: String, registry: String, language: Language) throws(DeskError) {
    folder = try root.folder("inbox")
    self.program = program
    self.registry = registry
    self.language = language
  }

  /// Lays files down and starts a run; `false` while one is running.
  func take(_ files: [MultipartForm.File]) throws(DeskError) -> Bool {
    if case .running = state { return false }
    let pile = try folder.folder("pile")
    // A folder each keeps files of one name apart, and their names as they were: a number before one would be a grade.
    for file in files {
      let name = ShownName.of(file.name)
      // What begins with a dot is a file of the system to a run.
      try pile.folder(RandomID.make()).write(file.bytes, as: name.hasPrefix(".") ? "файл" + name : name)
    }
    state = .running(files: files.count, step: nil)
    Task { await run(pile.path) }
    return true
  }

  /// Tells a state from the next, for a page that is told of changes.
  var mark: String {
    switch state {
    case .idle: "idle"
    case .running(_, let step): step.map { "\($0.name) \($0.done)" } ?? "running"
    case .finished: "finished"
    }
  }

  /// The files that runs have written, by their paths below the folder of results.
  func results() -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: out)) ?? []
    return all.filter { path in
      var isFolder: ObjCBool = false
      return !path.split(separator: "/").contains { $0.hasPrefix(".") }
        && FileManager.default.fileExists(atPath: "\(out)/\(path)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// A result by its place in ``results()``.
  func result(_ number: Int) -> (name: String, bytes: [UInt8])? {
    let all = results()
    guard all.indices.contains(number),
      let data = FileManager.default.contents(atPath: "\(out)/\(all[number])")
    else { return nil }
    return (all[number].split(separator: "/").last.map(String.init) ?? "", Array(data))
  }

  /// Takes away what was written for a school, and every file that was laid down: whose an archive is nobody can say, and
  /// the registry remembers the works of the others.
  ///
  /// - Returns: `false` while a run is going on; nothing was done then.
  func erase(of school: String) throws(DeskError) -> Bool {
    if case .running = state { return false }
    if try folder.names().contains("pile") { try folder.removeFolder("pile") }
    let overviews = ["txt", "html", "xlsx", "json"].map { "Сводка.\($0)" }
    for name in ["Загрузка/\(school)", "Школы/\(school)"] + overviews {
      try? FileManager.default.removeItem(atPath: "\(out)/\(name)")
    }
    state = .idle
    return true
  }

  private var out: String { folder.path + "/out" }

  private func run(_ pile: String) async {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "bulk", pile, "--db", registry, "--out", out, "--lang", language.rawValue, "--tell-progress",
      "--desk-folders",
    ]
    process.standardInput = FileHandle.nullDevice
    let progress = Pipe()
    process.standardError = progress
    let output = Pipe()
    process.standardOutput = output
    do {
      try process.run()
    } catch {
      state = .finished(text: "\(error)", code: -1)
      return
    }
    let listening = Task { await listen(to: progress.fileHandleForReading) }
    let text = await Task.detached { () -> String in
      let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
      process.waitUntilExit()
      return String(decoding: data.prefix(200_000), as: UTF8.self)
    }.value
    await listening.value
    state = .finished(text: text, code: process.terminationStatus)
  }

  /// Takes note of how far a run is, until it says no more.
  private func listen(to pipe: FileHandle) async {
    let (pieces, feed) = AsyncStream<Data>.makeStream()
    pipe.readabilityHandler = { handle in
      let data = handle.availableData
      guard data.isEmpty else {
        feed.yield(data)
        return
      }
      handle.readabilityHandler = nil
      feed.finish()
    }
    var line = ""
    for await piece in pieces {
      line += String(decoding: piece, as: UTF8.self)
      let lines = line.split(separator: "\n", omittingEmptySubsequences: false)
      // What stands behind the last line end is not whole yet.
      line = String(lines.last ?? "").suffix(200).description
      if let step = lines.dropLast().compactMap({ Step($0) }).last, case .running(let files, _) = state {
        state = .running(files: files, step: step)
      }
    }
  }
}
