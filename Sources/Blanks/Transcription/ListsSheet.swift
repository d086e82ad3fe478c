internal import Form
internal import Spreadsheet

/// The hidden sheet with the permitted values of the columns; columns with the same values share a list.
struct ListsSheet {
  static let name = "Списки"

  private let lists: [[FormValue]]
  private let places: [ProtocolColumn.Content: Int]

  init(_ form: FormOutline) {
    var lists: [[FormValue]] = []
    var places: [ProtocolColumn.Content: Int] = [:]
    for column in form.columns {
      let values = form.criteria.list(column.content)
      guard !values.isEmpty else { continue }
      if let known = lists.firstIndex(of: values) {
        places[column.content] = known
      } else {
        places[column.content] = lists.count
        lists.append(values)
      }
    }
    self.lists = lists
    self.places = places
  }

  /// Where the values of a column stand: `'Списки'!$A$1:$A$4`; `nil` for a column without a list.
  func reference(_ content: ProtocolColumn.Content) -> String? {
    places[content].map { column in
      SheetName.reference(
        Self.name,
        CellRange(
          CellReference(row: 0, column: column),
          CellReference(row: lists[column].count - 1, column: column)))
    }
  }

  func fill(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    for (column, values) in lists.enumerated() {
      for (row, value) in values.enumerated() {
        let place = CellReference(row: row, column: column)
        switch value {
        case .number(let number): try sheet.number(number, at: place)
        case .word(let word): try sheet.text(word, at: place)
        }
      }
    }
    sheet.hide()
  }
}
