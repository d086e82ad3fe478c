/// Why a file was refused: the run failed, nothing of the file is used.
public struct SpreadsheetError: Error, Hashable, Sendable, Codable {
  /// The reason; the words are stable and stand in the JSON of `oko sheet` and in findings FIL001–FIL003.
  public enum Reason: String, Sendable, CaseIterable, Codable {
    case emptyFile, notSpreadsheet
    case legacyXls, oleContainer, xlsbUnsupported, htmlNotXls, xmlSpreadsheet
    case encrypted
    case zipMalformed, zipInconsistent, zipMethod, zipBomb, zipOverlap
    case tooManyEntries, badEntryName, symlinkEntry, nestedArchive
    case crcMismatch, inflateError, missingPart, badRelTarget
    case dtdForbidden, xmlMalformed, xmlTooDeep, xmlTokenTooLong
    case badSharedString, tooManyStrings, stringTooLong
    case badNumber, badCellRef, badRowRef, badRepeat
    case tooManySheets, tooManyRows, tooManyColumns, tooManyCells, tooManyMerges
    case badEncoding, csvUnclosedQuote, textFileTooLarge, tooManyAttributes
    case cannotWrite
    /// The reader did not come to an end, so nothing is known of the file.
    case notRead
  }

  /// Why.
  public let reason: Reason
  /// The part of the package, if one is to blame.
  public let part: String?
  /// The line of a text file or of a part, from one.
  public let line: Int?
  /// The limit that was exceeded, if one was.
  public let limit: Int?

  /// An error with its reason and, where they are known, the part, the line and the limit.
  public init(_ reason: Reason, part: String? = nil, line: Int? = nil, limit: Int? = nil) {
    self.reason = reason
    self.part = part
    self.line = line
    self.limit = limit
  }

  func inPart(_ name: String) -> SpreadsheetError {
    part == nil ? SpreadsheetError(reason, part: name, line: line, limit: limit) : self
  }
}

extension SpreadsheetError: CustomStringConvertible {
  /// The reason word with the part and the line in brackets, for a log.
  public var description: String {
    let details = [part, line.map { "line \($0)" }, limit.map { "limit \($0)" }].compactMap { $0 }
    return details.isEmpty ? reason.rawValue : "\(reason.rawValue) (\(details.joined(separator: ", ")))"
  }
}
