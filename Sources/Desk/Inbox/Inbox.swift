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
    case running(files: Int)
    case finished(text: String, code: Int32)
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
    for (number, file) in files.enumerated() {
      try pile.write(file.bytes, as: "\(RandomID.make().prefix(8))-\(number + 1)-\(ShownName.of(file.name))")
    }
    state = .running(files: files.count)
    Task { await run(pile.path) }
    return true
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

  private var out: String { folder.path + "/out" }

  private func run(_ pile: String) async {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["bulk", pile, "--db", registry, "--out", out, "--lang", language.rawValue]
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    do {
      try process.run()
    } catch {
      state = .finished(text: "\(error)", code: -1)
      return
    }
    let text = await Task.detached { () -> String in
      let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
      process.waitUntilExit()
      return String(decoding: data.prefix(200_000), as: UTF8.self)
    }.value
    state = .finished(text: text, code: process.terminationStatus)
  }
}
