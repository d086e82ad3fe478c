package import Assessment
internal import Checking
internal import Spreadsheet

extension Explanations {
  /// Reads the explanations of a file of the command line.
  package init(readingFile path: String) throws(Failure) {
    let file = try InputFile(path)
    do throws(SpreadsheetError) {
      try self.init(reading: file.bytes)
    } catch {
      throw Failure(
        .unreadable,
        say(
          "Пояснения не прочитаны: \(shown: path) (\(error.reason.rawValue))",
          "The explanations were not read: \(shown: path) (\(error.reason.rawValue))"))
    }
  }
}
