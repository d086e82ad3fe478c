public import Spreadsheet

/// Why a form could not be understood or written; nothing was written then.
public enum FormError: Error, Sendable, Hashable {
  /// The bytes are no workbook that the reader takes.
  case unreadable(SpreadsheetError)
  /// No sheet has the header of an electronic form.
  case notAForm
  /// The form has room for fewer participants than the protocol has.
  case tooFewRows(room: Int, needed: Int)
  /// The protocol was checked by other tasks than the form's.
  case otherTasks
  /// How the forms of a season look is not known, so none can be made.
  case noLayout(season: Int)
  /// The form could not be made, for the reason given.
  case cannotMake(String)
}
