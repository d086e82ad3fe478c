import SchoolCalendar
import Testing

@testable import Assessment

/// What the examples of the XCK rules cannot show: several sheets, the silence beside another rule, the policy's limits.
struct `Rules across sources` {
  private static let header = "| Код | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. |\n"
  private static let anna = "| 40001 | 1 | 1 | 2 | X | 0 | 1 | ж | 4 |\n"
  private static let boris = "| 40002 | 2 | 0 | 1 | 1 | 2 | 1 | м | 5 |\n"
  private static let vera = "| 40003 | 1 | 1 | 1 | 0 | X | 1 | ж | 3 |\n"
  private static let three = header + anna + boris + vera
  private static let marks = [40001: "1 | 2 | X | 0", 40002: "0 | 1 | 1 | 2", 40003: "1 | 1 | 0 | X"]

  /// A scores sheet of some codes, with an expert.
  private static func sheet(_ codes: [Int], _ expert: String = "Первая") -> String {
    "| Код | 1 | 2 | 3.1 | 3.2 | Эксперт |\n"
      + codes.map { "| \($0) | \(marks[$0] ?? "1 | 0 | 1 | 0") | \(expert) |" }.joined(separator: "\n")
  }

  private func heavy(_ example: Example) throws -> [Finding] {
    try ExampleInspection(example).inspection.findings.filter { $0.severity >= .query && $0.cause == nil }
  }

  @Test
  func `take sheets of different pupils together`() throws {
    #expect(
      try heavy(Example(Self.three).with { $0.scores = [Self.sheet([40001]), Self.sheet([40002, 40003])] })
        .isEmpty)
  }

  @Test
  func `do not ask a sample marked twice for every pupil`() throws {
    let example = Example(Self.three).with {
      $0.scores = [Self.sheet([40003, 40001, 40002]), Self.sheet([40002], "Второй")]
    }
    #expect(try heavy(example).isEmpty)
  }

  @Test
  func `name the sheet of doubles that lacks a pupil`() throws {
    let example = Example(Self.three).with {
      $0.scores = [Self.sheet([40003, 40001, 40002]), Self.sheet([40002, 40003], "Второй")]
    }
    let found = try heavy(example)
    #expect(found.map(\.code) == ["XCK002"])
    #expect(found.first?.place.participant == 40001)
    #expect(found.first?.message(.ru).contains("в баллах комиссии (лист 2)") == true)
  }

  @Test
  func `tell a mistyped code on both sides`() throws {
    let found = try heavy(Example(Self.three).with { $0.scores = [Self.sheet([40001, 40002, 40008])] })
    #expect(found.map(\.code).sorted() == ["XCK002", "XCK003"])
    #expect(Set(found.map(\.place.participant)) == [40003, 40008])
  }

  @Test(arguments: ["", "40002,5", "50002", "40001"])
  func `leave a code that is wrong by itself to its own rule`(code: String) throws {
    let rows = Self.anna + Self.boris.replacing("40002", with: code) + Self.vera
    let found = try heavy(
      Example(Self.header + rows).with { $0.scores = [Self.sheet([40003, 40002, 40001])] })
    #expect(found.allSatisfy { $0.code.hasPrefix("PRT") }, "\(found.map(\.code))")
    #expect(found.count == 1)
  }

  @Test(arguments: ["", "50002", "40001"])
  func `leave a code that is wrong in the scores sheet to its own rule`(code: String) throws {
    let sheet = Self.sheet([40003, 40002, 40001]).replacing("40002", with: code)
    let found = try heavy(Example(Self.three).with { $0.scores = [sheet] })
    #expect(found.allSatisfy { $0.code.hasPrefix("PRT") }, "\(found.map(\.code))")
    #expect(found.count == 1)
  }

  @Test
  func `wait for a file that could not be read`() throws {
    let found = try heavy(
      Example(Self.three).with { $0.scores = [Self.sheet([40001, 40002]), "| Урок | Звонок |"] })
    #expect(found.map(\.code) == ["TPL001"] || found.isEmpty)
  }

  @Test
  func `do not look for an absent pupil, nor for a row without a trace of work`() throws {
    let rows = Self.anna + "| 40002 | отсутствовал | | | | | | | |\n| 40003 | | | | | | | | |\n"
    let found = try heavy(Example(Self.header + rows).with { $0.scores = [Self.sheet([40001])] })
    #expect(found.map(\.code) == ["PRT006"])
  }

  @Test
  func `say once that an absent pupil has points in the scores sheet`() throws {
    let rows = Self.anna + "| 40002 | отсутствовал | | | | | | | |\n"
    let sheet =
      "| Код | Вариант | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 1 | 2 | X | 0 |\n| 40002 | 2 | 0 | 1 | 1 | 2 |"
    #expect(try heavy(Example(Self.header + rows).with { $0.scores = [sheet] }).map(\.code) == ["PRT009"])
  }

  @Test
  func `do not compare points that are wrong by themselves`() throws {
    let rows =
      Self.anna.replacing("| 1 | 2 |", with: "| 1 | 7 |")
      + Self.boris.replacing("| 0 | 1 |", with: "| 0 | да |")
    let found = try heavy(Example(Self.header + rows).with { $0.scores = [Self.sheet([40001, 40002])] })
    #expect(found.map(\.code).sorted() == ["SCR002", "SCR004"])
  }

  @Test
  func `tell a blank cell of the scores sheet beside points`() throws {
    let sheet = Self.sheet([40001, 40002]).replacing("1 | 2 | X", with: "1 | | X")
    let found = try heavy(Example(Self.header + Self.anna + Self.boris).with { $0.scores = [sheet] })
    #expect(found.map(\.code) == ["XCK001"])
    #expect(found.first?.message(.ru).contains("«пусто»") == true)
    #expect(found.first?.related.first?.cell?.source == 1)
  }

  @Test
  func `call a third expert although the transcription follows one of the two`() throws {
    let second = Self.sheet([40001, 40002], "Второй").replacing("1 | 2 | X", with: "1 | 0 | X")
    let example = Example(Self.header + Self.anna + Self.boris).with {
      $0.scores = [Self.sheet([40001, 40002]), second]
    }
    let found = try heavy(example)
    #expect(found.map(\.code) == ["XCK005"])
    #expect(found.first?.severity == .query)
    #expect(Set([found.first?.place.source, found.first?.related.first?.source]) == [1, 2])
  }

  @Test
  func `leave a difference within the limit, and one expert's own slip, to the comparison of points`() throws
  {
    let near = Self.sheet([40001, 40002], "Второй").replacing("1 | 2 | X", with: "1 | 1 | X")
    let same = Self.sheet([40001, 40002]).replacing("1 | 2 | X", with: "1 | 0 | X")
    for second in [near, same] {
      let example = Example(Self.header + Self.anna + Self.boris).with {
        $0.scores = [Self.sheet([40001, 40002]), second]
      }
      #expect(try heavy(example).map(\.code) == ["XCK001"])
    }
  }

  @Test
  func `say nothing of variants that one source leaves out or that the form does not know`() throws {
    let sheet =
      "| Код | Вариант | 1 | 2 | 3.1 | 3.2 |\n| 40001 | | 1 | 2 | X | 0 |\n| 40002 | 1 | 0 | 1 | 1 | 2 |"
    let rows = Self.anna + Self.boris.replacing("| 2 | 0 |", with: "| 7 | 0 |")
    #expect(try heavy(Example(Self.header + rows).with { $0.scores = [sheet] }).map(\.code) == ["PRT007"])
  }
}
