public import Assessment

/// The queries of an inspection as a table to be filled: fingerprint, code, explanation, value, message.
///
/// CSV with a byte order mark and semicolons, as Russian spreadsheet programs open it; explanations that were given
/// already stand in it.
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
      say("Отпечаток", "Fingerprint"), say("Код", "Code"), say("Пояснение", "Explanation"),
      say("Значение", "Value"),
      say("Что пояснить", "What to explain"),
    ]
    var rows = [header]
    for finding in inspection.findings where finding.severity == .query && finding.cause == nil {
      rows.append([
        finding.fingerprint, finding.code, finding.explanation ?? "", finding.actual?.raw ?? "",
        finding.message(language),
      ])
    }
    return [0xEF, 0xBB, 0xBF] + Array(rows.map { CSVLine.text($0) }.joined().utf8)
  }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }
}

/// One line of a CSV file that a spreadsheet program may open: quoted, and no field can act as a formula.
enum CSVLine {
  static func text(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ";") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let start = text.drop { $0 == " " }.first
    let isActive = start.map { "=+-@\t\r\n\0＝＋－＠".contains($0) } ?? false
    return "\"" + (isActive ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
  }
}
