import Assessment
import Testing

@testable import Objectivity
@testable import Reports

@Suite("What statistics say")
struct StatisticsWordingTests {
  @Test func `No report of any kind holds a banned word`() throws {
    var texts = 0
    for report in try MadeReports.all() {
      for language in Language.allCases {
        let svg = report.plots.prefix(2).map { $0.svg(language, of: report) }.joined()
        for text in [StatisticsText(report, language).text, svg] {
          #expect(WordingLint.found(in: text).isEmpty, "\(report.kind)")
          texts += 1
        }
      }
      for statement in report.sections.flatMap(\.statements) + report.notes {
        #expect(WordingLint.found(in: statement).isEmpty, "\(statement.text.ru)")
      }
    }
    #expect(texts > 200)
  }

  @Test func `Signs are followed by innocent causes, and deny a judgement`() throws {
    var signs = 0
    for report in try MadeReports.all() {
      for section in report.sections {
        let found = section.statements.filter { [.sign, .agreeingSigns].contains($0.grade) }
        signs += found.count
        for sign in found { #expect(sign.text.ru.contains(WordingLint.disclaimers[0])) }
        let speaking = found.filter { $0.text.ru.contains("дополнительного изучения") }
        #expect(speaking.isEmpty || section.statements.contains(.causes))
      }
    }
    #expect(signs >= 4)
  }

  @Test func `Every family of signs is found where it was put`() throws {
    let kinds = Set(
      try MadeReports.all().filter { report in
        report.sections.contains { $0.statements.contains { [.sign, .agreeingSigns].contains($0.grade) } }
      }.map(\.kind))
    #expect(kinds.isSuperset(of: ["threshold", "profile", "journal", "means"]))
  }

  @Test func `The year after the control is told without a judgement`() {
    let statement = Statement.afterControl(before: 78, now: 64, expected: 63.5, random: -1.2)
    #expect(
      statement.text.ru
        == "Снижение с 78,0 до 64,0; по одной статистике ожидалось 63,5. В случайно отобранных ОО изменение −1,2."
    )
    #expect(WordingLint.found(in: statement).isEmpty)
    #expect(
      Statement.afterControl(before: 60, now: 64, expected: 58, random: 0).text.ru.hasPrefix("Изменение"))
  }

  @Test(arguments: [
    (0.5, 2, "0,50"), (-0.004, 2, "0,00"), (-1.5, 0, "−2"), (1234.5678, 1, "1234,6"), (.nan, 2, "—"),
    (0.05, 2, "0,05"),
  ])
  func `Numbers have a comma and a real minus`(_ value: Double, _ digits: Int, _ text: String) {
    #expect(Figures(.ru).decimal(value, digits) == text)
  }

  @Test func `Small probabilities are not written as zero`() {
    #expect(Figures(.ru).probability(0.0000123) == "< 0,0001")
    #expect(Figures(.en).probability(0.0021) == "= 0.0021")
    #expect(Figures(.ru).bare(0.25) == "0,25")
  }

  @Test func `«Подтверждено» is said of works that were marked again, and of no two experts`() throws {
    let grades = Dictionary(grouping: try MadeReports.markings()) { $0.title.ru }
      .mapValues { reports in reports.flatMap(\.sections).flatMap(\.statements).map(\.grade) }
    #expect(grades["Перепроверка работ"]?.contains(.confirmedByRecheck) == true)
    #expect(grades["Согласованность двух проверок"]?.contains(.confirmedByRecheck) == false)
  }

  @Test func `Every banned beginning of the methods and of the product is rejected`() {
    for text in [
      "выявлено нарушение порядка", "фальсификация результатов", "виновные лица", "виновный", "доказано",
      "необъективная школа", "завысили баллы", "Завышенный балл", "рейтинг школ", "место в рейтинге",
      "худшая школа",
      "списывание", "league table of schools", "a proven violation",
    ] { #expect(!WordingLint.found(in: text).isEmpty, "\(text)") }
    for text in ["Признаков не выявлено", "показано", "указано", "основания включения", "виноград"] {
      #expect(WordingLint.found(in: text).isEmpty, "\(text)")
    }
  }

  @Test func `Whoever never learnt statistics is told how to read the signs`() throws {
    for report in try MadeReports.all() {
      let labels = report.sections.flatMap(\.facts).filter {
        $0.label.ru.hasPrefix("p") || $0.label.ru == "q"
      }
      guard !labels.isEmpty else { continue }
      #expect(report.notes.contains { $0.text.ru.hasPrefix("Как читать: ") }, "\(report.kind)")
    }
  }

  @Test func `A report for one school holds nothing of another one`() throws {
    for report in try MadeReports.all() where report.schools.count > 1 {
      let own = try #require(report.schools.first)
      let text = StatisticsText(report.showing(school: own), .ru).text
      for other in report.schools.dropFirst() where !other.contains(own) {
        #expect(!text.contains(other), "\(report.kind)")
      }
    }
  }
}
