public import Assessment
public import Spreadsheet

/// A form in which the result of a check can be written into a file.
///
/// The annotated copy is none of them, because it needs the bytes of the file that was checked: ``AnnotatedReport``.
public enum ReportFormat: String, Sendable, CaseIterable, Codable {
  /// The report of the screen.
  case text
  /// One JSON document: `schemas/report.schema.json`.
  case json
  /// A line of JSON for the check, then one for each finding.
  case ndjson
  /// A table of findings for spreadsheet programs, UTF-8 with byte order mark and semicolons.
  case csv
  /// A workbook: the result, the findings, what was checked and what was not.
  case xlsx
  /// One page that prints as «Протокол проверки».
  case html
  /// SARIF 2.1.0.
  case sarif
  /// JUnit's XML, as build servers read it.
  case junit
  /// The queries with room to explain them.
  case explanations

  /// The content security policy of the page, for a server that shows it: nothing is loaded, the one style is known by
  /// its digest.
  public static var pagePolicy: String { Markup.policy }

  /// The report.
  ///
  /// - Parameters:
  ///   - inspection: what was found.
  ///   - language: that of the report; JSON holds both.
  ///   - version: that of the program, for the formats that name it.
  /// - Throws: `SpreadsheetError` with `cannotWrite` when a workbook cannot be made.
  public func bytes(
    _ inspection: Inspection, _ language: Language, version: String
  ) throws(SpreadsheetError) -> [UInt8] {
    switch self {
    case .text: Array(TextReport(inspection, language).text.utf8)
    case .json: Array(JSON(check: inspection).pretty.utf8)
    case .ndjson: Array(JSON.lines(of: inspection).utf8)
    case .csv: FindingTable(inspection, language).csv
    case .xlsx: try FindingWorkbook(inspection, language, version: version).bytes()
    case .html: Array(HTMLReport(inspection, language, version: version).page.utf8)
    case .sarif: Array(JSON(sarif: inspection, language, version: version).pretty.utf8)
    case .junit: Array(JUnitReport(inspection, language).text.utf8)
    case .explanations: ExplanationsReport(inspection, language).bytes
    }
  }
}
