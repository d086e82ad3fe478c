import Spreadsheet
import Testing

@testable import Assessment

/// What the examples of the FIL rules cannot show: every reason has its words, and what is passed over in silence.
struct `Rules about files` {
  private func findings(_ example: Example, _ change: (inout InspectionRequest) -> Void = { _ in }) throws
    -> [Finding]
  {
    try ExampleInspection(example, change: change).inspection.findings.filter { $0.code.hasPrefix("FIL") }
  }

  private static let header =
    "| Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |\n"

  @Test(arguments: SpreadsheetError.Reason.allCases)
  func `name every reason in both languages and by one rule`(reason: SpreadsheetError.Reason) throws {
    #expect(reason.words.ru.contains { ("а"..."я").contains($0) })
    #expect(!reason.words.en.isEmpty && !reason.words.en.contains { ("а"..."я").contains($0) })
    #expect(SpreadsheetError.Reason.allCases.count { $0.words == reason.words } == 1)
    let found = try findings(.plain) {
      $0.sources[0] = Source(
        name: "протокол.xlsx", role: .transcription, digest: "", outcome: .failure(.init(reason)))
    }
    #expect(found.map(\.code) == [reason.rule])
    #expect(found.first?.severity == .fatal)
    #expect(found.first?.actual?.raw == reason.rawValue)
  }

  @Test
  func `say the part, the line and the limit, but no name of a person's file`() {
    let known = SpreadsheetError(.xmlMalformed, part: "xl/worksheets/sheet1.xml", line: 12)
    #expect(known.details.ru == "xmlMalformed, часть xl/worksheets/sheet1.xml, строка 12")
    #expect(SpreadsheetError(.tooManyRows, limit: 20_000).details.en == "tooManyRows, limit 20000")
    #expect(SpreadsheetError(.nestedArchive, part: "Образец Оля.zip").details.ru == "nestedArchive")
  }

  @Test(arguments: Source.Role.allCases)
  func `speak of a refused file whatever it is for`(role: Source.Role) throws {
    let found = try findings(.plain) {
      $0.sources.append(
        Source(name: "файл.xlsx", role: role, digest: "", outcome: .failure(.init(.zipMalformed))))
    }
    #expect(found.map(\.code) == ["FIL001"])
    #expect(found.first?.message(.ru).hasPrefix(role.title.ru) == true)
  }

  @Test
  func `leave it at that: no rule repeats that the protocol was not read`() throws {
    let inspection = try ExampleInspection(.plain.with { $0.criteria = .unknown }) {
      $0.sources[0] = Source(
        name: "а.xlsx", role: .transcription, digest: "", outcome: .failure(.init(.encrypted)))
    }.inspection
    #expect(inspection.findings.filter { $0.severity >= .query }.map(\.code) == ["FIL002"])
  }

  @Test
  func `know the pupil whose cell holds a formula, with criteria and without`() throws {
    let table = Example(
      Self.header + "| 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |\n| 40002 | 2 | = | #N/A | =1 | 2 | 3 | ж | 5 |"
    )
    for example in [table, table.with { $0.criteria = .unknown }] {
      let found = try findings(example)
      #expect(found.map(\.code) == ["FIL006", "FIL007", "FIL005"])
      #expect(found.allSatisfy { $0.place.participant == 40002 })
      #expect(found.map { $0.place.task?.description } == ["1", "2", "3.1"])
    }
    #expect(try findings(table).allSatisfy { $0.place.schoolClass == 3 && $0.place.line == 2 })
  }

  @Test
  func `look at scores sheets too`() throws {
    let found = try findings(
      .plain.with {
        $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40002 | = | 1 | 1 | 2 |\n~| 40001 | 1 | 2 | X | 0 |"]
      })
    #expect(found.map(\.code) == ["FIL006", "FIL008"])
    #expect(found.allSatisfy { $0.place.cell?.source == 1 })
    #expect(found.map(\.place.participant) == [40002, 40001])
  }

  @Test
  func `let sums, numbers and expert's names be formulas`() throws {
    let table = """
      | № п/п | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Итого | Класс | Пол | Отм. | Эксперт |
      | =1 | 40001 | 1 | 1 | 2 | X | 0 | = | 1 | м | 4 | #REF! |
      """
    #expect(try findings(Example(table)).isEmpty)
  }

  @Test
  func `count hidden rows and columns as people count`() throws {
    func message(_ rows: Int, _ header: String = Self.header) throws -> String? {
      let lines = (1...rows + 1).map {
        "\($0 > 1 ? "~" : "")| \(40_000 + $0) | 1 | 1 | 2 | X | 0 | 1 | м | \(2 + $0 % 4) |"
      }
      return try findings(Example(header + lines.joined(separator: "\n"))).first { $0.code == "FIL008" }?
        .message(.ru)
    }
    #expect(
      try message(1) == "Лист «Протокол»: скрыто: 1 строка участника. Скрытое прочитано вместе с остальным.")
    #expect(try message(3)?.contains("3 строки участников.") == true)
    #expect(try message(5)?.contains("5 строк участников.") == true)
    #expect(
      try message(2, Self.header.replacing("Пол", with: "~Пол"))?.contains(
        "2 строки участников и 1 столбец («Пол»)") == true)
  }

  @Test
  func `say each kind of normalisation once, with all its cells`() throws {
    let rows = "| '40001 | 1 | 1 | 2 | х | х | 1 | м | 4 |\n| '40002 | 2 | Х | 1 | 1 | 2 | 1 | ж | 5 |"
    let found = try findings(Example(Self.header + rows))
    #expect(found.allSatisfy { $0.code == "FIL009" && $0.severity == .info })
    let cells = found.map { finding in
      ([finding.place] + finding.related).compactMap { $0.cell?.cell.description }
    }
    #expect(Set(cells) == [["E2", "F2", "C3"], ["E2", "F2"], ["A2", "A3"]])
    #expect(found.contains { $0.message(.ru).hasSuffix("числа, записанные текстом — 2 ячейки.") })
  }

  @Test
  func `call no text of a CSV file a number that was stored as text`() throws {
    let found = try findings(
      .plain.with {
        $0.isCSV = true
        $0.fileName = "протокол.csv"
      })
    #expect(found.isEmpty)
  }
}
