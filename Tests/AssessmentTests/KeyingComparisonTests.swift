import SchoolCalendar
import Spreadsheet
import Testing

@testable import Assessment

struct `Two transcriptions of one work` {
  @Test func `agree whatever the order of rows and the spelling of values`() {
    let second =
      "| № | Отм. | Код участника | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол |\n"
      + "| 1 | но | 40004 | 1 | 0 | 0 | 0 | 1 | 2 | Ж |\n| 2 | | 40003 | н | | | | | | |\n"
      + "| 3 | 4 | 40001 | 1 | 1 | 2 | х | 0 | 1 | М |\n| 4 | 5 | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж |"
    let pair = KeyedTwice(KeyedTwice.table, second)
    #expect(pair.found.isEmpty)
    // Three pupils in eight columns, and the variant of the absent one.
    #expect(pair.keyings?.compared == 25 && pair.keyings?.disputed == 0 && pair.keyings?.both == 4)
  }

  @Test(
    arguments: [
      ("| 40001 | 1 | 0 | 2 | X | 0 | 1 | м | 4 |", "XCK001 C2"),
      ("| 40001 | 1 | 1 | 2 | 0 | 0 | 1 | м | 4 |", "XCK001 E2"),
      ("| 40001 | 1 | 1 | 2 | | 0 | 1 | м | 4 |", "XCK001 E2"),
      ("| 40001 | 1 | 1 | 7 | X | 0 | 1 | м | 4 |", "XCK001 D2"),
      ("| 40001 | 1 | 1 | два | X | 0 | 1 | м | 4 |", "XCK001 D2"),
      ("| 40001 | 1 | 1 | 2 | X | 0 | 2 | м | 4 |", "XCK001 G2"),
      ("| 40001 | 1 | 1 | 2 | X | 0 | 1 | ж | 4 |", "XCK001 H2"),
      ("| 40001 | 1 | 1 | 2 | X | 0 | 1 | м | нет |", "XCK001 I2"),
      ("| 40001 | 2 | 1 | 2 | X | 0 | 1 | м | 4 |", "XCK004 B2"),
      ("| 40001 | отсутствовал | | | | | | | |", "XCK004 B2"),
    ])
  func `differ in one cell, which is named in both`(row: String, finding: String) throws {
    let pair = KeyedTwice(KeyedTwice.table, KeyedTwice.table([0: row]))
    #expect(pair.found == [finding])
    let found = try #require(pair.inspection.findings.first { $0.severity == .error })
    #expect(found.place.cell?.source == 0 && found.related.map(\.cell?.source) == [1])
    #expect(found.related.first?.cell?.cell == found.place.cell?.cell)
    #expect(found.place.participant == 40001 && pair.keyings?.disputed == 1)
    for language in Language.allCases {
      let text = found.message(language) + found.mend(language)
      #expect(!text.contains("{") && text.contains("40001"))
    }
  }

  @Test func `name the codes that stand in one alone`() {
    let pair = KeyedTwice(KeyedTwice.table([1: ""]), KeyedTwice.table([0: ""]))
    #expect(pair.found == ["XCK002 A2", "XCK003 A2"])
    #expect(pair.keyings?.alone.first == 1 && pair.keyings?.alone.second == 1)
  }

  @Test func `tell one work under two codes from two works`() throws {
    let header = "| Код | Вариант | 1 | 2 | 3 | 4 | 5 | Класс | Пол | Отм. |\n"
    let pair = KeyedTwice(
      header + "| 40001 | 1 | 1 | 2 | 0 | 1 | 2 | 1 | м | 4 |\n| 40002 | 1 | 0 | 0 | 0 | 1 | 2 | 1 | м | 4 |",
      header + "| 40010 | 1 | 1 | 2 | 0 | 1 | 2 | 1 | м | 4 |\n| 40002 | 1 | 0 | 0 | 0 | 1 | 2 | 1 | м | 4 |")
    #expect(pair.found == ["XCK002 A2"])
    let folded = try #require(pair.inspection.findings.first { $0.code == "XCK003" })
    let cause = try #require(pair.inspection.findings.first { $0.code == "XCK002" })
    #expect(folded.cause == cause.fingerprint && cause.message(.ru).contains("40010"))
    let agreed = try #require(AgreedProtocol(pair.inspection))
    // The work stands once, its code is to be found out, and nothing else of it is disputed.
    #expect(agreed.rows.count == 3 && agreed.rows[1][0] == .empty && agreed.rows[1][2] == .number(1))
    #expect(agreed.disputed.keys.map(\.description) == ["A2"])
  }

  @Test func `are not aligned by a code that stands twice or is missing`() {
    let twice = KeyedTwice.table([1: "| 40001 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |"])
    let pair = KeyedTwice(KeyedTwice.table, twice)
    #expect(pair.found.contains("PRT004 A2") && pair.keyings?.both == 2)
    #expect(AgreedProtocol(pair.inspection) == nil)
    let without = KeyedTwice(KeyedTwice.table, KeyedTwice.table([1: "| | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |"]))
    #expect(without.found.contains("PRT001 A3") && AgreedProtocol(without.inspection) == nil)
  }

  @Test func `show rows that slipped as one mistake and leave them out of the counts`() throws {
    let header = "| Код | Вариант | 1 | 2 | 3 | 4 | Класс | Пол | Отм. |\n"
    let points = [
      "1 | 2 | 0 | 1", "0 | 1 | 1 | 2", "1 | 1 | 0 | 0", "0 | 2 | X | 1", "1 | 0 | 2 | 0", "X | 1 | 2 | 2",
    ]
    func table(_ shift: Int) -> String {
      header
        + points.indices.map { row in
          let own = row >= 1 && row < 5 ? points[row + shift] : points[row]
          return "| \(40001 + row) | 1 | \(own) | 1 | м | 4 |"
        }.joined(separator: "\n")
    }
    let pair = KeyedTwice(table(1), table(0))
    #expect(pair.found == ["PLS004 A3"])
    let folded = pair.inspection.findings.filter { $0.cause != nil }
    #expect(folded.count > 4 && folded.allSatisfy { $0.code == "XCK001" })
    #expect(pair.keyings?.shifted == 4 && pair.keyings?.disputed == 0)
  }

  @Test func `are compared only in the columns that both have`() {
    let points = "| Код | 1 | 2 |\n| 40001 | 1 | 2 |\n| 40002 | 0 | 2 |\n| 40004 | 0 | 0 |"
    let pair = KeyedTwice(KeyedTwice.table, points)
    #expect(pair.found == ["XCK002 A4", "XCK001 D3"] || pair.found == ["XCK001 D3", "XCK002 A4"])
    #expect(pair.keyings?.columns.map(\.column) == [.task(0), .task(1)])
    #expect(pair.keyings?.onlyInOne.allSatisfy(\.isFirst) == true && pair.keyings?.onlyInOne.count == 6)
  }

  @Test func `are refused when one of them is no table, and when the criteria asked for are not there`() {
    let pair = KeyedTwice(KeyedTwice.table, "| Урок | Начало |\n| 1 | 08:30 |")
    #expect(pair.found == ["TPL001 "] && pair.keyings == nil && AgreedProtocol(pair.inspection) == nil)
    #expect(pair.inspection.steps.last?.reason != nil)
    var other = ExampleWork.fourTasks.criteria
    other?.work = Work(season: 2024, grade: 9, subject: "МА")
    var request = InspectionRequest(
      sources: pair.inspection.examination.sources, policy: .init(id: "default", title: ""))
    request.purpose = .comparison
    request.work = other?.work
    #expect(Inspector.inspect(request).findings.contains { $0.code == "CRT004" })
  }

  @Test func `say when they are of different works`() {
    let titled = KeyedTwice(
      KeyedTwice.table, KeyedTwice.table, title: ["Предмет: Биология", "Класс: 4"],
      ExampleWork.fourTasks.criteria)
    #expect(Set(titled.found) == ["TPL006 A1"])
  }

  @Test func `make an agreed sheet in which every disputed cell is empty and tells both values`() throws {
    let second = KeyedTwice.table([
      0: "| 40001 | 1 | 0 | 2 | Канарейкин | 0 | 1 | м | 4 |", 2: "| 40003 | 1 | 0 | 1 | 0 | 1 | 1 | ж | 3 |",
      3: "| 40005 | 1 | 0 | 0 | 0 | 1 | 2 | ж | нет отметки |",
    ])
    let pair = KeyedTwice(KeyedTwice.table, second)
    let agreed = try #require(AgreedProtocol(pair.inspection))
    let body = agreed.rows[(agreed.headerRow + 1)...]
    #expect(body.map { $0[0] } == [40001, 40002, 40003, 40004, 40005].map { .number($0) })
    #expect(agreed.rows[1][2] == .empty && agreed.rows[1][3] == .number(2) && agreed.rows[1][4] == .empty)
    #expect(
      Array(agreed.rows[2].dropFirst()) == [2, 0, 1, 1, 2, 1].map { .number($0) } + [.text("ж"), .number(5)])
    // Absent or not: nothing of the row is known until that is.
    #expect(agreed.rows[3].dropFirst().allSatisfy { $0 == .empty })
    // Keyed by one alone.
    #expect(
      agreed.rows[4].dropFirst().allSatisfy { $0 == .empty }
        && agreed.rows[5].dropFirst().allSatisfy { $0 == .empty })
    for (place, note) in agreed.disputed {
      #expect(agreed.rows[place.row][place.column] == .empty)
      #expect(!note.ru.contains("Канарейкин") && !note.en.contains("Канарейкин"))
    }
    let note = agreed.disputed[CellReference(row: 1, column: 2)]
    #expect(note?.ru.contains("Первая запись: «1»\nВторая запись: «0»") == true)
  }

  @Test func `leave it open whether a pupil was absent for whom one keyed a result`() throws {
    let second = KeyedTwice.table([2: "| 40003 | отсутствовал | | | | | | | 3 |"])
    let pair = KeyedTwice(KeyedTwice.table, second)
    #expect(pair.found == ["XCK001 I4"])
    let agreed = try #require(AgreedProtocol(pair.inspection))
    #expect(agreed.rows[3].dropFirst().allSatisfy { $0 == .empty })
    #expect(Set(agreed.disputed.keys.map(\.description)) == ["B4", "I4"])
  }
}
