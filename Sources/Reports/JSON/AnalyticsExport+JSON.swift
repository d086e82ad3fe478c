internal import Assessment
public import Form
internal import SchoolCalendar
internal import Spreadsheet

extension JSON {
  /// The answer of `oko import` for an export of ФИС ОКО: which one, of which work, and its rows.
  public init(export: AnalyticsExport) {
    let work = export.title.work.value
    let head: [(String, JSON)] = [
      ("schema", .string("oko/export/1")), ("kind", .string(export.kind.rawValue)),
      ("season", JSON(work?.season)), ("grade", JSON(work?.grade)), ("subject", JSON(work?.subject)),
      ("level", JSON(work?.level.rawValue)), ("maximum", JSON(export.title.maximum?.value)),
      ("date", JSON(export.title.day?.value?.description)),
    ]
    let body: [(String, JSON)] =
      switch export {
      case .individualResults(let results): Self.body(results)
      case .markStatistics(let statistics): [("groups", .array(statistics.rows.map { JSON($0) }))]
      case .journalComparison(let comparison): [("groups", .array(comparison.rows.map { JSON($0) }))]
      }
    self = .object(head + body)
  }

  // MARK: Ф1

  private static func body(_ results: IndividualResults) -> [(String, JSON)] {
    let tasks = results.tasks.map { task -> JSON in
      .object([
        ("id", .string(task.criterion.id.description)), ("max", .int(task.criterion.maximum)),
        ("part", .int(task.criterion.part)),
        ("difficulty", task.difficulty.isEmpty ? .null : .string(task.difficulty)),
      ])
    }
    let schools = results.schools.map { school -> JSON in
      .object([
        ("login", JSON(school.login)), ("name", .string(school.name)), ("stated", JSON(school.stated?.value)),
      ])
    }
    return [
      ("tasks", .array(tasks)), ("schools", .array(schools)),
      ("participants", .array(results.rows.map { JSON($0, of: results) })),
    ]
  }

  private init(_ row: IndividualResults.Row, of results: IndividualResults) {
    let points = zip(results.tasks, row.points).compactMap { task, value -> (String, JSON)? in
      value.isBlank ? nil : (task.criterion.id.description, JSON(value.cellValue))
    }
    self = .object([
      ("school", JSON(results.schools[row.school].login)), ("code", JSON(row.code.cellValue)),
      ("absent", .bool(row.isAbsent)), ("class", JSON(row.schoolClass.cellValue)),
      ("variants", .array(row.isAbsent ? [] : row.variants.map { JSON($0.cellValue) })),
      ("points", .object(points)), ("score", JSON(row.score.cellValue)), ("mark", JSON(row.mark.cellValue)),
      ("journal_mark", JSON(row.journalMark.cellValue)), ("cell", .string(row.code.cell.description)),
    ])
  }

  // MARK: Ф3 and the comparison with the journal

  private init(_ row: MarkStatistics.Row) {
    let shares = zip(MarkStatistics.marks, row.shares).map { (String($0), JSON($1)) }
    self = .object(
      Self.group(row.group) + [
        ("schools", JSON(row.schools?.value)), ("participants", JSON(row.participants.value)),
        ("percent", .object(shares)),
      ])
  }

  private init(_ row: JournalComparison.Row) {
    func share(_ share: JournalComparison.Share) -> JSON {
      .object([("count", JSON(share.count?.value)), ("percent", share.percent.map { JSON($0) } ?? .null)])
    }
    self = .object(
      Self.group(row.group) + [
        ("participants", JSON(row.participants.value)), ("lowered", share(row.lowered)),
        ("confirmed", share(row.confirmed)), ("raised", share(row.raised)),
      ])
  }

  private static func group(_ group: ExportGroup) -> [(String, JSON)] {
    [
      ("group", .string(group.kind.rawValue)), ("name", .string(group.name)), ("login", JSON(group.login)),
      ("cell", .string(group.cell.description)),
    ]
  }

  private init(_ number: Located<Double>) { self = number.value.map { .number($0) } ?? .null }
}
