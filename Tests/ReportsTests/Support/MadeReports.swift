import Objectivity
import SchoolCalendar
import Spreadsheet
import Testing

@testable import Reports

/// Every kind of report over districts that are plain, small, bunched, helped, alone.
enum MadeReports {
  static func origin() throws -> StatisticsReport.Origin {
    StatisticsReport.Origin(
      sources: ["Ф1_Индивидуальные результаты.xlsx"],
      day: try #require(CalendarDay(year: 2024, month: 6, day: 3)))
  }

  static func districts() -> [[WorkResults]] {
    let plain = MadeDistrict(sizes: [30, 24, 18, 12, 9, 25, 6, 3, 22])
    var lifted = MadeDistrict(sizes: [30, 45, 24, 18, 45], seed: 5)
    lifted.lift(1)
    var helped = MadeDistrict(sizes: [30, 30, 24, 30], seed: 6)
    helped.help(2)
    var twice = MadeDistrict(sizes: [30, 30, 24, 30], seed: 7)
    twice.help(2)
    var strong = MadeDistrict(sizes: [30, 24, 18, 25, 22], seed: 10)
    strong.change(1) { pupil in
      MadeDistrict.work(
        pupil.code, zip(pupil.points, MadeDistrict.tasks).enumerated().map { $0 < 10 ? $1.1.maximum : $1.0 },
        journal: pupil.journal)
    }
    var same = MadeDistrict(sizes: [24, 30, 30], seed: 8)
    same.change(0) { MadeDistrict.work($0.code, $0.points, journal: $0.mark) }
    var apart = MadeDistrict(sizes: [24, 30, 30], seed: 9)
    apart.change(0) { MadeDistrict.work($0.code, $0.points, journal: 2) }
    return [
      [plain.results()], [lifted.results()], [helped.results(), twice.results("2024/6-РУ/basic")],
      [helped.results()], [strong.results()], [same.results()], [apart.results()],
      [MadeDistrict(sizes: [3]).results()], [MadeDistrict(sizes: [12]).results("заметки")],
      [
        WorkResults(
          work: "2024/6-МА/basic", tasks: MadeDistrict.tasks, cuts: [],
          schools: [
            SchoolWorks(
              school: "edu991001",
              pupils: [MadeDistrict.work(60001, [Int](repeating: 1, count: 13), journal: nil)])
          ])
      ],
    ]
  }

  /// Made once: a debug build takes its time over them.
  private static let cached = Result { try make() }

  static func all() throws -> [StatisticsReport] { try cached.get() }

  private static func make() throws -> [StatisticsReport] {
    let origin = try origin()
    var reports: [StatisticsReport] = []
    for works in districts() {
      reports += [
        StatisticsReport(
          threshold: ThresholdAnalysis(works), alone: UnreferencedThreshold.alone(works), origin: origin),
        StatisticsReport(means: MeansAnalysis(works), own: "edu991000", origin: origin),
        StatisticsReport(
          means: MeansAnalysis(
            works, region: ["2024/6-МА/basic": .init(centre: 45, within: 20, between: 16)]), own: nil,
          origin: origin),
        StatisticsReport(journal: JournalAnalysis(works), origin: origin),
        StatisticsReport(profile: ProfileAnalysis(works, seed: 1), works: works, seed: 1, origin: origin),
        StatisticsReport(order: OrderAnalysis(works), origin: origin),
      ]
      let review = DistrictReview(works, seed: 1)
      let schools = review.schools.map {
        ControlSample.School(login: $0.name, score: $0.score, isCertain: $0.isCertain)
      }
      if let sample = ControlSample(
        schools: schools, places: 4, seed: "2024-03-01", year: 2024, digest: sha256)
      {
        reports.append(
          StatisticsReport(sample: sample, review: review, seed: "2024-03-01", year: 2024, origin: origin))
      }
    }
    return try reports + markings() + years() + others()
  }

  static func markings() throws -> [StatisticsReport] {
    try [(3, 1), (8, 1), (16, 1), (26, 1), (26, -1), (26, 0)].flatMap { works, shift in
      try StatisticsReport.MarkingPair.allCases.map { try markings(works, shift, $0) }
    }
  }

  private static func markings(
    _ works: Int, _ shift: Int, _ pair: StatisticsReport.MarkingPair
  ) throws -> StatisticsReport {
    StatisticsReport(
      markings: analysis(works, shift: shift), as: pair, work: "2024/6-МА/basic", tasks: MadeDistrict.tasks,
      left: (1, 0),
      severities: [("школа.xlsx", nil), ("эксперт.xlsx", ExpertSeverity.all([[1: 2]])[0])],
      origin: try origin())
  }

  /// A year before and the year of the control.
  private static func years() throws -> [StatisticsReport] {
    let before = MadeDistrict(sizes: [30, 24, 18, 22, 26, 4, 28], seed: 21).results("2023/6-МА/basic")
    let now = MadeDistrict(sizes: [28, 25, 20, 24, 26, 5, 28], seed: 22).results("2024/6-МА/basic")
    let drawn: [String: ControlSample.Stratum] = [
      "edu991000": .certain, "edu991001": .random, "edu991002": .proportional, "edu991003": .random,
      "edu991004": .rotation,
    ]
    return [
      StatisticsReport(after: AfterControl([(before, now)], drawn: drawn), leftOut: [], origin: try origin()),
      StatisticsReport(
        after: AfterControl([(before, now)], drawn: ["edu991000": .certain]), leftOut: ["2024/5-МА/basic"],
        origin: try origin()),
      StatisticsReport(after: AfterControl([], drawn: [:]), leftOut: [], origin: try origin()),
    ]
  }

  /// A second marking that is lower by `shift` in every other work.
  static func analysis(_ works: Int, shift: Int) -> MarkingsAnalysis {
    let pupils = MadeDistrict(sizes: [works], seed: 11).schools[0].pupils
    let pairs = pupils.enumerated().map { place, pupil -> MarkingsAnalysis.Pair in
      var second: [Int?] = pupil.points
      if place % 2 == 0, let task = pupil.points.lastIndex(where: { shift > 0 ? $0 > 0 : $0 == 0 }) {
        second[task] = pupil.points[task] - shift
      }
      return MarkingsAnalysis.Pair(code: pupil.code, first: pupil.points, second: second)
    }
    return MarkingsAnalysis(
      pairs, maxima: MadeDistrict.tasks.map(\.maximum), cuts: MadeDistrict.cuts)
  }

  private static func others() throws -> [StatisticsReport] {
    let origin = try origin()
    let schools = [
      StatisticsReport.ControlledSchool(login: "edu991001", inclusion: 1, works: 20, changed: 6),
      StatisticsReport.ControlledSchool(login: "edu991002", inclusion: 0.25, works: 3, changed: 1),
    ]
    return [
      StatisticsReport(
        journalGroups: [
          .init(name: "reg99_m001", isSchool: false, participants: 100, counts: .success([20, 60, 20])),
          .init(name: "edu991001", isSchool: true, participants: 50, counts: .success([2, 30, 18])),
          .init(name: "edu991002", isSchool: true, participants: 50, counts: .success([18, 30, 2])),
          .init(name: "edu991003", isSchool: true, participants: 4, counts: .success([1, 2, 1])),
          .init(
            name: "edu991004", isSchool: true, participants: 9, counts: .failure(.sum(8, participants: 9))),
        ], work: "2024/6-МА/basic", origin: origin),
      StatisticsReport(
        plan: .init(works: 30, changed: 6, marked: 10, found: 4), origin: origin),
      StatisticsReport(plan: .init(works: 12, changed: nil, marked: nil, found: nil), origin: origin),
      StatisticsReport(estimate: schools, origin: origin),
      StatisticsReport(estimate: [schools[1]], origin: origin),
      StatisticsReport(
        absence: try #require(SelectiveAbsence(roll: 22, weak: 5, absent: 4, absentWeak: 3)), origin: origin),
      StatisticsReport(
        absence: try #require(SelectiveAbsence(roll: 7, weak: 2, absent: 1, absentWeak: 1)), origin: origin),
      StatisticsReport(
        marks: [
          .init(
            work: "2023/6-МА/basic",
            groups: [.init(name: "edu991001", participants: 30, counts: .success([6, 10, 10, 4]))]),
          .init(
            work: "2024/6-МА/basic",
            groups: [
              .init(name: "edu991001", participants: 24, counts: .success([1, 8, 10, 5])),
              .init(name: "edu991002", participants: 24, counts: .failure(.sum(23, participants: 24))),
              .init(
                name: "edu991003", participants: 24,
                counts: .failure(.noWholeCount(percent: 5, participants: 24))
              ),
              .init(name: "edu991004", participants: 3, counts: .success([0, 1, 1, 1])),
            ]),
        ], origin: origin),
    ]
  }
}
