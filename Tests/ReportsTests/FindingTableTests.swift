import Assessment
import Spreadsheet
import Testing

@testable import Reports

@Suite struct `The table of findings` {
  private func table(_ checked: Checked, _ format: ReportFormat = .csv) throws -> [Workbook] {
    [try Workbook(reading: format.bytes(checked.inspection, .ru, version: "1"))]
  }

  private func values(_ sheet: Sheet, column: Int) -> [String] {
    sheet.rows.dropFirst().map { sheet[CellReference(row: $0.number, column: column)].description }
  }

  @Test func `holds every finding with its code, cell and fingerprint`() throws {
    let checked = try Checked.spoiled()
    let sheet = try table(checked)[0].sheets[0]
    #expect(Set(checked.codes).isSuperset(of: ["SCR004", "SCR002", "TPL002", "PRV001"]))
    #expect(values(sheet, column: 2).sorted() == checked.codes.sorted())
    let fingerprints = checked.inspection.findings.map(\.fingerprint)
    #expect(values(sheet, column: 17).sorted() == fingerprints.sorted())
    let row = try #require(
      sheet.rows.first { sheet[CellReference(row: $0.number, column: 2)] == .text("SCR004") })
    let texts = (1...12).map { sheet[CellReference(row: row.number, column: $0)].description }
    #expect(
      texts == [
        "Ошибка", "SCR004", "4А.csv", "", "E2", "40051", "1", "3",
        "Задание 3: указано 7 баллов, максимум — 2.", "7",
        "0, 1, 2, X", "Посмотрите задание 3 в бумажном протоколе и введите балл от 0 до 2 или X.",
      ])
  }

  @Test func `begins with a byte order mark and quotes every text, but no number of ours`() throws {
    let bytes = try ReportFormat.csv.bytes(Checked.spoiled().inspection, .ru, version: "1")
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    for line in lines {
      for field in line.split(separator: ";", omittingEmptySubsequences: false).prefix(7) {
        #expect(field.isEmpty || field.hasPrefix("\"") || Int(field) != nil, "\(field)")
      }
    }
  }

  @Test(arguments: ["=1+1.csv", "+7.csv", "-5.csv", "@a.csv", " =1.csv", "＝1.csv"])
  func `takes the power from names that a program could take for a formula`(name: String) throws {
    let checked = try Checked(Checked.wrong, header: Checked.header + ";ФИО;Примечание", name: name)
    let text = String(
      decoding: try ReportFormat.csv.bytes(checked.inspection, .ru, version: "1"), as: UTF8.self)
    #expect(text.contains("\"'\(name)\"") && !text.contains(";\"\(name)\""))
    let book = try Workbook(reading: ReportFormat.xlsx.bytes(checked.inspection, .ru, version: "1"))
    #expect(book.sheets.allSatisfy { $0.cells.allSatisfy { !$0.hasFormula } })
    #expect(values(book.sheets[1], column: 3).contains(name))
  }

  @Test(arguments: Language.allCases)
  func `is a workbook with the result, the findings and what was checked`(language: Language) throws {
    let checked = try Checked.spoiled()
    let book = try Workbook(reading: ReportFormat.xlsx.bytes(checked.inspection, language, version: "1"))
    let names = ["Итог", "Замечания", "Что проверено"]
    #expect(
      book.sheets.map(\.name) == (language == .ru ? names : ["Result", "Findings", "What was checked"]))
    #expect(values(book.sheets[1], column: 2).sorted() == checked.codes.sorted())
    let rules = Set(values(book.sheets[2], column: 1)).subtracting([""])
    let asked = checked.inspection.steps.filter { $0.reason == nil }.map(\.phase)
    #expect(rules == Set(RuleBook.all.filter { asked.contains($0.phase) }.map(\.code)))
    let skipped = values(book.sheets[2], column: 3).count {
      $0.hasPrefix("не проверялось") || $0.hasPrefix("not")
    }
    #expect(skipped == 1)
  }

  @Test func `names the thousands of cells of a shifted block in CSV, and a thousand of them in a workbook`()
    throws
  {
    let rows = (0..<700).map { "\(40_001 + $0);1;1;1;;2;0;1;1;0;0;1;1;0;0;2;1;1;м;4" }
    let checked = try Checked(rows)
    #expect(checked.codes.contains("PLS003"))
    let csv = String(
      decoding: try ReportFormat.csv.bytes(checked.inspection, .ru, version: "1"), as: UTF8.self)
    #expect(csv.contains("F701") && !csv.contains(" и ещё "))
    let book = try Workbook(reading: ReportFormat.xlsx.bytes(checked.inspection, .ru, version: "1"))
    #expect(values(book.sheets[1], column: 14).contains { $0.contains(" и ещё ") && $0.count < 32_000 })
  }

  @Test func `gives the same bytes for the same check`() throws {
    let inspection = try Checked.spoiled().inspection
    for format in ReportFormat.allCases {
      let first = try format.bytes(inspection, .ru, version: "1")
      #expect(try format.bytes(inspection, .ru, version: "1") == first, "\(format)")
    }
  }
}
