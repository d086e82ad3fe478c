import Spreadsheet
import Testing

@testable import Assessment

/// What the examples of the SCR rules cannot show: which source is asked, what is told as one finding, and silence.
struct `Rules about points` {
  private static let header = "| Код | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. |\n"
  private static let keys = "| Код | Вариант | Класс | Пол | Отм. |\n| 40001 | 1 | 1 | м | 4 |\n"

  private func findings(_ example: Example) throws -> [Finding] {
    try ExampleInspection(example).inspection.findings.filter {
      $0.severity >= .query && $0.code.hasPrefix("SCR")
    }
  }

  @Test
  func `tell a whole blank row once`() throws {
    let found = try findings(Example(Self.header + "| 40001 | 1 | | | | | 1 | м | 4 |"))
    #expect(found.map(\.code) == ["SCR001"])
    #expect(found.first?.message(.ru) == "Баллы не введены: вся строка.")
    #expect(found.first?.related.count == 3)
  }

  @Test
  func `tell single blank tasks one by one`() throws {
    let found = try findings(Example(Self.header + "| 40001 | 1 | | 2 | | 0 | 1 | м | 4 |"))
    #expect(found.map { $0.place.task?.description } == ["1", "3.1"])
    #expect(found.first?.expected?.values == ["0", "1", "X"])
  }

  @Test
  func `look for a blank where the points are kept`() throws {
    let found = try findings(
      Example(Self.keys).with { $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | | x | 0 |"] })
    #expect(found.map(\.code) == ["SCR001"])
    #expect(found.first?.place.cell?.source == 1)
    #expect(found.first?.place.participant == 40001)
    #expect(found.first?.place.schoolClass == 1)
  }

  @Test
  func `leave a pupil whom the scores sheets lack to the comparison of sources`() throws {
    let example = Example(Self.keys + "| 40002 | 2 | 1 | ж | 5 |").with {
      $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | x | 0 |"]
    }
    #expect(try findings(example).isEmpty)
  }

  @Test
  func `point from a blank cell to the points of the other source, and nobody else does`() throws {
    let rows = "| 40001 | 1 | 1 | | X | 0 | 1 | м | 4 |\n| 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |"
    let example = Example(Self.header + rows)
      .with {
        $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | x | 0 |\n| 40002 | 0 | 1 | 1 | 2 |"]
      }
    let found = try ExampleInspection(example).inspection.findings.filter { $0.severity >= .query }
    #expect(found.map(\.code) == ["SCR001"])
    #expect(found.first?.related.map(\.source) == [1])
  }

  @Test
  func `report a bad cell of a scores sheet although the transcription holds the task`() throws {
    let example = Example.plain.with {
      $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | да | 3 | -1 | н/п |\n| 40002 | 0,5 | 1 | 1 | 2 |"]
    }
    let found = try findings(example)
    #expect(Set(found.map(\.code)) == ["SCR002", "SCR003", "SCR004", "SCR005", "SCR006"])
    #expect(found.allSatisfy { $0.place.cell?.source == 1 })
  }

  @Test
  func `judge no cell of an absent pupil`() throws {
    let example = Example(Self.header + "| 40001 | отсутствовал | 9 | да | -1 | н/п | | | |")
    #expect(try findings(example).isEmpty)
  }

  @Test
  func `do not check a sum over points that are not sound`() throws {
    for bad in ["", "да", "1.5", "-1", "9", "н/п", "#N/A"] {
      let table = "| Код | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. | Сумма | Отметка за ВПР |\n"
      let found = try ExampleInspection(
        Example(table + "| 40001 | 1 | 1 | \(bad) | X | 0 | 1 | м | 4 | 6 | 5 |")
      ).inspection
      #expect(!found.findings.contains { ["SCR009", "SCR010"].contains($0.code) }, "\(bad)")
    }
  }

  @Test
  func `check the sum of a scores sheet over its own tasks`() throws {
    let example = Example.plain.with {
      $0.scores = ["| Код | 1 | 2 | Сумма |\n| 40001 | 1 | 2 | 3 |\n| 40002 | 0 | 1 | 2 |"]
    }
    let found = try findings(example)
    #expect(found.map(\.code) == ["SCR009"])
    #expect(found.first?.place.cell?.source == 1)
    #expect(found.first?.place.participant == 40002)
  }

  @Test(arguments: [
    (3, "3 балла,"), (5, "5 баллов,"), (11, "11 баллов,"), (21, "21 балл,"), (22, "22 балла,"),
  ])
  func `count points in good Russian`(points: Int, words: String) throws {
    let found = try findings(Example(Self.header + "| 40001 | 1 | 1 | \(points) | X | 0 | 1 | м | 4 |"))
    #expect(found.first?.message(.ru).contains("указано " + words) == true)
  }

  @Test
  func `say nothing of «н/п» in part where other pupils of the class have no readable points`() throws {
    let example = Example(
      Self.header + "| 40001 | 1 | 1 | н/п | X | 0 | 1 | м | 4 |\n| 40002 | 2 | 0 | ? | 1 | 2 | 1 | ж | 5 |"
    )
    .with { $0.criteria = .withNotCovered }
    #expect(try findings(example).map(\.code) == ["SCR002"])
  }

  @Test
  func `ask once for a task and a class with «н/п» in part`() throws {
    let rows = (1...5).map { "| 4000\($0) | 1 | 1 | \($0 < 4 ? "н/п" : "2") | X | \($0 % 3) | 1 | м | 4 |" }
    let found = try findings(
      Example(Self.header + rows.joined(separator: "\n")).with { $0.criteria = .withNotCovered })
    #expect(found.map(\.code) == ["SCR007"])
    #expect(found.first?.place.task?.description == "2")
    #expect(found.first?.place.schoolClass == 1)
    #expect(found.first?.related.count == 3)
    #expect(found.first?.message(.ru).contains("у 3 из 5 участников класса 1") == true)
  }

  @Test
  func `do not bind points by a controller that is itself wrong`() throws {
    let table = "| Код | Вариант | 4К1 | 4К2 | Класс | Отм. |\n"
    let example: (String) -> Example = { row in Example(table + row).with { $0.criteria = .dependent } }
    #expect(try findings(example("| 40001 | 1 | 7 | 1 | 1 | 4 |")).map(\.code) == ["SCR004"])
    #expect(try findings(example("| 40001 | 1 | 0 | 9 | 1 | 4 |")).map(\.code) == ["SCR004"])
    #expect(try findings(example("| 40001 | 1 | | 1 | 1 | 4 |")).map(\.code) == ["SCR001"])
  }

  @Test
  func `keep two classes apart whose points stand in different sources`() throws {
    let first = ExampleWorkbook(Self.header + "| 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |")
    let second = ExampleWorkbook("| Код | Вариант | Класс | Пол | Отм. |\n| 40002 | 2 | 2 | ж | 5 |")
    let scores = ExampleWorkbook("| Код | 1 | 2 | 3.1 | 3.2 |\n| 40002 | 0 | 1 | 1 | 2 |")
    let sources = [
      Source(name: "4А.xlsx", role: .transcription, bytes: first.bytes),
      Source(name: "4Б.xlsx", role: .transcription, bytes: second.bytes),
      Source(name: "баллы.xlsx", role: .scores, bytes: scores.bytes),
    ]
    let tables = sources.enumerated().flatMap { index, source in
      source.workbook.map {
        TableFinder.tables(in: $0.sheets[0], source: index, sheetIndex: 0, isText: false)
      } ?? []
    }
    let criteria = try #require(ExampleWork.fourTasks.criteria)
    let record = RecordReader(criteria: criteria, tables: tables, classMap: ClassMap()).read(
      roles: sources.map(\.role))
    #expect(record.joined[1].map(\.entry) == [0, 1, 1, 2].map { .points(Points($0)) })
    let policy = try ExampleSeasons.shared.get().policy
    #expect(PointsComparison.differences(in: record, policy: policy).isEmpty)
  }
}

/// No rule leaves a gap: what nobody reports can be written into the form.
struct `What no rule reports` {
  @Test(arguments: 0..<8)
  func `is complete enough for the form`(seed: Int) throws {
    var random = Seeded(state: UInt64(seed) &+ 1)
    for _ in 0..<40 {
      let example = Self.damaged(&random)
      let inspection = try ExampleInspection(example).inspection
      let reported = inspection.findings.filter { $0.severity >= .query }
      #expect(
        reported.isEmpty == (inspection.accepted != nil),
        "\(example.table)\n\(example.scores)\n\(reported.map(\.code))")
    }
  }

  /// A clean two-part protocol in one to three files, of which some cells, rows and columns were lost.
  private static func damaged(_ random: inout Seeded) -> Example {
    var main = [
      ["Код", "Вариант (часть 1)", "1", "2", "Вариант (часть 2)", "3", "Класс", "Пол", "Отм."],
      ["40001", "1", "1", "2", "1", "0", "1", "м", "4"], ["40002", "2", "X", "1", "2", "2", "1", "ж", "5"],
      ["40003", "отсутствовал", "", "", "", "", "", "", ""],
    ]
    var sheets = [
      [["Код", "1", "2", "3"], ["40001", "1", "2", "0"], ["40002", "X", "1", "2"]],
      [["Код", "1", "2"], ["40001", "1", "2"], ["40002", "X", "1"]],
    ]
    for _ in 0..<random.below(4) { lose(&main, &random) }
    for sheet in sheets.indices { for _ in 0..<random.below(3) { lose(&sheets[sheet], &random) } }
    let count = random.below(3)
    return Example(markdown(main)).with {
      $0.criteria = .twoParts
      $0.scores = sheets.prefix(count).map(markdown)
    }
  }

  private static func lose(_ table: inout [[String]], _ random: inout Seeded) {
    guard table.count > 2, table[0].count > 3 else { return }
    let row = 1 + random.below(table.count - 1)
    let column = 1 + random.below(table[0].count - 1)
    switch random.below(6) {
    case 0: for index in table.indices { table[index].remove(at: column) }
    case 1: for index in table.indices.dropFirst() { table[index][column] = "" }
    case 2: for index in table[row].indices.dropFirst() { table[row][index] = "" }
    default: table[row][column] = ""
    }
  }

  private static func markdown(_ table: [[String]]) -> String {
    table.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// The same numbers for the same seed.
  private struct Seeded {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }
}
