public import Assessment

/// The answer of `oko reconcile` for a person: what differs, and how much was compared.
public struct ReconciliationText {
  private let inspection: Inspection
  private let language: Language
  private let report: TextReport
  private let styles: Styles

  /// An answer in a language, with or without colours.
  public init(_ inspection: Inspection, _ language: Language, isColoured: Bool = false) {
    self.inspection = inspection
    self.language = language
    report = TextReport(inspection, language, isColoured: isColoured)
    styles = Styles(isOn: isColoured)
  }

  /// The whole answer, ended by a line feed.
  public var text: String {
    let parts = [heading, report.findings, outcome, report.notChecked]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let names = inspection.examination.sources.prefix(2).map(\.name)
    guard names.count == 2 else { return "" }
    return styles.bold(
      language.say("Форма: \(names[0]). Выгрузка: \(names[1]).", "Form: \(names[0]). Export: \(names[1])."))
      + "\n"
  }

  private var outcome: String {
    guard let compared = inspection.examination.exported, !compared.isOfAnotherSchool else {
      return report.summary
    }
    var lines = [
      language.say(
        "Сверено ячеек: \(compared.cells), расходится: \(compared.different). Участников в обеих: \(compared.both), только в форме: \(compared.onlyInForm), только в выгрузке: \(compared.onlyInExport).",
        "Cells compared: \(compared.cells), different: \(compared.different). Participants in both: \(compared.both), in the form only: \(compared.onlyInForm), in the export only: \(compared.onlyInExport)."
      )
    ]
    if compared.readsZeroAsNotAttempted {
      lines.append(
        language.say(
          "В выгрузке нет ни одного X: 0 в ней принят за X формы.",
          "The export has no X at all: its 0 was taken for the form's X."))
    }
    let isProven = inspection.findings.allSatisfy { $0.severity < .query }
    lines.append(
      isProven
        ? styles.bold(
          language.say(
            "Система приняла то, что стоит в форме.", "The system took what the form holds."))
        : report.summary)
    return lines.joined(separator: "\n")
  }
}
