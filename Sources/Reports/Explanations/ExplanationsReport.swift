public import Assessment
internal import Spreadsheet

/// The queries of an inspection as a table to be filled: fingerprint, code, explanation, value, message.
///
/// CSV with a byte order mark and semicolons, as Russian spreadsheet programs open it; explanations that were
/// given already stand in it.
public struct ExplanationsReport {
  private let inspection: Inspection
  private let language: Language

  /// The table of an inspection.
  public init(_ inspection: Inspection, _ language: Language) {
    self.inspection = inspection
    self.language = language
  }

  /// The file's bytes.
  public var bytes: [UInt8] {
    let header = [
      language.say("Отпечаток", "Fingerprint"), language.say("Код", "Code"),
      language.say("Пояснение", "Explanation"),
      language.say("Значение", "Value"),
      language.say("Что пояснить", "What to explain"),
    ]
    var rows = [header]
    for finding in inspection.findings where finding.severity == .query && finding.cause == nil {
      rows.append([
        finding.fingerprint, finding.code, Visible.still(finding.explanation ?? "", keepsLines: true),
        inspection.examination.explainedValue(of: finding),
        finding.message(language),
      ])
    }
    return PlainTable(name: "", rows: rows.map { $0.map { .text($0) } }).csv
  }
}
