import Assessment
import Checking
import Registry
import Seasons
import Testing

@testable import Desk

struct `What experts have keyed` {
  private static func sheet(_ rows: [Int: [String]]) throws -> KeyedSheet {
    let work = Work(season: 2025, grade: 7, subject: "ГГ")
    let tasks = try #require(try Regulations().seasons.criteria(for: work)).tasks
    var number = 0
    let entries = rows.sorted { $0.key < $1.key }.flatMap { code, values in
      zip(tasks, values).map { task, value -> MarkingEntry in
        number += 1
        return MarkingEntry(
          page: "p", number: number, pass: 1, code: code, task: task.id.description, points: value)
      }
    }
    return KeyedSheet(entries, tasks: tasks, codes: [])
  }

  @Test
  func `asks for a third expert where two differ by the policy's limit`() throws {
    let first = try Self.sheet([70001: ["1", "0", "1"], 70002: ["0", "0", "0"]])
    let second = try Self.sheet([70001: ["1", "0", "1"], 70002: ["1", "0", "0"]])
    let difference = MarkingDifference(first, second, limits: (one: 1, more: 2))
    #expect(difference.cells.map(\.code) == [70002] && difference.thirdDue == [70002])
    #expect(MarkingDifference(first, first, limits: (one: 1, more: 2)).cells.isEmpty)
  }

  @Test
  func `is settled by the third expert's points, and by the first one's where he keyed none`() throws {
    let first = try Self.sheet([70001: ["1", "0", "1"], 70002: ["0", "0", "0"]])
    let third = try Self.sheet([70002: ["1", "0", "0"]])
    let settled = KeyedSheet(first: first, third: third)
    #expect(settled.keyed == [70001, 70002])
    #expect(settled.value(70002, "1") == "1" && settled.value(70001, "1") == "1")
    #expect(settled.sum(70001) == 2 && settled.sum(70002) == 1)
  }

  @Test
  func `takes no points above a task's maximum`() throws {
    let task = try #require(try Self.sheet([:]).tasks.first)
    for value in ["", "X", "н/п", "0", "1"] { #expect(KeyedSheet.isValue(value, of: task)) }
    for value in ["2", "-1", "01", " 1", "x", "1,5", "Канарейкин"] {
      #expect(!KeyedSheet.isValue(value, of: task))
    }
  }
}

struct `A desk that others could reach` {
  @Test(arguments: ["0.0.0.0", "192.168.0.7", "::"])
  func `does not open without TLS and accounts`(address: String) throws {
    var configuration = Desk.Configuration(folder: "/nowhere", regulations: try Regulations())
    configuration.address = address
    #expect(throws: DeskError.self) { try Desk(configuration, now: { 0 }) }
    configuration.registry = "/nowhere/district.db"
    #expect(throws: DeskError.self) { try Desk(configuration, now: { 0 }) }
  }
}
