import Assessment
import Spreadsheet
import Testing

@testable import Reports

/// The copy of a checked file, and what the next check makes of it.
@Suite struct `An annotated copy` {
  /// A check whose only open question is a column that nobody knows.
  private func asked() throws -> Checked {
    try Checked(Checked.clean.map { $0 + ";да" }, header: Checked.header + ";Примечание")
  }

  private func copy(_ checked: Checked) throws -> [UInt8] {
    let report = AnnotatedReport(checked.inspection, .ru, source: 0, bytes: checked.bytes)
    return try #require(try report.workbook())
  }

  /// The copy with words in the column «Пояснение» of its first finding with a code.
  private func explained(_ bytes: [UInt8], _ code: String, _ words: String) throws -> [UInt8] {
    let book = try Workbook(reading: bytes)
    let sheet = try #require(book.sheets.last)
    let row = try #require(
      sheet.rows.first { sheet[CellReference(row: $0.number, column: 2)] == .text(code) }?.number)
    return try edited(bytes, sheet.part, row, 9, .text(words))
  }

  private func edited(
    _ bytes: [UInt8], _ part: String, _ row: Int, _ column: Int, _ edit: CellEdit
  ) throws -> [UInt8] {
    try PackageEditor(bytes).applying(
      SheetEdits([SheetEdits.Row(number: row, cells: [(column, edit)])]), toPart: part)
  }

  @Test func `takes an explanation to the next check, which then accepts the protocol`() throws {
    let first = try asked()
    #expect(first.codes == ["TPL002"] && first.inspection.accepted == nil)
    let second = try Checked(explained(copy(first), "TPL002", "заметки завуча"), name: "4А.xlsx")
    #expect(second.codes == ["TPL002"])
    #expect(second.inspection.findings[0].explanation == "заметки завуча")
    #expect(second.inspection.accepted?.rows.count == 3)
    // The words stand in the next copy too, which can be checked as well.
    let third = try Checked(copy(second), name: "4А.xlsx")
    #expect(third.inspection.findings.map(\.explanation) == ["заметки завуча"])
  }

  @Test func `tells when the explained pupils are no longer the same`() throws {
    let best = (0..<5).map { "\(40_051 + $0);1;1;1;2;1;1;1;1;1;1;2;1;1;2;2;2;1;м;5" }
    let first = try Checked(best)
    #expect(first.codes == ["PLS002"])
    let bytes = try explained(copy(first), "PLS002", "сильный класс")
    #expect(try Checked(bytes, name: "4А.xlsx").inspection.accepted != nil)
    let table = try #require(try Workbook(reading: bytes).sheets.first)
    let second = try Checked(edited(bytes, table.part, 3, 0, .number(40_099)), name: "4А.xlsx")
    #expect(second.codes.sorted() == ["EXP002", "PLS002"])
    #expect(second.inspection.accepted == nil)
  }

  @Test func `keeps an explanation whose finding is gone, as a remark`() throws {
    let first = try asked()
    let bytes = try explained(copy(first), "TPL002", "заметки завуча")
    let book = try Workbook(reading: bytes)
    let mended = try edited(bytes, book.sheets[0].part, 0, 20, .text("Эксперт"))
    let second = try Checked(mended, name: "4А.xlsx")
    let unused = try #require(second.inspection.findings.first { $0.code == "EXP001" })
    #expect(unused.message(.ru).contains("заметки завуча"))
    #expect(unused.place.cell?.sheet == 1)
  }

  @Test func `holds everything of a text file and of an OpenDocument one`() throws {
    let first = try Checked.spoiled()
    let rows = ([Checked.header + ";ФИО;Примечание"] + Checked.wrong).map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { field in
        field.isEmpty ? CellValue.empty : Double(field).map { .number($0) } ?? .text(String(field))
      }
    }
    let ods = try Checked(PlainTable(name: "4А", rows: rows).ods, name: "4А.ods")
    for checked in [first, ods] {
      let copied = try #require(try Workbook(reading: copy(checked)).sheets.first)
      for (row, values) in rows.enumerated() {
        for (column, value) in values.enumerated() {
          let place = CellReference(row: row, column: column)
          #expect(copied[place].description == value.description, "\(place)")
        }
      }
      let again = try Checked(copy(checked), name: "4А.xlsx")
      #expect(
        Set(again.inspection.findings.map(\.fingerprint)).isSuperset(
          of: checked.inspection.findings.filter { $0.severity > .info }.map(\.fingerprint)))
    }
  }

  @Test func `names no pupil on the sheet that it adds`() throws {
    let book = try Workbook(reading: copy(.spoiled()))
    let sheet = try #require(book.sheets.last)
    #expect(sheet.name == "Протокол проверки")
    let texts = sheet.cells.map { sheet.value(of: $0).description }
    #expect(!texts.contains { $0.lowercased().contains("канарейк") })
    #expect(texts.contains("Задание 3: указано 7 баллов, максимум — 2."))
  }

  // MARK: Damaged

  @Test func `is read also when its sheet has another name and its rows another order`() throws {
    let bytes = try explained(copy(asked()), "TPL002", "заметки завуча")
    let workbook = try Workbook(reading: bytes)
    let sheet = try #require(workbook.sheets.last)
    var rows = sheet.rows.map { row in
      (0..<12).map { sheet[CellReference(row: row.number, column: $0)] }
    }
    let header = try #require(rows.firstIndex { $0[1] == .text("Тяжесть") })
    rows = Array(rows[...header]) + rows[(header + 1)...].reversed()
    let text = PlainTable(name: "Лист9", rows: rows)
    let moved = try book([try table(workbook), text])
    let second = try Checked(moved, name: "4А.xlsx")
    #expect(second.inspection.findings.map(\.explanation) == ["заметки завуча"])
  }

  @Test func `without its hidden column loses no explanation silently`() throws {
    let bytes = try explained(copy(asked()), "TPL002", "заметки завуча")
    let workbook = try Workbook(reading: bytes)
    let sheet = try #require(workbook.sheets.last)
    let rows = sheet.rows.map { row in
      (0..<10).map { sheet[CellReference(row: row.number, column: $0)] }
    }
    let damaged = try book([try table(workbook), PlainTable(name: "Протокол проверки", rows: rows)])
    let codes = try Checked(damaged, name: "4А.xlsx").codes
    #expect(codes.sorted() == ["EXP003", "TPL002"])
  }

  private func table(_ workbook: Workbook) throws -> PlainTable {
    let sheet = workbook.sheets[0]
    return PlainTable(
      name: "4А",
      rows: sheet.rows.map { row in (0..<21).map { sheet[CellReference(row: row.number, column: $0)] } })
  }

  /// A workbook of plain sheets, as a program that keeps values only would save it.
  private func book(_ tables: [PlainTable]) throws -> [UInt8] {
    var book = try WorkbookWriter()
    for table in tables {
      try book.sheet(table.name) { sheet throws(SpreadsheetError) in
        for (row, values) in table.rows.enumerated() {
          for (column, value) in values.enumerated() {
            let place = CellReference(row: row, column: column)
            switch value {
            case .empty: break
            case .number(let number): try sheet.number(number, at: place)
            default: try sheet.text(value.description, at: place)
            }
          }
        }
      }
    }
    return try book.bytes()
  }
}
