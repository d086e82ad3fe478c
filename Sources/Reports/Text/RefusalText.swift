public import Assessment
public import Spreadsheet

/// Why a file was refused, in words.
public enum RefusalText {
  /// One sentence with the reason word at its end.
  public static func text(_ error: SpreadsheetError, _ language: Language) -> String {
    let words = error.reason.words[language]
    return words.prefix(1).uppercased() + words.dropFirst() + " (\(error.reason.rawValue))"
  }
}
