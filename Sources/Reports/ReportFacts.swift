internal import Assessment
internal import SchoolCalendar
internal import Spreadsheet

/// What every long report says of a check: the work, the verdict, the day, what was checked and what was not.
struct ReportFacts {
  private let inspection: Inspection
  private let language: Language
  /// The program and its version: «oko 0.1.0».
  let maker: String

  init(_ inspection: Inspection, _ language: Language, version: String) {
    self.inspection = inspection
    self.language = language
    maker = "oko \(version)"
  }

  private var examination: Examination { inspection.examination }

  var title: String { language.say("Протокол проверки", "Check protocol") }

  /// «Итог: 1 ошибка.», or what was found to be clean.
  var verdict: String { TextReport(inspection, language).summary }

  /// What the check was about, a name and a value each.
  var pairs: [(name: String, value: String)] {
    var pairs: [(String, String)] = []
    func add(_ ru: String, _ en: String, _ value: String?) {
      if let value, !value.isEmpty { pairs.append((language.say(ru, en), value)) }
    }
    add("Работа", "Work", work)
    add("Участники", "Participants", people)
    add("День проведения", "Day of the test", examination.held.map(language.day))
    add("Проверено", "Checked at", moment)
    add("Срок загрузки", "Upload due", examination.terms.map { due($0) })
    add("Программа", "Program", maker)
    return pairs
  }

  private var work: String? {
    examination.work.map { work in
      let level = work.level == .advanced ? language.say(" (углублённый уровень)", " (advanced)") : ""
      return language.say(
        "\(Subject.title(work.subject))\(level), \(work.grade) класс, ВПР \(work.season)",
        "\(Subject.title(work.subject))\(level), grade \(work.grade), ВПР \(work.season)")
    }
  }

  private var people: String? {
    examination.record.map { record in
      let all = record.participants.count
      let absent = record.participants.count { $0.isAbsent }
      return language.say("\(all), из них отсутствовали \(absent)", "\(all), absent: \(absent)")
    }
  }

  private var moment: String? {
    guard let now = examination.now else { return nil }
    guard let zone = examination.terms?.zone else { return now.description }
    return "\(language.day(now.day(in: zone))) \(now.time(in: zone).description.prefix(5)) (\(zone.id))"
  }

  private func due(_ terms: Terms) -> String {
    let left = DeadlineText(terms, examination.now, language).left
    let due = "\(language.day(terms.due)) \(terms.cutoff.description.prefix(5))"
    return left.isEmpty ? due : "\(due), \(left)"
  }

  // MARK: What was checked

  /// A rule that was asked, or a step that did not run.
  struct Checked {
    let phase: String
    let code: String
    let rule: String
    /// The number of findings, or why the step did not run.
    let result: CellValue
  }

  /// Every rule of every step, in order; a step that did not run is one line with its reason.
  var checked: [Checked] {
    let counts = Dictionary(grouping: inspection.findings, by: \.code).mapValues(\.count)
    return inspection.steps.flatMap { step -> [Checked] in
      let phase = step.phase.title[language]
      if let reason = step.reason {
        let words = language.say("не проверялось: ", "not checked: ") + reason[language]
        return [Checked(phase: phase, code: "", rule: "", result: .text(words))]
      }
      return RuleBook.all.filter { $0.phase == step.phase }.map { rule in
        let count = counts[rule.code] ?? 0
        return Checked(
          phase: phase, code: rule.code, rule: rule.title[language],
          result: count == 0
            ? .text(language.say("замечаний нет", "no findings")) : .number(Double(count)))
      }
    }
  }
}
