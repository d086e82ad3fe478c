internal import Assessment
internal import Checking

/// What a worker answers: the head of a frame.
enum Reply: Sendable, Codable {
  /// The worker has taken its limits and regulations.
  case ready
  /// The parts: the JSON line or the text of the sheet.
  case sheet(isRefused: Bool)
  case recognised(Recognition)
  /// The part: the sheet; without one when the file is no form.
  case blank
  /// The part: the file with another value in a cell of that sheet; without one when there is no such cell.
  case corrected(sheet: String?, before: String)
  /// The parts: the JSON of the check, then the form if one was written, then the reports that were made.
  case checked(CheckedHead)
  /// Something that is not the data's fault.
  case failed(Text)
}

/// The head of an answer to `check` or `convert`.
struct CheckedHead: Sendable, Codable {
  let summary: CheckSummary
  /// The form that stands among the parts.
  var form: FormHead?
  /// Why there is no form, when one was asked for.
  var noForm: Text?
  /// For each report that was asked for, why it was not made; `nil` for one that stands among the parts.
  var problems: [Text?] = []
}

/// What is said of a written form beside its bytes.
struct FormHead: Sendable, Codable {
  let sha256: String
  let isMade: Bool
}
