internal import Assessment
internal import Spreadsheet

/// The looks of the plan workbook.
struct PlanStyles {
  let title: CellStyle.ID
  let text: CellStyle.ID
  let section: CellStyle.ID
  let header: CellStyle.ID
  let cell: CellStyle.ID
  let date: CellStyle.ID
  let doubtful: CellStyle.ID
  /// Cells below the prepared rows: dates look like dates, and a filled row gets its lines.
  let laterText: CellStyle.ID
  let laterDate: CellStyle.ID
  let lines: CellStyle.ID

  init(_ book: inout WorkbookWriter) {
    let plain = CellStyle().with {
      $0.wraps = true
      $0.vertical = .top
    }
    let bordered = plain.with {
      $0.hasBorder = true
      $0.borderColour = 0x808080
      $0.vertical = .center
    }
    title = book.style(
      CellStyle().with {
        $0.isBold = true
        $0.fontSize = 16
      })
    text = book.style(plain)
    section = book.style(
      bordered.with {
        $0.isBold = true
        $0.fill = 0xDDEBF7
      })
    header = book.style(
      bordered.with {
        $0.isBold = true
        $0.fill = 0xDDEBF7
        $0.horizontal = .center
      })
    cell = book.style(bordered)
    date = book.style(bordered.with { $0.numberFormat = "dd.mm.yyyy" })
    doubtful = book.style(CellStyle().with { $0.fill = 0xFFD9D9 })
    let later = plain.with { $0.vertical = .center }
    laterText = book.style(later)
    laterDate = book.style(later.with { $0.numberFormat = "dd.mm.yyyy" })
    lines = book.style(
      CellStyle().with {
        $0.hasBorder = true
        $0.borderColour = 0x808080
      })
  }
}

/// The page of explanations: what each sheet is for, what stands in each column, an example.
struct PlanGuide {
  private let styles: PlanStyles

  init(_ styles: PlanStyles) { self.styles = styles }

  private static let steps = [
    "1. Впишите школы выборки, наблюдателей и экспертов — каждого на свой лист.",
    "2. На листе «График» — по строке на работу каждой школы: логин, класс, предмет, дата; людей выберите из списка.",
    "3. На листе «Утверждения» — дата и номер приказа по каждому пункту.",
    "4. Проверьте: oko plan check план.xlsx. Программа назовёт ячейку, скажет, что не так, и предложит дни.",
    "5. Готовый план даёт календарь: oko plan ics план.xlsx -o впр.ics.",
    "Листы и столбцы можно переставлять: они узнаются по заголовкам. ФИО учеников в плане быть не должно.",
  ]

  private static let sheets: [(PlanTable.Kind, String)] = [
    (.works, "кто, что и когда пишет; кто наблюдает и проверяет"), (.schools, "школы выборки (п. 6.1)"),
    (.observers, "независимые общественные наблюдатели (п. 6.2, 10.1)"),
    (.experts, "муниципальная предметная комиссия (п. 6.3, 9.1)"),
    (.approvals, "приказы отдела образования (п. 6)"),
  ]

  func write(to sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    for (column, width) in [25.0, 46, 34].enumerated() { try sheet.columns(column...column, width: width) }
    try sheet.text("План ВПР: как заполнить", at: CellReference(row: 0, column: 0), styles.title)
    var row = 2
    for step in Self.steps {
      let range = CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: 2))
      try sheet.merge(range, step, styles.text)
      try sheet.row(row, height: step.count > 112 ? 34 : 19)
      row += 1
    }
    row += 1
    for (kind, purpose) in Self.sheets {
      let range = CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: 2))
      try sheet.row(row, height: 19)
      try sheet.merge(range, "Лист «\(kind.title.ru)»: \(purpose)", styles.section)
      row += 1
      for column in PlanColumns.columns(of: kind) {
        try sheet.text("«\(column.header)»", at: CellReference(row: row, column: 0), styles.cell)
        try sheet.text(column.meaning, at: CellReference(row: row, column: 1), styles.cell)
        try sheet.text("Пример: \(column.example)", at: CellReference(row: row, column: 2), styles.cell)
        try sheet.row(row, height: 17)
        row += 1
      }
    }
    sheet.hideGridlines()
    var page = PageSetup()
    page.footer.right = "Стр. {page} из {pages}"
    try sheet.page(page)
  }
}
