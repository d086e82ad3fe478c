extension Rule {
  static let expertInexperienced = Rule(
    "PLN002", "expert-inexperienced", .error, .plan,
    title: Text("Эксперту не хватает стажа по предмету", "The expert has too few years of the subject"),
    message: Text(
      "{expert}: {problem}; нужно не меньше 3 лет преподавания предмета «{subject}».",
      "{expert}: {problem}; at least 3 years of teaching «{subject}» are needed."),
    why: Text(
      "Комиссию составляют из педагогов, которые преподают именно этот предмет не менее 3-х лет.",
      "The commission consists of teachers who have taught this very subject for at least 3 years."),
    mend: Text(
      "Назначьте другого эксперта. Если стаж записан неверно, исправьте его на листе «Эксперты».",
      "Appoint another expert. If the years are wrong, mend them on the sheet «Эксперты»."),
    basis: .procedure("9.1"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [Эксперты]
          | ФИО | Логин школы | Предмет | Стаж |
          | Соколов Пётр Ильич | edu380002 | Математика | ↓2 |
          | Лебедева Анна Юрьевна | edu380001 | Математика | 3 |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 7 | Физика | 15.04.2024 | 20 | Орлова Вера Павловна | ↓Соколов Пётр Ильич |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    for expert in plan.experts {
      guard let name = expert.name.value, let years = expert.experience.value, years < 3 else { continue }
      reporter.report(
        expert.experience.place.of(name),
        parameters(name, expert.subject.value, years: years), actual: expert.experience.actual)
    }
    for work in plan.works {
      guard let subject = work.subject.value else { continue }
      for expert in work.experts {
        guard let name = expert.value else { continue }
        let entries = plan.experts(named: name)
        // Somebody on no list is PLN013, an entry without a subject PLN010.
        guard !entries.isEmpty, entries.allSatisfy({ $0.subject.value != nil && $0.subject.value != subject })
        else { continue }
        reporter.report(
          expert.place.of(work.key), parameters(name, subject, years: nil), actual: expert.actual)
      }
    }
  }

  private static func parameters(_ name: String, _ subject: String?, years: Int?) -> [String: Parameter] {
    let problem =
      years.map {
        Text("стаж \($0) \(Plural.word($0, "год", "года", "лет"))", "\($0) \($0 == 1 ? "year" : "years")")
      }
      ?? Text(
        "в списке экспертов по этому предмету не значится", "not on the list of experts of this subject")
    return [
      "expert": .text(name), "problem": .words(problem),
      "subject": .text(subject.map { Subject.title($0) } ?? "?"),
    ]
  }
}
