public import Spreadsheet

/// Why no form could be made.
public enum FormMakingError: Error, Hashable, Sendable {
  /// The criteria are those of another season than the layout.
  case otherSeason(criteria: Int, layout: Int)
  /// How this season heads the columns of a work in several parts is not known.
  case partsUnknown(season: Int)
  /// The layout lacks the header of a column, or the sheet of the protocol or of the lists.
  case layoutIncomplete(season: Int)
  /// The protocol has more rows than the form.
  case tooManyRows(count: Int, limit: Int)
  /// The package could not be written.
  case notWritten(SpreadsheetError)
}

extension FormMakingError: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    switch self {
    case .otherSeason(let criteria, let layout):
      "the criteria are those of season \(criteria), the layout is that of \(layout)"
    case .partsUnknown(let season):
      "how the form of season \(season) heads a work in several parts is not known"
    case .layoutIncomplete(let season): "the layout of season \(season) lacks a header or a sheet"
    case .tooManyRows(let count, let limit): "\(count) rows do not fit into a form of \(limit)"
    case .notWritten(let error): "the form could not be written: \(error)"
    }
  }
}
