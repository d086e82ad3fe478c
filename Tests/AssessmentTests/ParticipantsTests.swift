import Testing

@testable import Assessment

/// What the examples of the PRT rules cannot show: silence, hints, and how the rules divide a row among them.
struct `Rules about participants` {
  private static let header = "| Код | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. |\n"
  private static let second = "| 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |"

  private func findings(_ example: Example) throws -> [Finding] {
    try ExampleInspection(example).inspection.findings.filter { $0.severity >= .query }
  }

  private func codes(_ rows: String, _ change: (inout Example) -> Void = { _ in }) throws -> [String] {
    try findings(Example(Self.header + rows).with(change)).map(\.code)
  }

  @Test
  func `ask a row that holds only a code one question`() throws {
    let found = try findings(Example(Self.header + "| 40001 | | | | | | | | |\n" + Self.second))
    #expect(found.map(\.code) == ["PRT006"])
    #expect(found.first?.message(.ru).contains("если участник отсутствовал, введите «отсутствовал»") == true)
    #expect(found.first?.place.participant == 40001)
  }

  @Test
  func `do not ask for the class and the mark of a pupil who may have been absent`() throws {
    #expect(try codes("| 40001 | | | | | | | м | |\n" + Self.second) == ["PRT006"])
    #expect(try codes("| 40001 | ушёл | | | | | | | |\n" + Self.second) == ["PRT007"])
  }

  @Test
  func `ask nothing of an absent pupil`() throws {
    #expect(try codes("| 40001 | отсутствовал | | | | | Б | мж | 7 |\n" + Self.second) == [])
  }

  @Test
  func `ask for everything in an absent pupil's row that is neither a dash nor a word for it`() throws {
    let row = "| 40001 | не был | 0/1 | ? | - | н | | | |\n"
    let found = try findings(Example(Self.header + row + Self.second))
    #expect(found.map(\.code) == ["PRT009"])
    #expect(found.first?.related.compactMap(\.task?.description) == ["1", "2"])
    #expect(found.first?.message(.ru) == "Стоит «отсутствовал», но баллы есть — за 2 задания.")
  }

  @Test
  func `leave error cells and unfinished formulas to the container's rules`() throws {
    let found = try codes("| #N/A | #REF! | 1 | 2 | X | 0 | #N/A | = | #N/A |\n" + Self.second)
    #expect(found.allSatisfy { $0.hasPrefix("FIL") })
  }

  @Test
  func `tell an empty first part from a missing variant`() throws {
    let table = """
      | Код | Вариант (часть 1) | 1 | 2 | Вариант (часть 2) | 3 | Класс | Пол | Отм. |
      | 40001 | | | | 1 | 2 | 1 | м | 4 |
      """
    #expect(try findings(Example(table).with { $0.criteria = .twoParts }).map(\.code) == ["SCR001"])
  }

  @Test(arguments: [
    (50_012, "это код 5 класса"), (100_007, "это код 10 класса"), (110_007, "это код 11 класса"),
  ])
  func `name the grade of a code from another one`(code: Int, words: String) throws {
    let found = try findings(Example(Self.header + "| \(code) | 1 | 1 | 2 | X | 0 | 1 | м | 4 |"))
    #expect(found.map(\.code) == ["PRT003"])
    #expect(found.first?.message(.ru).contains(words) == true)
  }

  @Test(arguments: [90_012, 51_501, 3, 120_001])
  func `name no grade where none has such codes`(code: Int) {
    #expect(EntryTerms.grade(ofCode: code) == nil)
  }

  @Test
  func `never repeat what may be a name in the place of a code`() throws {
    let found = try ExampleInspection(
      Example(Self.header + "| Канарейкина | 1 | 1 | 2 | X | 0 | 1 | м | 4 |"))
    let mine = found.inspection.findings.filter { $0.code == "PRT002" }
    #expect(mine.count == 1)
    #expect(
      mine.allSatisfy {
        !$0.message(.ru).contains("Канарейк") && $0.actual?.raw.contains("Канарейк") == false
      })
    #expect(Actual(raw: "4ООО2", type: "text").shown == .text("4ООО2"))
  }

  @Test
  func `report a missing and a malformed code of a scores sheet too`() throws {
    let sheet =
      "| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | x | 0 |\n| | 0 | 1 | 1 | 2 |\n| 4o | 0 | 1 | 1 | 2 |"
    let found = try ExampleInspection(.plain.with { $0.scores = [sheet] }).inspection.findings
    let source = found.filter { ["PRT001", "PRT002"].contains($0.code) }.compactMap(\.place.cell)
    #expect(source.map(\.source) == [1, 1])
  }

  @Test
  func `count tasks with points once for an absent pupil, in all sources`() throws {
    let example = Example(Self.header + "| 40001 | отсутствовал | 1 | | | | | | |\n" + Self.second).with {
      $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | | |\n| 40002 | 0 | 1 | 1 | 2 |"]
    }
    let found = try findings(example)
    #expect(found.map(\.code) == ["PRT009"])
    #expect(found.first?.related.map(\.source) == [0, 1, 1])
    #expect(found.first?.message(.ru).contains("за 2 задания") == true)
  }

  @Test
  func `hint at the code that was misread`() throws {
    let rows = "| 40071 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |\n" + Self.second
    let found = try findings(
      Example(Self.header + rows).with { $0.roster = "| Код | ФИО |\n| 40002 | А |\n| 40021 | Б |" })
    #expect(found.map(\.code) == ["PRT005"])
    #expect(
      found.first?.message(.ru)
        == "Кода 40071 нет в списке выданных кодов; выдан похожий код 40021, и строки с ним нет.")
    #expect(found.first?.expected?.values == ["40021"])
  }

  @Test
  func `do not ask for an unused code that a row with a wrong code owns`() throws {
    let roster: (inout Example) -> Void = { $0.roster = "| Код | ФИО |\n| 40002 | А |\n| 40003 | Б |" }
    #expect(try codes("| 50003 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |\n" + Self.second, roster) == ["PRT003"])
    #expect(try codes("| | 1 | 1 | 2 | X | 0 | 1 | м | 4 |\n" + Self.second, roster) == ["PRT001"])
    #expect(try codes("| 40002 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |\n" + Self.second, roster) == ["PRT004"])
  }

  @Test
  func `compare codes digit by digit`() {
    #expect(RosterComparison.differByOneDigit(40_021, 40_071))
    #expect(!RosterComparison.differByOneDigit(40_021, 40_021))
    #expect(!RosterComparison.differByOneDigit(40_021, 40_017))
    #expect(!RosterComparison.differByOneDigit(4002, 40_021))
  }

  @Test
  func `do not ask for a column that the table lacks`() throws {
    let table = "| Код | Вариант | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 1 | 2 | X | 0 |"
    let found = try ExampleInspection(Example(table)).inspection.findings.map(\.code)
    #expect(!found.contains { ["PRT010", "PRT013", "PRT015"].contains($0) })
  }
}
