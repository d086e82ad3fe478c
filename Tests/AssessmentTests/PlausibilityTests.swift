import SchoolCalendar
import Spreadsheet
import Testing

@testable import Assessment

/// Patterns over whole rows and columns: one finding for a cause, its echoes folded, and silence about clean protocols.
struct `Rules about patterns` {
  /// Maxima of Russian 4, Russian 6 and environment 4 of 2024.
  private static let works = [
    [4, 3, 3, 1, 3, 2, 1, 2, 3, 2, 1, 1, 2, 1, 2, 1, 2, 1, 2, 1],
    [4, 3, 2, 3, 3, 3, 3, 1, 1, 2, 3, 2, 1, 1, 2, 1, 2, 3, 2, 1, 2, 1, 1, 2, 2],
    [2, 2, 1, 2, 3, 2, 1, 1, 1, 2, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2],
  ]

  private func findings(_ transcription: MarkedWork, scores: MarkedWork? = nil) throws -> [Finding] {
    let seasons = try ExampleSeasons.shared.get()
    let bytes = ExampleWorkbook(transcription.table).bytes
    var request = InspectionRequest(
      sources: [Source(name: "п.xlsx", role: .transcription, bytes: bytes)], policy: seasons.policy)
    if let scores {
      request.sources.append(
        Source(name: "б.xlsx", role: .scores, bytes: ExampleWorkbook(scores.scoresTable).bytes))
    }
    let criteria = try transcription.criteria()
    request.work = criteria.work
    request.table = { _ in criteria }
    return Inspector.inspect(request).findings.filter { $0.severity >= .query }
  }

  @Test(arguments: 0..<12)
  func `say nothing of a clean protocol`(seed: UInt64) throws {
    let work = MarkedWork(maxima: Self.works[Int(seed) % 3], pupils: 4 + Int(seed) * 2, seed: seed)
    #expect(try findings(work, scores: work).isEmpty)
  }

  // MARK: Columns

  @Test(arguments: 0..<18)
  func `fold a block one column to the right into one finding`(seed: UInt64) throws {
    var work = MarkedWork(maxima: Self.works[Int(seed) % 3], pupils: 24, seed: seed)
    let length = 7 + Int(seed) % 4
    work.keyToTheRight(length)
    let found = try findings(work)
    let open = found.filter { $0.cause == nil }
    #expect(open.map(\.code) == ["PLS003"])
    #expect(found.contains { $0.code == "SCR004" && $0.cause == open.first?.fingerprint })
    #expect(open.first?.place.task?.description == "1")
    #expect(open.first?.message(.ru).contains("на один столбец влево") == true)
  }

  @Test(arguments: 0..<6)
  func `see a block one column to the left`(seed: UInt64) throws {
    var work = MarkedWork(maxima: Self.works[Int(seed) % 3], pupils: 16, seed: seed)
    for row in work.rows.indices {
      for task in 0..<8 { work.rows[row].points[task] = work.rows[row].points[task + 1] }
      work.rows[row].points[8] = ""
    }
    let open = try findings(work).filter { $0.cause == nil }
    #expect(open.map(\.code) == ["PLS003"], "\(open.map { $0.message(.ru) })")
    #expect(open.first?.message(.ru).contains("на один столбец вправо") == true)
  }

  @Test
  func `leave a column that was not keyed, and a slip beside it, to the rules of points`() throws {
    var work = MarkedWork(maxima: Self.works[0], pupils: 12, seed: 7)
    for row in work.rows.indices { work.rows[row].points[2] = "" }
    work.rows[4].points[3] = "3"
    let codes = Set(try findings(work).map(\.code))
    #expect(codes == ["SCR001", "SCR004"])
  }

  @Test
  func `do not guess which neighbour a column was exchanged with`() throws {
    var work = MarkedWork(maxima: [2, 1, 2, 1, 1, 1, 1, 1], pupils: 8, seed: 3)
    for row in work.rows.indices {
      for task in 0..<3 { work.rows[row].points[task] = task == 1 ? "2" : "\((row + task) % 2)" }
    }
    let codes = Set(try findings(work).map(\.code))
    #expect(codes == ["SCR004"])
  }

  @Test
  func `fold differences from the scores sheet under shifted columns`() throws {
    let clean = MarkedWork(maxima: Self.works[0], pupils: 20, seed: 5)
    var work = clean
    work.keyToTheRight(8, overMaximum: false)
    let found = try findings(work, scores: clean)
    let cause = try #require(found.first { $0.code == "PLS003" })
    let cells = Set(cause.related.compactMap(\.cell))
    #expect(found.contains { $0.code == "XCK001" && $0.cause == cause.fingerprint })
    #expect(
      found.allSatisfy { $0 == cause || $0.cause != nil || !($0.place.cell.map(cells.contains) ?? false) })
  }

  // MARK: Rows

  @Test(arguments: 0..<12, [1, -1, 2])
  func `fold points in other rows into one finding`(seed: UInt64, distance: Int) throws {
    let clean = MarkedWork(maxima: Self.works[Int(seed) % 3], pupils: 20, seed: seed)
    var work = clean
    let rows = 4..<(18 - Int(seed) % 3)
    for row in rows { work.rows[row].points = clean.rows[row + distance].points }
    let found = try findings(work, scores: clean.shuffled(seed))
    let open = found.filter { $0.cause == nil }
    let finding = try #require(open.first)
    #expect(open.map(\.code) == ["PLS004"], "\(open.map(\.code))")
    #expect(finding.place.participant == clean.rows[4].code)
    #expect(finding.related.last?.participant == clean.rows[rows.upperBound - 1].code)
    #expect(finding.message(.ru).contains(distance > 0 ? "выше своих" : "ниже своих"))
    #expect(found.count { $0.cause == finding.fingerprint } > 20)
  }

  @Test
  func `see through one slip in a shifted block`() throws {
    let clean = MarkedWork(maxima: Self.works[0], pupils: 20, seed: 2)
    var work = clean
    for row in 5..<19 { work.rows[row].points = clean.rows[row + 1].points }
    work.rows[11].points[4] = work.rows[11].points[4] == "X" ? "0" : "X"
    let open = try findings(work, scores: clean).filter { $0.cause == nil }
    #expect(open.map(\.code) == ["PLS004"])
    #expect(open.first?.related.count == 13)
  }

  @Test
  func `follow a block that was pasted one line down, over an absent pupil and past the last row`() throws {
    var clean = MarkedWork(maxima: Self.works[2], pupils: 12, seed: 4)
    clean.rows[6].isAbsent = true
    clean.rows[6].points = clean.rows[6].points.map { _ in "" }
    var work = clean
    for row in 3..<12 { work.rows[row].points = clean.rows[row - 1].points }
    work.rows[2].points = work.rows[2].points.map { _ in "" }
    let found = try findings(work, scores: clean)
    let cause = try #require(found.first { $0.code == "PLS004" })
    #expect(
      found.filter { $0.cause == nil }.map(\.code) == ["PLS004"],
      "\(found.filter { $0.cause == nil }.map(\.code))")
    #expect(cause.place.participant == clean.rows[2].code)
    #expect(cause.message(.en).contains("below their own"))
  }

  @Test
  func `leave single slips and an exchange of two rows to the comparison of points`() throws {
    let clean = MarkedWork(maxima: Self.works[1], pupils: 15, seed: 9)
    var work = clean
    work.rows[3].points = clean.rows[4].points
    work.rows[4].points = clean.rows[3].points
    work.rows[9].points[0] = work.rows[9].points[0] == "X" ? "1" : "X"
    #expect(Set(try findings(work, scores: clean).map(\.code)) == ["XCK001"])
  }

  // MARK: Equal rows

  @Test
  func `name each group of equal rows of a class once`() throws {
    var work = MarkedWork(maxima: Self.works[0], pupils: 12, seed: 1)
    for row in [2, 5, 8] { work.rows[row].points = work.rows[0].points }
    for row in [4, 7] { work.rows[row].points = work.rows[3].points }
    let found = try findings(work)
    #expect(found.map(\.code) == ["PLS001", "PLS001"])
    #expect(found.map(\.related.count) == [3, 2])
    #expect(found[0].message(.ru).contains("у 4 участников одинаковые баллы за все 20 заданий"))
    #expect(found[1].place.participant == work.rows[3].code)
    #expect(found[1].place.schoolClass == 1)
  }

  @Test
  func `do not count tasks that nobody was taught`() throws {
    var work = MarkedWork(maxima: [1, 2, 1, 2, 1, 2, 1, 2, 1], pupils: 6, seed: 1)
    for row in work.rows.indices { work.rows[row].points = ["0", "1", "1", "0", "1", "2", "1", "X", "1"] }
    #expect(try findings(work).map(\.code) == ["PLS001"])
    for row in work.rows.indices { work.rows[row].points.replaceSubrange(0..<2, with: ["н/п", "н/п"]) }
    #expect(try findings(work).isEmpty)
  }
}
