import SchoolCalendar
import Spreadsheet
import Testing

@testable import Assessment

/// A mistake of the whole sheet is one finding, with the mend, and everything that follows from it folded under it.
@Suite struct `A root cause` {
  private static let maxima = [4, 3, 3, 1, 3, 2, 1, 2, 3, 2, 1, 1]

  private func findings(
    _ table: String, of work: MarkedWork, scores: String? = nil,
    change: (inout InspectionRequest) -> Void = { _ in }
  ) throws -> [Finding] {
    let seasons = try ExampleSeasons.shared.get()
    var request = InspectionRequest(
      sources: [Source(name: "п.xlsx", role: .transcription, bytes: ExampleWorkbook(table).bytes)],
      policy: seasons.policy)
    if let scores {
      request.sources.append(Source(name: "б.xlsx", role: .scores, bytes: ExampleWorkbook(scores).bytes))
    }
    let criteria = try work.criteria()
    request.work = criteria.work
    request.table = { $0 == criteria.work ? criteria : nil }
    change(&request)
    return Inspector.inspect(request).findings.filter { $0.severity >= .query }
  }

  private func open(_ found: [Finding]) -> [Finding] { found.filter { $0.cause == nil } }

  private let clean = MarkedWork(maxima: Self.maxima, pupils: 20, seed: 11)

  // MARK: Another work

  @Test func `is the wrong form of the same grade, and the right one is named`() throws {
    let other = MarkedWork(maxima: [1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2], pupils: 20, seed: 3)
    var right = try other.criteria()
    right.work = Work(season: 2024, grade: 4, subject: "ОМ")
    let own = try clean.criteria()
    let found = try findings(other.table, of: clean) { [right] request in
      request.table = { $0 == own.work ? own : $0 == right.work ? right : nil }
    }
    let cause = try #require(open(found).first)
    #expect(open(found).map(\.code) == ["TPL006"])
    #expect(cause.message(.ru).contains("заданий 13, 14, 15"))
    #expect(cause.message(.ru).contains("«Окружающий мир, 4 класс»"))
    #expect(cause.message(.en).contains("«Окружающий мир, grade 4»"))
    #expect(cause.related.count == 2)
  }

  @Test func `is points of other criteria, where the headers say nothing`() throws {
    let other = MarkedWork(maxima: Self.maxima.map { $0 + 2 }, pupils: 20, seed: 3)
    let found = try findings(other.table, of: clean)
    #expect(open(found).map(\.code) == ["TPL006"])
    #expect(found.count { $0.code == "SCR004" && $0.cause == open(found).first?.fingerprint } > 40)
    #expect(open(found).first?.message(.ru).contains("баллы больше максимума") == true)
  }

  @Test func `is headers that state other maxima`() throws {
    var cells = clean.cells
    for task in 0..<8 { cells[0][2 + task] = "\(task + 1) (\(Self.maxima[task] + 1)б)" }
    let found = try findings(MarkedWork.table(cells), of: clean)
    #expect(open(found).map(\.code) == ["TPL006"])
    #expect(found.count { $0.code == "TPL009" && $0.cause != nil } == 8)
  }

  @Test func `is a form of another grade, told by the codes`() throws {
    var cells = clean.cells
    for row in 1..<cells.count { cells[row][0] = "5" + cells[row][0].dropFirst() }
    let found = try findings(MarkedWork.table(cells), of: clean)
    let cause = try #require(open(found).first)
    #expect(open(found).map(\.code) == ["TPL006"])
    #expect(cause.message(.ru).contains("20 кодов здесь — 5 класса"))
    #expect(found.count { $0.code == "PRT003" && $0.cause == cause.fingerprint } == 20)
  }

  @Test func `is what the title says, and what follows from it stands under it`() throws {
    let other = MarkedWork(maxima: Self.maxima.map { $0 + 2 }, pupils: 20, seed: 3)
    let found = try findings("| Предмет: Биология |\n" + other.table, of: clean)
    #expect(open(found).map(\.code) == ["TPL006"])
    #expect(open(found).first?.message(.ru).contains("Биология") == true)
  }

  @Test func `is none for a few slips`() throws {
    var work = clean
    for row in 0..<4 { work.rows[row].points[row] = "9" }
    var cells = work.cells
    cells[9][0] = "50012"
    let found = try findings(MarkedWork.table(cells), of: clean)
    #expect(found.allSatisfy { $0.cause == nil })
    #expect(Set(found.map(\.code)) == ["SCR004", "PRT003"])
  }

  // MARK: Columns against the commission's sheet

  @Test(arguments: [(2, 9), (0, 11), (5, 6)])
  func `is two exchanged columns, wherever they stand`(a: Int, b: Int) throws {
    var work = clean
    for row in work.rows.indices { work.rows[row].points.swapAt(a, b) }
    let found = try findings(work.table, of: clean, scores: clean.scoresTable)
    let cause = try #require(open(found).first)
    #expect(open(found).map(\.code) == ["PLS003"], "\(open(found).map { $0.message(.ru) })")
    #expect(cause.message(.ru).contains("поменяйте местами баллы заданий \(a + 1) и \(b + 1)"))
    #expect(found.count { $0.code == "XCK001" && $0.cause == cause.fingerprint } > 4)
  }

  @Test(arguments: [1, -1])
  func `is a block one column off, also where no maximum shows it`(distance: Int) throws {
    var work = clean
    let block = distance > 0 ? 2..<8 : 3..<9
    for row in work.rows.indices {
      for task in block { work.rows[row].points[task] = clean.rows[row].points[task + distance] }
    }
    let found = try findings(work.table, of: clean, scores: clean.scoresTable)
    #expect(open(found).map(\.code) == ["PLS003"], "\(open(found).map { $0.message(.ru) })")
    #expect(open(found).first?.message(.ru).contains(distance > 0 ? "вправо" : "влево") == true)
  }

  // MARK: The end of the row

  @Test(arguments: [true, false])
  func `is a row that moved up to its end`(isLeft: Bool) throws {
    var moved = clean.cells
    for row in 1..<moved.count {
      let sex = ["м", "ж"][row % 2]
      moved[row][15] = sex
      if isLeft {
        moved[row].remove(at: 6)
        moved[row].append("")
      } else {
        moved[row].insert("", at: 6)
      }
    }
    let found = try findings(MarkedWork.table(moved), of: clean)
    let cause = try #require(open(found).first)
    #expect(open(found).map(\.code) == ["PLS003"], "\(open(found).map { $0.code + $0.message(.ru) })")
    #expect(
      cause.message(.ru).contains(
        isLeft ? "пол участников стоит в столбце «Класс»" : "пол участников стоит в столбце «Отм.»"))
    #expect(found.count { $0.cause == cause.fingerprint } >= 40)
  }

  // MARK: Rows against the sums

  @Test(arguments: [1, -1, 2])
  func `is points some rows off, told by the sums`(distance: Int) throws {
    var cells = clean.cells
    cells[0].append("Сумма")
    for row in 1..<cells.count {
      cells[row].append("\(clean.rows[row - 1].points.reduce(0) { $0 + (Int($1) ?? 0) })")
    }
    let block = 6..<16
    for row in block { cells[row].replaceSubrange(2..<14, with: clean.rows[row - 1 + distance].points) }
    let found = try findings(MarkedWork.table(cells), of: clean)
    let cause = try #require(open(found).first { $0.code == "PLS004" })
    #expect(cause.message(.ru).contains("судя по сумме"))
    #expect(cause.message(.ru).contains(distance > 0 ? "выше своих" : "ниже своих"))
    #expect(found.filter { $0.code == "SCR009" }.allSatisfy { $0.cause == cause.fingerprint })
  }

  @Test func `is none where sums are merely wrong`() throws {
    var cells = clean.cells
    cells[0].append("Сумма")
    for row in 1..<cells.count { cells[row].append("\(90 + row)") }
    let found = try findings(MarkedWork.table(cells), of: clean)
    #expect(Set(found.map(\.code)) == ["SCR009"] && found.allSatisfy { $0.cause == nil })
  }
}
