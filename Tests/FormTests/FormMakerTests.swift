import Form
import Seasons
import Testing

@testable import Assessment
@testable import Spreadsheet

@Suite struct `A made form` {
  static let works = ["2024/4-МА", "2024/8-ФИ", "2025/7-ГГ", "2026/8-АЯ"]
  static let mark = "Отметка за предыдущий триместр/ четверть/полугодие"

  let seasons = Seasons()

  private func work(_ id: String) throws -> Work { try #require(Work(id: id)) }

  private func criteria(_ id: String) throws -> Criteria {
    let criteria = try seasons.criteria(for: work(id))
    return try #require(criteria)
  }

  private func layout(_ id: String) throws -> FormLayout {
    let layout = try seasons.layout(season: work(id).season)
    return try #require(layout)
  }

  private func maker(_ id: String) throws -> FormMaker { FormMaker(layout: try layout(id)) }

  /// Four pupils: all points, all zeros and not attempted, an absent one, and one without a mark.
  private func rows(_ criteria: Criteria) throws -> [AcceptedRow] {
    let first = try #require(criteria.terms.codes).lowerBound
    func pupil(_ code: Int, _ points: [Points], _ mark: PreviousMark) -> AcceptedRow {
      AcceptedRow(
        code: first + code, isAbsent: false, variants: Array([1, 2].prefix(criteria.parts)), points: points,
        schoolClass: code, sex: criteria.terms.asksSex ? .female : nil, previousMark: mark)
    }
    // Whatever else an absent pupil's row may know, nothing of it belongs into the form.
    let absent = AcceptedRow(
      code: first + 3, isAbsent: true, variants: [1, 2], points: criteria.tasks.map { _ in Points(1) },
      schoolClass: 1, sex: .male, previousMark: .mark(4))
    var mixed = criteria.tasks.indices.map { $0.isMultiple(of: 2) ? Points(0) : .notAttempted }
    if criteria.terms.offersNotCovered(2) { mixed[2] = .notCovered }
    return [
      pupil(1, criteria.tasks.map { Points($0.maximum) }, .mark(5)), pupil(2, mixed, .mark(2)), absent,
      pupil(4, criteria.tasks.map { _ in Points(1) }, .none),
    ]
  }

  private func filled(_ id: String) throws -> Workbook {
    let criteria = try criteria(id)
    let accepted = AcceptedProtocol(criteria: criteria, rows: try rows(criteria))
    return try read(try maker(id).form(of: accepted))
  }

  private func read(_ bytes: [UInt8]) throws -> Workbook {
    var options = ReadingOptions()
    options.keepsFormulas = true
    let book = try Workbook(reading: bytes, options)
    #expect(book.notes.map(\.word) == [.hiddenSheet])
    return book
  }

  private func sheet(_ name: String, of book: Workbook) throws -> Sheet {
    try #require(book.sheets.first { $0.name == name })
  }

  /// A row as texts, so that one list shows all of it; numbers in `‹›`.
  private func row(_ number: Int, of sheet: Sheet, columns: Int) -> [String] {
    (0..<columns).map { column in
      switch sheet[CellReference(row: number - 1, column: column)] {
      case .number(let number): "‹\(CellValue.shortest(number))›"
      case let value: value.description
      }
    }
  }

  /// The values of the cells that a list's source names.
  private func values(_ source: String, in book: Workbook) throws -> [CellValue] {
    let parts = source.split(separator: "!")
    let name = parts[0].filter { $0 != "'" }
    let range = try #require(CellRange(parts[1]))
    let sheet = try sheet(name, of: book)
    return (range.first.row...range.last.row).map {
      sheet[CellReference(row: $0, column: range.first.column)]
    }
  }

  private func validation(_ column: Int, of sheet: Sheet) throws -> DataValidation {
    let found = sheet.validations.filter { rule in
      rule.ranges.contains { $0.contains(CellReference(row: 1, column: column)) }
    }
    #expect(found.count == 1)
    return try #require(found.first)
  }

  @Test(arguments: [
    (
      "2024/4-МА",
      "Код|Вариант|1 (1б)|2 (1б)|3 (2б)|4 (1б)|5.1 (1б)|5.2 (1б)|6.1 (1б)|6.2 (1б)|7 (1б)|8 (2б)|9.1 (1б)|9.2 (1б)|"
        + "10 (2б)|11 (2б)|12 (2б)|Класс № (список формируется из листа \"Классы\")|Пол|\(mark)|Итого баллов"
    ),
    (
      "2025/7-ГГ",
      "Код участника|Вариант (часть 1)|1 (1б)|2 (1б)|3 (1б)|4 (1б)|5 (1б)|6 (2б)|7 (2б)|8 (1б)|9 (1б)|"
        + "Вариант (часть 2)|10 (1б)|11 (1б)|12 (1б)|13 (1б)|14 (1б)|15 (1б)|16 (1б)|17 (1б)|"
        + "Порядковый номер класса|Пол|\(mark)|Итого баллов"
    ),
    (
      "2026/8-АЯ",
      "Код участника|Вариант|1 (5б)|2 (5б)|3 (5б)|4К1 (3б)|4К2 (2б)|4К3 (3б)|4К4 (2б)|"
        + "Порядковый номер класса|\(mark)|Итого баллов"
    ),
  ])
  func `has the header row that was seen`(id: String, header: String) throws {
    let sheet = try sheet("Протокол", of: try filled(id))
    let texts = row(1, of: sheet, columns: 30)
    #expect(texts.joined(separator: "|").prefix(header.count) == header)
    #expect(texts.filter { !$0.isEmpty }.count == header.split(separator: "|").count)
  }

  @Test func `holds numbers as numbers and words as the form spells them`() throws {
    let sheet = try sheet("Протокол", of: try filled("2025/7-ГГ"))
    #expect(
      row(2, of: sheet, columns: 24).joined(separator: " ")
        == "‹70002› ‹1› ‹1› ‹1› ‹1› ‹1› ‹1› ‹2› ‹2› ‹1› ‹1› ‹2› ‹1› ‹1› ‹1› ‹1› ‹1› ‹1› ‹1› ‹1› ‹1› ж ‹5› ‹19›"
    )
    #expect(
      row(3, of: sheet, columns: 24).joined(separator: " ")
        == "‹70003› ‹1› ‹0› X не пройд. X ‹0› X ‹0› X ‹0› ‹2› X ‹0› X ‹0› X ‹0› X ‹0› ‹2› ж ‹2› ‹0›")
    #expect(row(5, of: sheet, columns: 24).suffix(3) == ["ж", "нет отметки", "‹17›"])
  }

  @Test(arguments: works)
  func `of an absent pupil holds the code and the word alone`(id: String) throws {
    let sheet = try sheet("Протокол", of: try filled(id))
    let columns = sheet.extent.columns
    let total = try #require(
      (0..<columns).first { sheet[CellReference(row: 0, column: $0)] == .text("Итого баллов") })
    let cells = row(4, of: sheet, columns: total + 1)
    #expect(cells[0].hasSuffix("4›") && cells[1] == "отсутствовал")
    #expect(cells[2..<total].joined() == "")
    #expect(cells[total] == (id.hasPrefix("2026") ? "‹0›" : ""))
  }

  @Test(arguments: [
    ("2024/4-МА", "IF(LEN(C#)>0,SUM(C#:Q#),\"\")", CellValue.empty),
    ("2025/7-ГГ", "IF(LEN(C#)>0,SUM(C#:K#,M#:T#),\"\")", .empty), ("2026/8-АЯ", "SUM(C#:I#)", .number(0)),
  ])
  func `has the total's formula down to the last row`(id: String, formula: String, empty: CellValue) throws {
    let sheet = try sheet("Протокол", of: try filled(id))
    let column = try #require(
      (0..<30).first { sheet[CellReference(row: 0, column: $0)] == .text("Итого баллов") })
    for row in [2, 4, 6, 1499] {
      let index = try #require(sheet.index(at: CellReference(row: row - 1, column: column)))
      #expect(sheet.formula(of: index) == formula.replacing("#", with: "\(row)"))
      if row > 2 {
        #expect([empty, .text("")].contains(sheet[CellReference(row: row - 1, column: column)]))
      }
    }
    #expect(sheet[CellReference(row: 1, column: column)] == .number(Double(try criteria(id).total)))
    #expect(sheet.extent.rows == 1499)
  }

  @Test(arguments: works)
  func `checks the code by its range`(id: String) throws {
    let rule = try validation(0, of: try sheet("Протокол", of: try filled(id)))
    let codes = try #require(try criteria(id).terms.codes)
    #expect((rule.type, rule.first, rule.second) == ("whole", "\(codes.lowerBound)", "\(codes.upperBound)"))
    #expect(rule.ranges == [CellRange("A2:A1499")])
  }

  @Test(arguments: works)
  func `offers a list in every other column, kept in a sheet of its own`(id: String) throws {
    let (book, criteria) = (try filled(id), try criteria(id))
    let sheet = try sheet("Протокол", of: book)
    let bound = Set(criteria.dependencies.map { criteria.tasks[$0.dependent].id.description })
    var seen = 0
    for column in 1..<30 {
      let header = sheet[CellReference(row: 0, column: column)].description
      let name = String(header.prefix { $0 != " " })
      if header.isEmpty || header == "Итого баллов" || bound.contains(name) { continue }
      let rule = try validation(column, of: sheet)
      #expect(rule.type == "list" && rule.ranges.first?.last.row == 1498)
      let values = try values(rule.first, in: book)
      if let task = criteria.tasks.first(where: { $0.id.description == name }) {
        let points = (0...task.maximum).reversed().map { CellValue.number(Double($0)) } + [.text("X")]
        #expect(values == points + (id.hasPrefix("2025") ? [.text("не пройд.")] : []))
      } else if header.hasPrefix("Вариант") {
        #expect(values == [.number(1), .number(2), .text("отсутствовал")])
      } else if header == "Пол" {
        #expect(values == [.text("м"), .text("ж")])
      } else if header == Self.mark {
        #expect(values == [.number(5), .number(4), .number(3), .number(2), .text("нет отметки")])
      } else {
        #expect(values == (1...50).map { .number(Double($0)) })
      }
      seen += 1
    }
    #expect(
      seen == criteria.tasks.count - bound.count + criteria.parts + 2 + (criteria.terms.asksSex ? 1 : 0))
  }

  @Test func `lists for a bound criterion what its controller allows`() throws {
    let (book, criteria) = (try filled("2026/8-АЯ"), try criteria("2026/8-АЯ"))
    let sheet = try sheet("Протокол", of: book)
    #expect(["P", "Q", "R", "S", "T", "U"].indices.allSatisfy { sheet.isHidden(column: 15 + $0) })
    for (number, bond) in criteria.dependencies.enumerated() {
      let values = CellReference.letters(ofColumn: 15 + 2 * number)
      let keys = CellReference.letters(ofColumn: 16 + 2 * number)
      var pairs: [CellValue: [String]] = [:]
      var last = 1
      while let key = sheet.cell(at: CellReference(row: last, column: 16 + 2 * number)) {
        let value = row(last + 1, of: sheet, columns: 21)[15 + 2 * number]
        pairs[sheet.value(of: key), default: []].append(value)
        last += 1
      }
      let range = "$\(keys)$2:$\(keys)$\(last)"
      #expect(
        try validation(2 + bond.dependent, of: sheet).first
          == "OFFSET($\(values)$1,MATCH($F2,\(range),0),0,COUNTIF(\(range),$F2),1)")
      let free = (0...criteria.tasks[bond.dependent].maximum).reversed().map { "‹\($0)›" } + ["X"]
      #expect(pairs[.number(0)] == ["‹0›", "X"] && pairs[.text("X")] == ["‹0›", "X"])
      #expect((1...3).allSatisfy { pairs[.number(Double($0))] == free } && pairs.count == 5)
    }
  }

  @Test(arguments: works)
  func `has the sheets of its season in order, the lists hidden`(id: String) throws {
    let book = try filled(id)
    #expect(book.sheets.map(\.name) == (try layout(id)).sheets.map(\.name))
    #expect(book.sheets.filter { $0.visibility == .hidden }.map(\.name) == ["Служебный"])
  }

  @Test func `is the same twice`() throws {
    let criteria = try criteria("2026/8-АЯ")
    let accepted = AcceptedProtocol(criteria: criteria, rows: try rows(criteria))
    let maker = try maker("2026/8-АЯ")
    #expect(try maker.form(of: accepted) == maker.form(of: accepted))
  }

  @Test func `says that it was not downloaded`() throws {
    let bytes = try maker("2024/4-МА").blank(criteria: try criteria("2024/4-МА"))
    let archive = try Archive(bytes, limits: Limits())
    var inflater = Inflater(limits: Limits())
    let found = archive.entry("docProps/core.xml")
    let entry = try #require(found)
    let properties = String(decoding: try inflater.bytes(of: entry, in: archive), as: UTF8.self)
    #expect(
      properties.contains("Сделано oko по критериям 2024/4-МА/basic; это не форма, скачанная из ФИС ОКО"))
    #expect(properties.contains("Форма сбора результатов Математика 4 класс ВПР 2024"))
    // The hour of making would make every file another one.
    #expect(properties.contains("2024-01-01T00:00:00Z</dcterms:created>"))
  }

  @Test(arguments: works)
  func `can be empty`(id: String) throws {
    let sheet = try sheet("Протокол", of: try read(try maker(id).blank(criteria: try criteria(id))))
    #expect((1..<1499).allSatisfy { sheet.cell(at: CellReference(row: $0, column: 0)) == nil })
    #expect(sheet.extent.rows == 1499)
  }

  @Test func `has the name of a downloaded one`() throws {
    let name = try maker("2026/8-АЯ").fileName(of: work("2026/8-АЯ"))
    #expect(name == "Форма сбора результатов Английский язык 8 класс ВПР 2026.xlsx")
  }

  @Test func `is not made where the season's words for parts are not known`() throws {
    var criteria = try criteria("2025/7-ГГ")
    criteria.work = nil
    #expect(throws: FormMakingError.partsUnknown(season: 2026)) {
      try maker("2026/8-АЯ").blank(criteria: criteria)
    }
  }

  @Test func `is not made of another season's criteria`() throws {
    let criteria = try criteria("2024/4-МА")
    #expect(throws: FormMakingError.otherSeason(criteria: 2024, layout: 2026)) {
      try maker("2026/8-АЯ").blank(criteria: criteria)
    }
  }

  @Test func `does not leave out rows that do not fit`() throws {
    let criteria = try criteria("2024/4-МА")
    let row = try #require(try rows(criteria).first)
    let accepted = AcceptedProtocol(criteria: criteria, rows: Array(repeating: row, count: 1499))
    #expect(throws: FormMakingError.tooManyRows(count: 1499, limit: 1498)) {
      try maker("2024/4-МА").form(of: accepted)
    }
  }
}
