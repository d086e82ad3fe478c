import Assessment
import Foundation
import Spreadsheet
import Testing

@testable import Objectivity
@testable import Reports

@Suite("Plots")
struct PlotsTests {
  private static let district: MadeDistrict = {
    var district = MadeDistrict(sizes: [30, 40, 44, 18, 30, 12, 9, 48, 6, 3])
    district.lift(2)
    district.help(7)
    return district
  }()

  private func reports() throws -> [StatisticsReport] {
    let origin = try MadeReports.origin()
    let all = Self.district.results()
    let lifted = [try #require(all.focused(on: "edu991002"))]
    let helped = [try #require(all.focused(on: "edu991007"))]
    return [
      StatisticsReport(threshold: ThresholdAnalysis(lifted), origin: origin),
      StatisticsReport(
        means: MeansAnalysis([all]).focused(on: "edu991002"), own: "edu991002", origin: origin),
      StatisticsReport(journal: JournalAnalysis(lifted), origin: origin),
      StatisticsReport(profile: ProfileAnalysis(helped, seed: 1), works: helped, seed: 1, origin: origin),
      StatisticsReport(
        markings: MadeReports.analysis(26, shift: 1), work: "2024/6-МА/basic", tasks: MadeDistrict.tasks,
        left: (0, 0),
        severities: [], origin: origin),
    ]
  }

  @Test func `The six plots are as they were looked at`() throws {
    var names: Set<String> = []
    for report in try reports() {
      for plot in report.plots {
        let name = String(plot.name.prefix { $0 != "-" })
        names.insert(name)
        try expectGolden(plot.svg(.ru, of: report), named: "\(name).svg")
      }
    }
    #expect(names == ["scores", "funnel", "journal", "profile", "groups", "markings"])
  }

  @Test func `Pages are as they were looked at`() throws {
    let reports = try reports()
    try expectGolden(StatisticsHTML(reports[4], .ru).text, named: "markings.html")
    try expectGolden(StatisticsText(reports[0], .en).text, named: "threshold.txt")
    try expectGolden(JSON(statistics: reports[2]).pretty, named: "journal.json")
    let table = try #require(reports[0].plots.first?.table)
    try expectGolden(
      String(decoding: table.plain(.ru).csv(decimal: ",").dropFirst(3), as: UTF8.self).replacing(
        "\r\n", with: "\n"), named: "scores.csv")
  }

  @Test func `Every plot is sound XML, with participants, source and day, in both languages`() throws {
    for report in try MadeReports.all() {
      for plot in report.plots {
        for language in Language.allCases {
          let svg = plot.svg(language, of: report)
          #expect(svg.contains("2024-06-03") && svg.contains("Ф1_Индивидуальные"))
          #expect(!svg.contains("nan") && !svg.contains("inf"))
          #expect(svg.filter { $0 == "<" }.count == svg.filter { $0 == ">" }.count)
          #expect(svg.hasPrefix("<svg xmlns"))
        }
        #expect(!plot.table.rows.isEmpty)
      }
    }
  }

  @Test func `Names of schools cannot break a page`() throws {
    let evil = "\"><script>alert(1)</script>"
    let own = Self.district.schools[0]
    let works = WorkResults(
      work: "2024/6-МА/basic", tasks: MadeDistrict.tasks, cuts: MadeDistrict.cuts,
      schools: [SchoolWorks(school: evil, pupils: own.pupils)],
      reference: Array(Self.district.schools.dropFirst()))
    let origin = try MadeReports.origin()
    for report in [
      StatisticsReport(threshold: ThresholdAnalysis([works]), origin: origin),
      StatisticsReport(means: MeansAnalysis([works]), own: evil, origin: origin),
      StatisticsReport(journal: JournalAnalysis([works]), origin: origin),
      StatisticsReport(profile: ProfileAnalysis([works], seed: 1), works: [works], seed: 1, origin: origin),
    ] {
      #expect(!StatisticsHTML(report, .ru).text.contains("<script"))
      for plot in report.plots {
        #expect(!plot.svg(.ru, of: report).contains("<script"))
        #expect(!plot.name.contains("/") && !plot.name.contains("<"))
      }
    }
  }

  @Test func `Every score stands on the axis, also one that nobody has`() throws {
    let set = try #require(ThresholdAnalysis([Self.district.results()])?.schools[2].sets[0])
    let plot = Plot.scores(set, name: "scores", school: "x")
    #expect(plot.table.rows.count == 17)
  }
}
