import Foundation
import Testing

/// Compares text with a file of `fixtures/golden`; a file that is not there is written, and the test fails once.
func expectGolden(_ text: String, named name: String, at location: SourceLocation = #_sourceLocation) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures/golden/statistics").standardized
  let file = folder.appending(path: name)
  guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("\(name) was recorded: look at it and run again.", sourceLocation: location)
    return
  }
  // Whole documents in a message would be of no use; the first line that differs is.
  let differing = zip(text.split(separator: "\n"), golden.split(separator: "\n")).first { $0 != $1 }
  #expect(
    text == golden, "\(name): \(differing.map { "«\($0)» ≠ «\($1)»" } ?? "length")", sourceLocation: location)
}
