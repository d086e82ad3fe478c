internal import Checking

extension FileFacts {
  /// Whether the reader refuses it although it was meant as a table: a letter or a picture is no table that failed.
  public var isTableThatFailed: Bool { kind == .unreadable && refusal != "notSpreadsheet" }
}
