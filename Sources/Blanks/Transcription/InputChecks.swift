internal import Assessment
internal import Form
internal import Spreadsheet

/// The checks on input of the keyed sheet: drop-downs with the form's values, the range of codes.
struct InputChecks {
  private let sheet: TranscriptionSheet

  init(_ sheet: TranscriptionSheet) { self.sheet = sheet }

  func write(_ writer: borrowing SheetWriter) throws(SpreadsheetError) {
    for column in sheet.form.columns {
      guard let rule = rule(of: column) else { continue }
      try writer.rule(rule, for: sheet.cells(column.index...column.index))
    }
  }

  private func rule(of column: ProtocolColumn) -> InputRule? {
    let criteria = sheet.form.criteria
    if column.content == .code {
      return criteria.terms.codes.map {
        InputRule(
          .whole($0), title: "Код участника",
          message: "Код этой работы — число от \($0.lowerBound) до \($0.upperBound).")
      }
    }
    guard let list = sheet.lists.reference(column.content) else { return nil }
    var rule = InputRule(.list(list), title: "Нет в списке", message: message(of: column.content))
    // A letter may stand there when the map knows it, and a list cannot offer both.
    rule.isWarning = column.content == .schoolClass
    return rule
  }

  private func message(of content: ProtocolColumn.Content) -> String {
    let criteria = sheet.form.criteria
    switch content {
    case .task(let task):
      let words = criteria.terms.offersNotCovered(task) ? ", X или «\(Words.notCovered)»" : " или X"
      return "Задание \(criteria.tasks[task].id): баллы от 0 до \(criteria.tasks[task].maximum)\(words)."
    case .schoolClass:
      return
        "Это не номер класса (1–\(criteria.terms.classes.upperBound)). Букву оставьте, если её номер есть на листе «\(ClassesSheet.name)»."
    case .code, .variant, .sex, .mark, .total:
      return "Выберите из списка: \(criteria.list(content).map(\.text).joined(separator: ", "))."
    }
  }
}
