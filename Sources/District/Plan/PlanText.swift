public import Assessment
internal import SchoolCalendar

/// What follows the findings of a plan on a terminal: days that would do, and what was assumed.
public struct PlanText {
  private let check: PlanCheck
  private let language: Language

  /// The lines for a check, in a language.
  public init(_ check: PlanCheck, _ language: Language) {
    self.check = check
    self.language = language
  }

  /// The lines, each ended by a line feed; empty when there is nothing to add.
  public var text: String { proposals + assumptions }

  private var proposals: String {
    guard !check.proposals.isEmpty else { return "" }
    var lines = ["", language.say("Дни, которые подойдут:", "Days that would do:")]
    for proposal in check.proposals {
      let held = day(proposal.held)
      let mark =
        proposal.isImpossible
        ? language.say("невозможно", "impossible") : proposal.reasons.joined(separator: ", ")
      let days =
        proposal.days.isEmpty
        ? language.say("в сроки сезона свободного дня нет", "no free day in the season")
        : proposal.days.map(day).joined(separator: ", ")
      lines.append("  \(title(of: proposal)): \(held) (\(mark)) → \(days)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var assumptions: String {
    guard let plan = check.plan, !plan.works.isEmpty else { return "" }
    let rate = check.inspection.examination.policy.expertLoad
    let papers = Plural.word(rate, "работу", "работы", "работ")
    var lines = [
      "",
      language.say(
        "Допущение: эксперт проверяет \(rate) \(papers) в день; другое число задаётся в правилах сроков района (--policy, поле expertLoad).",
        "Assumed: an expert marks \(rate) papers a day; the district's policy may set another number (--policy, field expertLoad)."
      ),
    ]
    let missing = check.worksWithoutNumbers
    if missing > 0 {
      lines.append(
        language.say(
          "Нагрузка не посчитана там, где не указано число участников: \(missing) из \(plan.works.count).",
          "The load was not counted where the number of participants is not given: \(missing) of \(plan.works.count)."
        ))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func title(of proposal: DayProposal) -> String {
    guard let work = check.plan?.works[proposal.index] else { return proposal.entry }
    let grade = work.grade.value.map { "\($0.grade)\($0.letters)" } ?? "?"
    let subject = Subject.title(work.subject.value ?? "?")
    let school = check.plan?.schoolTitle(work.school.value ?? "?") ?? ""
    return language.say("\(school), \(grade) класс, \(subject)", "\(school), grade \(grade), \(subject)")
  }

  /// A day with its weekday: «22.04.2024 (пн)».
  private func day(_ day: CalendarDay) -> String {
    let names =
      language == .ru
      ? ["пн", "вт", "ср", "чт", "пт", "сб", "вс"] : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let index = Weekday.allCases.firstIndex(of: day.weekday) ?? 0
    return "\(language.day(day)) \(names[index])"
  }
}
