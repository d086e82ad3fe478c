import Assessment
import Testing

@testable import Seasons

@Suite struct `Shipped tables of criteria` {
  static let paths = embeddedSchemas.map(\.path).filter { $0.hasPrefix("criteria/") }
  let seasons = Seasons()

  @Test func `every file is a work, in order`() throws {
    let works = try seasons.works()
    #expect(works.count == Self.paths.count)
    #expect(Set(works).count == works.count)
    #expect(Set(works.compactMap { SubjectFile.path(of: $0) }) == Set(Self.paths))
    #expect(works.map(\.season) == works.map(\.season).sorted())
    #expect(works.first?.id == "2022/5-МА/basic")
  }

  @Test(arguments: paths)
  func `a table sums to its total and its scale covers it`(path: String) throws {
    let work = try #require(SubjectFile.work(at: path))
    let table = try #require(try seasons.table(for: work))
    #expect(table.work == work)
    #expect(table.tasks.reduce(0) { $0 + $1.max } == table.total)
    #expect(table.scale.isEmpty || table.scale.flatMap { $0.from...$0.to } == Array(0...table.total))
    #expect(table.scale.isEmpty == (table.scaleBasis == nil))
    #expect(!table.source.isEmpty)
  }

  @Test(arguments: paths)
  func `criteria hold what the table states`(path: String) throws {
    let work = try #require(SubjectFile.work(at: path))
    let table = try #require(try seasons.table(for: work))
    let criteria = try #require(try seasons.criteria(for: work))
    #expect(criteria.work == work)
    #expect(criteria.tasks.map(\.maximum) == table.tasks.map(\.max))
    #expect(Set(criteria.tasks.map(\.id)).count == table.tasks.count)
    #expect(criteria.total == table.total)
    #expect(criteria.origin == .table(source: table.source, confidence: table.confidence))
  }

  @Test(arguments: paths)
  func `a table is written as its file is, byte for byte`(path: String) throws {
    let work = try #require(SubjectFile.work(at: path))
    let file = try #require(embeddedSchemas.first { $0.path == path }).json.description
    #expect(try seasons.table(for: work)?.json == (file.hasSuffix("\n") ? file : file + "\n"))
  }

  @Test(arguments: paths)
  func `a table made of criteria has the same tasks, scale and limits`(path: String) throws {
    let work = try #require(SubjectFile.work(at: path))
    let table = try #require(try seasons.table(for: work))
    let criteria = try #require(try seasons.criteria(for: work))
    let made = CriteriaTable(
      criteria, work: work, title: table.title, source: "a form", confidence: "high", tasksBasis: "observed")
    #expect(made.tasks == table.tasks)
    #expect(made.total == table.total)
    #expect(made.scale == table.scale)
    #expect(made.dependencies == table.dependencies)
  }

  @Test func `summaries tell tasks, total and title`() throws {
    let summary = try #require(try seasons.summaries().first { $0.work.id == "2024/4-МА/basic" })
    #expect((summary.tasks, summary.total, summary.title) == (15, 20, "Математика"))
    #expect(summary.confidence == "high")
  }

  @Test func `mathematics of 2024 for grade 4 is as it was seen`() throws {
    let criteria = try #require(try seasons.criteria(for: Work(season: 2024, grade: 4, subject: "МА")))
    #expect(
      criteria.tasks.map(\.id.description).joined(separator: " ")
        == "1 2 3 4 5.1 5.2 6.1 6.2 7 8 9.1 9.2 10 11 12")
    #expect(criteria.terms.codes == 40001...41500)
    #expect(criteria.terms.asksSex)
    #expect(criteria.terms.notCovered.isEmpty)
    #expect([5, 6, 14, 15, 20].map { criteria.mark(for: $0) } == [2, 3, 4, 5, 5])
    #expect(criteria.parts == 1)
  }

  @Test func `geography of 2025 has two parts and offers the word for a topic not taught`() throws {
    let criteria = try #require(try seasons.criteria(for: Work(season: 2025, grade: 7, subject: "ГГ")))
    #expect(criteria.tasks.map(\.part) == Array(repeating: 1, count: 9) + Array(repeating: 2, count: 8))
    #expect(criteria.terms.notCovered == Set(0..<17))
    #expect(criteria.scale.isEmpty)
  }

  @Test func `English of 2026 binds three criteria to the first`() throws {
    let criteria = try #require(try seasons.criteria(for: Work(season: 2026, grade: 8, subject: "АЯ")))
    #expect(criteria.dependencies.map(\.dependent) == [4, 5, 6])
    let nothing: Set<Points> = [Points(0), .notAttempted]
    for bond in criteria.dependencies {
      #expect(bond.controller == 3)
      #expect(bond.allowed == [Points(0): nothing, .notAttempted: nothing])
    }
    #expect(!criteria.terms.asksSex)
  }

  @Test(arguments: ["2031/4-МА", "2024/11-ХИ", "2024/4-МА/advanced", "2024/4-ЩЩ"])
  func `an unknown work has no table`(id: String) throws {
    let work = try #require(Work(id: id))
    #expect(try seasons.table(for: work) == nil)
    #expect(try seasons.criteria(for: work) == nil)
  }

  @Test func `a season without a layout has criteria, and nothing is known of its codes`() throws {
    #expect(try seasons.layout(season: 2023) == nil)
    let criteria = try #require(try seasons.criteria(for: Work(season: 2023, grade: 7, subject: "АЯ")))
    #expect(criteria.terms.codes == nil)
  }

  @Test func `titles are those of the forms`() throws {
    let titles = try seasons.titles()
    #expect(titles.count == 13)
    for summary in try seasons.summaries() { #expect(titles[summary.work.subject] == summary.title) }
  }
}
