import Assessment
import Reports

/// A report that was asked for: `format=path`.
struct ReportFile {
  private enum Kind: String, CaseIterable {
    case text, json, explanations
  }

  private let kind: Kind
  private let file: OutputFile

  init(_ text: String, notOver inputs: [String]) throws(Failure) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else {
      let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage(
        "Отчёт «\(text)» не понят. Нужен вид формат=файл; форматы: \(known).",
        "The report «\(text)» is not format=file; formats: \(known).")
    }
    self.kind = kind
    file = try OutputFile(String(parts[1]), notOver: inputs)
  }

  func write(_ inspection: Inspection, _ language: Language) throws(Failure) {
    switch kind {
    case .text: try file.write(Array(TextReport(inspection, language).text.utf8))
    case .json: try file.write(Array(JSON(check: inspection).pretty.utf8))
    case .explanations: try file.write(ExplanationsReport(inspection, language).bytes)
    }
  }
}
