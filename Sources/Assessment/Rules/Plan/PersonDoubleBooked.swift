internal import SchoolCalendar

extension Rule {
  static let personDoubleBooked = Rule(
    "PLN003", "person-double-booked", .error, .plan,
    title: Text("Один человек сразу в двух местах", "One person in two places at once"),
    message: Text("{person}, день {held}: {clash}.", "{person}, {held}: {clash}."),
    why: Text(
      "Наблюдатель присутствует в школе на всех этапах работы, эксперт проверяет два рабочих дня: в это время они не могут"
        + " быть ещё где-то.",
      "An observer is in the school at every stage of the test, an expert marks for two working days: meanwhile they"
        + " cannot be anywhere else."),
    mend: Text(
      "Назначьте другого человека или перенесите одну из работ: подходящие дни предложены в конце проверки плана.",
      "Appoint somebody else or move one of the tests: the check of the plan ends with days that would do."),
    basis: .procedure("10.3, 11.8"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 16.04.2024 | 20 | Орлова Вера Павловна | Соколов Пётр Ильич |
          | edu380002 | 5 | Математика | 16.04.2024 | 15 | ↓Орлова В.П. | Лебедева Анна Юрьевна |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | Орлова Вера Павловна | ↓Соколов Пётр Ильич |
          | edu380002 | 5 | Математика | 16.04.2024 | 15 | Соколов Пётр Ильич | Лебедева Анна Юрьевна |
          | edu380002 | 6 | Математика | 17.04.2024 | 15 | Соколов Пётр Ильич | Лебедева Анна Юрьевна |
          [Эксперты]
          | ФИО | Логин школы | Предмет | Стаж |
          | Соколов Пётр Ильич | edu380003 | Математика | 12 |
          | Лебедева Анна Юрьевна | edu380001 | Математика | 7 |
          [Наблюдатели]
          | ФИО | Место работы |
          | Орлова Вера Павловна | отдел образования |
          | Соколов Пётр Ильич | СОШ № 3 |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    let observed = ObservedDays(plan)
    for person in observed.people { reportTwoSchools(person, plan, &reporter) }
    reportNoDayToMark(observed, examination, plan, &reporter)
  }

  /// Two schools on one day.
  private static func reportTwoSchools(_ days: ObservedDays.Person, _ plan: Plan, _ reporter: inout Reporter)
  {
    for (day, works) in days.works.sorted(by: { $0.key < $1.key }) {
      let schools = Set(works.map { plan.schoolKey($0.school.value ?? "") })
      guard schools.count > 1, let last = works.last else { continue }
      let names = works.map { plan.schoolTitle($0.school.value ?? "?") }
      var seen: Set<String> = []
      let list = names.filter { seen.insert($0).inserted }.joined(separator: ", ")
      reporter.report(
        last.observer.place.of(days.name),
        [
          "person": .text(days.name), "held": DeadlineWords.day(day),
          "clash": .words(
            Text("наблюдатель сразу в школах: \(list)", "observer in several schools: \(list)")),
        ],
        actual: last.observer.actual,
        related: works.dropLast().map(\.observer.place))
    }
  }

  /// An expert who observes on every working day of the term for marking.
  private static func reportNoDayToMark(
    _ observed: ObservedDays, _ examination: Examination, _ plan: Plan, _ reporter: inout Reporter
  ) {
    for (index, work) in plan.works.enumerated() {
      guard let terms = examination.plannedTerms[index] else { continue }
      let marking = examination.workingDays(after: terms.held, through: terms.expertDue)
      for expert in work.experts {
        guard !marking.isEmpty, let days = expert.value.flatMap({ observed[$0] }),
          marking.allSatisfy({ days.works[$0] != nil })
        else { continue }
        let title = work.subject.value.map { Subject.title($0) } ?? "?"
        reporter.report(
          expert.place.of(work.key),
          [
            "person": .text(days.name), "held": DeadlineWords.day(terms.held),
            "clash": .words(
              Text(
                "проверять работу «\(title)» некогда — все рабочие дни срока заняты наблюдением в школах",
                "no day is left to mark «\(title)»: every working day of the term is spent observing in schools"
              )),
          ],
          actual: expert.actual,
          related: marking.flatMap { days.works[$0] ?? [] }.map(\.observer.place))
      }
    }
  }
}

/// The days on which people observe, with the works.
private struct ObservedDays {
  struct Person {
    let name: String
    var works: [CalendarDay: [Plan.PlannedWork]] = [:]
  }

  private(set) var people: [Person] = []
  private var numbers = People()

  init(_ plan: Plan) {
    for work in plan.works {
      guard let name = work.observer.value, let day = work.held.value else { continue }
      let number = numbers.number(of: name)
      if number == people.count { people.append(Person(name: name)) }
      people[number].works[day, default: []].append(work)
    }
  }

  /// The days of a person; `nil` of somebody who does not observe.
  subscript(name: String) -> Person? { numbers.known(name).map { people[$0] } }
}

extension Examination {
  /// The working days after one day, through another, in the policy's week; none where the calendar has a gap.
  func workingDays(after first: CalendarDay, through last: CalendarDay) -> [CalendarDay] {
    guard first < last else { return [] }
    return (first.adding(days: 1)...last).filter { day in
      (try? calendar.isDayOff(day, week: policy.week)) == false
    }
  }
}
