import Spreadsheet
import Testing

@testable import Assessment

/// What leaves, what was written, and our own failure.
struct `Rules about what leaves` {
  private func run(_ rule: Rule, _ change: (inout Examination) -> Void) throws -> [Finding] {
    var examination = Examination(sources: [], policy: try ExampleSeasons.shared.get().policy)
    change(&examination)
    var reporter = Reporter(rule)
    rule.check(examination, &reporter)
    return reporter.findings
  }

  @Test
  func `report every cell of the written form that reads back otherwise`() throws {
    let found = try run(.rereadDiffers) {
      $0.rereadDifferences = [
        RereadDifference(
          cell: CellReference(row: 1, column: 3), participant: 40001, expected: "2", actual: ""),
        RereadDifference(
          cell: CellReference(row: 2, column: 0), participant: nil, expected: "40002", actual: "40003"),
      ]
    }
    #expect(found.count == 2)
    #expect(found.first?.message(.ru) == "Ячейка D2 записанной формы: должно быть «2», а читается «пусто».")
    #expect(found.first?.place.participant == 40001)
    #expect(found.allSatisfy { $0.severity == .fatal })
  }

  @Test
  func `say nothing of a form that reads back as it was meant`() throws {
    #expect(try run(.rereadDiffers) { _ in }.isEmpty)
    let inspection = try ExampleInspection(.plain).inspection.reread([])
    #expect(inspection.accepted != nil)
  }

  @Test
  func `refuse a protocol whose form reads back otherwise`() throws {
    let difference = RereadDifference(
      cell: CellReference(row: 1, column: 2), participant: 40001, expected: "1", actual: "0")
    let inspection = try ExampleInspection(.plain).inspection.reread([difference])
    #expect(inspection.findings.contains { $0.code == "OUT001" && !$0.fingerprint.isEmpty })
    #expect(inspection.accepted == nil)
  }

  @Test
  func `report our own failure in both languages`() throws {
    let found = try run(.internalError) { $0.failures = [Text("не хватило памяти", "out of memory")] }
    #expect(
      found.map { $0.message(.ru) } == ["Сбой программы: не хватило памяти. Ваши данные тут ни при чём."])
    #expect(
      found.map { $0.message(.en) } == ["The program failed: out of memory. Your data are not to blame."])
  }

  @Test
  func `name the columns of names of every table and never a name`() throws {
    let example = Example(
      """
      | Код | Ф.И.О. | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. |
      | 40001 | Канарейкин Тест | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
      """
    ).with {
      $0.roster = "| Код | ФИО |\n| 40001 | Канарейкин Тест |"
      $0.scores = ["| Код | Фамилия | 1 | 2 | 3.1 | 3.2 |\n| 40001 | Канарейкин | 1 | 2 | x | 0 |"]
    }
    let findings = try ExampleInspection(example).inspection.findings
    let mine = findings.filter { $0.code == "PRV001" }
    #expect(mine.compactMap(\.place.header) == ["Ф.И.О.", "Фамилия", "ФИО"])
    #expect(mine.allSatisfy { $0.severity == .info && $0.place.cell != nil })
    #expect(!findings.contains { ($0.message(.ru) + ($0.actual?.raw ?? "")).contains("Канарейкин") })
  }
}
