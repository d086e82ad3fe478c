public import Assessment
internal import Spreadsheet

/// A plan with the file that it was read from.
public struct PlanFile: Sendable {
  /// The file.
  public let source: Source
  /// The plan; `nil` when the file was refused.
  public let plan: Plan?

  /// Reads a workbook (XLSX, ODS, CSV) or JSON; the bytes tell which.
  ///
  /// - Throws: ``PlanDocument/Fault`` for JSON that cannot be parsed; a workbook that cannot be read is a finding.
  public init(name: String, bytes: [UInt8]) throws(PlanDocument.Fault) {
    if PlanDocument.isLikely(bytes) {
      source = Source(data: name, role: .plan, bytes: bytes)
      plan = Plan(try PlanDocument(bytes).tables)
    } else {
      source = Source(name: name, role: .plan, bytes: bytes)
      plan = source.workbook.map { Plan(PlanTable.tables(of: $0)) }
    }
  }
}
