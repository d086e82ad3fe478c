import Assessment
import Testing

@testable import Objectivity
@testable import Reports

@Suite("What a small set supports")
struct SmallSetsTests {
  /// Keys of figures that may be shown, by the number of works.
  @Test(arguments: [
    (3, ["works"]), (8, ["works", "bias", "sign_flip_upper"]),
    (16, ["works", "bias", "marks_lowered", "p_marks"]),
    (26, ["works", "bias", "marks_lowered", "p_marks", "icc", "limits", "kappa"]),
  ])
  func `Two markings`(_ works: Int, _ shown: [String]) throws {
    let report = StatisticsReport(
      markings: MadeReports.analysis(works, shift: 1), work: "", tasks: MadeDistrict.tasks, left: (0, 0),
      severities: [], origin: try MadeReports.origin())
    let facts = report.sections[0].facts
    let visible = facts.filter { if case .withheld = $0.value { false } else { true } }.map(\.key)
    for key in ["works", "bias", "sign_flip_upper", "marks_lowered", "p_marks", "icc", "limits", "kappa"] {
      #expect(
        visible.contains(key) == (shown.contains(key) || (key == "sign_flip_upper" && works >= 5)), "\(key)")
    }
    #expect(report.plots.isEmpty == (works < 5))
  }

  @Test func `A school under five participants has no row in any table of schools`() throws {
    let works = [MadeDistrict(sizes: [40, 30, 4, 25, 30]).results()]
    let origin = try MadeReports.origin()
    let small = "edu991002"
    for report in [
      StatisticsReport(threshold: ThresholdAnalysis(works), origin: origin),
      StatisticsReport(journal: JournalAnalysis(works), origin: origin),
    ] {
      let summary = try #require(report.sections.first)
      #expect(!summary.tables.flatMap { $0.texts(.ru) }.joined().contains(small))
      #expect(summary.statements.contains(.hidden(1)))
    }
    let means = StatisticsReport(means: MeansAnalysis(works), own: nil, origin: origin)
    #expect(!means.tables.flatMap { $0.texts(.ru) }.joined().contains(small))
  }

  @Test func `Nothing beyond counts is computed for too small a set`() throws {
    let works = [MadeDistrict(sizes: [9, 40, 40, 40]).results()]
    let threshold = try #require(ThresholdAnalysis(works)?.schools[0])
    #expect(threshold.pooled.value == nil && threshold.pooled.isWithheld)
    #expect(threshold.q == nil)
    let entry = try #require(MeansAnalysis(works).works.first?.entries.first)
    #expect(entry.point.value == nil && entry.q == nil)
    let journal = JournalAnalysis(works).schools[0]
    #expect(journal.raised.value == nil && journal.besideRest.value == nil)
    #expect(journal.gaps.value != nil)
    #expect(ProfileAnalysis(works, seed: 1).entries[0].profile.value == nil)
    #expect(MarkGroups(works[0], school: "edu991000").groups.allSatisfy { $0.tasks.value == nil })
  }

  @Test func `Several small sets are pooled from sixty participants on`() {
    let works = ["2024/6-МА/basic", "2024/6-РУ/basic", "2024/6-ИС/basic", "2024/6-БИ/basic"].map { work in
      MadeDistrict(sizes: [15, 60, 60], seed: UInt64(work.hashValueOfText)).results(work)
    }
    #expect(ThresholdAnalysis(Array(works.prefix(3)))?.schools[0].pooled.value == nil)
    #expect(ThresholdAnalysis(works)?.schools[0].pooled.value != nil)
    #expect(ThresholdAnalysis(works)?.schools[0].sets.allSatisfy { $0.test.isWithheld } == true)
  }

  @Test func `The least numbers are those of the methods`() {
    #expect(Output.bias.fewest == 5)
    #expect(Output.shares.fewest == 10)
    #expect(Output.boundaries.fewest == 20)
    #expect(Output.histogram.fewest == 50)
    #expect(Output.pooledBoundaries.fewest == 60)
  }
}

extension String {
  /// The same at every run, unlike a hash of the library.
  fileprivate var hashValueOfText: Int { unicodeScalars.reduce(7) { ($0 * 31 + Int($1.value)) % 1_000_003 } }
}
