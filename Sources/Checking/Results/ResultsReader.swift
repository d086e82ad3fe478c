public import Assessment
internal import Form
public import Objectivity
internal import Seasons
internal import Spreadsheet

/// Results of schools, read from protocols, filled forms and Ф1, joined by work.
public struct ResultsReader: Sendable {
  /// The works of the input, in the order in which they first appear.
  public private(set) var works: [WorkResults] = []
  /// What could not be counted; nothing is left out silently.
  public private(set) var leftOut: [LeftOut] = []

  private let regulations: Regulations
  private let criteria: String?
  private let form: CheckJob.File?
  private var parts: [Part] = []

  /// The pupils of one school in one work, as one file has them.
  struct Part {
    let file: String
    let work: String
    let tasks: [WorkResults.Task]
    let school: String
    let isReference: Bool
    var pupils: [PupilWork]
    /// The scale of the criteria, when the file's work has one.
    let cuts: [Int]
  }

  /// Reads files.
  ///
  /// - Parameters:
  ///   - files: of the schools that are looked at.
  ///   - reference: of schools that only serve for comparison.
  ///   - criteria: the work of protocols that do not tell it.
  ///   - form: the downloaded form of protocols that do not tell their work.
  ///   - regulations: the data that hold.
  public init(
    _ files: [ResultsFile], reference: [ResultsFile] = [], criteria: String? = nil,
    form: CheckJob.File? = nil, under regulations: Regulations
  ) throws(ResultsError) {
    self.regulations = regulations
    self.criteria = criteria
    self.form = form
    for file in files { try read(file, isReference: false) }
    for file in reference { try read(file, isReference: true) }
    try join()
  }

  private mutating func read(_ file: ResultsFile, isReference: Bool) throws(ResultsError) {
    let export: AnalyticsExport
    do throws(ExportError) {
      export = try AnalyticsExport(file.bytes)
    } catch ExportError.notAnExport {
      return try readProtocol(file, isReference)
    } catch {
      throw .export(file: file.name, error)
    }
    guard case .individualResults(let results) = export else {
      throw .otherExport(file: file.name, export.kind)
    }
    take(results, of: file, isReference)
  }

  // MARK: Protocols and forms

  private mutating func readProtocol(_ file: ResultsFile, _ isReference: Bool) throws(ResultsError) {
    let keyed = try KeyedProtocol(file, criteria: criteria, form: form, under: regulations)
    let cuts = Self.cuts(of: keyed.criteria)
    let pupils = keyed.works.compactMap { work -> PupilWork? in
      let points = work.points.compactMap { $0?.counted }
      guard let code = work.code, points.count == keyed.criteria.tasks.count else { return nil }
      let mark = keyed.criteria.mark(for: points.reduce(0, +))
      return PupilWork(code: code, points: points, mark: mark, journal: work.previousMark)
    }
    note(file, .incomplete, keyed.works.count - pupils.count)
    parts.append(
      Part(
        file: file.name, work: keyed.criteria.work?.id ?? file.stem, tasks: Self.tasks(of: keyed.criteria),
        school: file.school ?? keyed.login ?? file.stem, isReference: isReference, pupils: pupils,
        cuts: cuts))
  }

  // MARK: Ф1

  private mutating func take(_ results: IndividualResults, of file: ResultsFile, _ isReference: Bool) {
    let work = results.title.work.value
    let criteria = work.flatMap { try? regulations.seasons.criteria(for: $0) }
    let tasks = results.tasks.map {
      WorkResults.Task(id: $0.criterion.id.description, maximum: $0.criterion.maximum)
    }
    let isSame = criteria?.tasks.map(\.maximum) == tasks.map(\.maximum)
    let cuts = isSame ? criteria.map { Self.cuts(of: $0) } ?? [] : []
    var schools = results.schools.map { school in
      Part(
        file: file.name, work: work?.id ?? file.stem, tasks: tasks, school: school.login ?? school.name,
        isReference: isReference, pupils: [], cuts: cuts)
    }
    var incomplete = 0
    var differing = 0
    for row in results.rows where !row.isAbsent {
      let points = row.points.compactMap { $0.value?.counted }
      guard let code = row.code.value, points.count == tasks.count else {
        incomplete += 1
        continue
      }
      if let score = row.score.value, score != points.reduce(0, +) {
        differing += 1
        continue
      }
      var journal: Int?
      if case .mark(let mark)? = row.journalMark.value { journal = mark }
      schools[row.school].pupils.append(
        PupilWork(code: code, points: points, mark: row.mark.value, journal: journal))
    }
    parts += schools
    note(file, .incomplete, incomplete)
    note(file, .sumDiffers, differing)
  }

  private mutating func note(_ file: ResultsFile, _ reason: LeftOut.Reason, _ works: Int) {
    if works > 0 { leftOut.append(LeftOut(file: file.name, reason: reason, works: works)) }
  }

  // MARK: Joining

  /// Parts of one school and work become one; a school that is looked at is not compared with itself.
  private mutating func join() throws(ResultsError) {
    for part in parts where !works.contains(where: { $0.work == part.work }) {
      let all = parts.filter { $0.work == part.work }
      if let other = all.first(where: { $0.tasks != part.tasks }) {
        throw .tasksDiffer(file: other.file, work: part.work)
      }
      let own = try Self.schools(all.filter { !$0.isReference })
      let names = Set(own.map(\.school))
      let rest = try Self.schools(all.filter { $0.isReference && !names.contains($0.school) })
      let scale = MarkCuts.cuts(of: (own + rest).flatMap(\.pupils), scale: part.cuts)
      works.append(
        WorkResults(work: part.work, tasks: part.tasks, cuts: scale, schools: own, reference: rest))
    }
  }

  private static func schools(_ parts: [Part]) throws(ResultsError) -> [SchoolWorks] {
    var schools: [(name: String, pupils: [PupilWork], codes: Set<Int>)] = []
    for part in parts {
      let place = schools.firstIndex { $0.name == part.school } ?? schools.endIndex
      if place == schools.endIndex { schools.append((part.school, [], [])) }
      for pupil in part.pupils {
        guard schools[place].codes.insert(pupil.code).inserted else {
          throw .twice(file: part.file, school: part.school, code: pupil.code)
        }
        schools[place].pupils.append(pupil)
      }
    }
    return schools.map { SchoolWorks(school: $0.name, pupils: $0.pupils) }
  }

  /// The tasks of criteria.
  public static func tasks(of criteria: Criteria) -> [WorkResults.Task] {
    criteria.tasks.map { WorkResults.Task(id: $0.id.description, maximum: $0.maximum) }
  }

  /// The lowest sums of the marks 3, 4 and 5; empty when the scale does not name them all.
  public static func cuts(of criteria: Criteria) -> [Int] {
    let cuts = [3, 4, 5].compactMap { mark in
      criteria.scale.first { $0.mark == mark }?.points.lowerBound
    }
    return cuts.count == 3 ? cuts : []
  }
}
