internal import Assessment
internal import Spreadsheet

extension FormPlan {
  /// The check on input of a column; none for the total, nor for codes of which nothing is known.
  func rule(of column: ProtocolColumn) -> InputRule? {
    if column.content == .code {
      let codes = criteria.terms.codes ?? criteria.work.flatMap { layout.codes[$0.grade] }
      return codes.map {
        InputRule(
          .whole($0), title: "Код участника",
          message: "Код — целое число от \($0.lowerBound) до \($0.upperBound).")
      }
    }
    return source(of: column).map {
      InputRule(.list($0), title: "Нет в списке", message: message(of: column.content))
    }
  }

  /// Where the list of a column stands, or the formula that gives it.
  private func source(of column: ProtocolColumn) -> String? {
    if let place = listed.firstIndex(of: column) {
      return reference(lists, column: place, count: criteria.list(column.content).count)
    }
    if column.content == .schoolClass {
      return classNumbers.map { reference($0, column: 0, count: criteria.terms.classes.count) }
    }
    guard let pair = pairs.first(where: { column.content == .task($0.dependent) }),
      let controller = columns.first(where: { $0.content == .task(pair.controller) })
    else { return nil }
    return pair.listFormula(controller: controller.index, row: layout.rows.lowerBound)
  }

  private func reference(_ sheet: String, column: Int, count: Int) -> String {
    let first = CellReference(row: 0, column: column)
    return SheetName.reference(sheet, CellRange(first, CellReference(row: max(0, count - 1), column: column)))
  }

  private func message(of content: ProtocolColumn.Content) -> String {
    if let pair = pairs.first(where: { content == .task($0.dependent) }) {
      return "Выберите значение из списка: он зависит от критерия \(criteria.tasks[pair.controller].id)."
    }
    switch content {
    case .schoolClass:
      return "Укажите порядковый номер класса: целое число от 1 до \(criteria.terms.classes.upperBound)."
    case .task(let index):
      let words = criteria.terms.offersNotCovered(index) ? ", X или «не пройд.»" : " или X"
      return "Выберите баллы из списка: от 0 до \(criteria.tasks[index].maximum)\(words)."
    case .code, .variant, .sex, .mark, .total:
      return "Выберите значение из списка: \(criteria.list(content).map(\.text).joined(separator: ", "))."
    }
  }
}
