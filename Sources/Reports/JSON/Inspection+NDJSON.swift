internal import Assessment

extension JSON {
  /// The answer of `oko check` as lines: first the check itself, then each finding (`schemas/report.schema.json`,
  /// `schemas/finding.schema.json`).
  ///
  /// A program that reads it can begin before the last line is there, and sees from the first one how many follow.
  static func lines(of inspection: Inspection) -> String {
    guard case .object(let fields) = JSON(check: inspection) else { return "" }
    let head = fields.compactMap { name, value -> (String, JSON)? in
      switch name {
      case "schema": (name, .string("oko/check-lines/1"))
      case "findings": (name, .int(inspection.findings.count))
      default: (name, value)
      }
    }
    let lines = [JSON.object(head)] + findings(of: inspection)
    return lines.map { $0.line + "\n" }.joined()
  }
}
