extension Rule {
  static let planEntryDuplicate = Rule(
    "PLN012", "plan-entry-duplicate", .error, .plan,
    title: Text("Запись плана повторяется", "An entry of the plan stands twice"),
    message: Text("{what} повторяется: {entry}.", "{what} stands twice: {entry}."),
    why: Text(
      "Из двух записей об одном и том же нельзя понять, какая верна.",
      "Of two entries about the same thing nobody knows which is right."),
    mend: Text(
      "Оставьте одну запись или исправьте логин, класс или ФИО.",
      "Keep one entry, or mend login, grade or name."),
    basis: .practice,
    accepts: [
      .goodPlan,
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5А | Математика | 15.04.2024 | 20 | Орлова Вера Павловна | Соколов Пётр Ильич |
          | edu380001 | 5Б | Математика | 16.04.2024 | 20 | Орлова Вера Павловна | Соколов Пётр Ильич |
          """),
    ],
    rejects: [
      Example(
        plan: """
          [Школы]
          | Логин | Название |
          | ↓edu380001 | СОШ № 1 |
          | ↓edu380001 | СОШ № 7 |
          | edu380002 | СОШ № 2 |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | ↓edu380001 | 5А | Математика | 15.04.2024 | 20 | Орлова Вера Павловна | Соколов Пётр Ильич |
          | ↓edu380001 | 5 | Математика | 17.04.2024 | 20 | Орлова Вера Павловна | Соколов Пётр Ильич |
          """),
      Example(
        plan: """
          [Эксперты]
          | ФИО | Логин школы | Предмет | Стаж |
          | ↓Соколов Пётр Ильич | edu380002 | Математика | 12 |
          | ↓Соколов П. И. | edu380002 | Математика | 15 |
          | Лебедева Анна Юрьевна | edu380001 | Математика | 7 |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    report(
      plan.schools, Text("Логин школы", "A school's login"), &reporter, \.login.place,
      group: { $0.login.value }
    ) {
      _, _ in
      true
    } entry: {
      $0.login.value
    }
    let keys = Dictionary(
      zip(plan.works.map(\.school.place), plan.schoolKeys).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first })
    report(plan.works, Text("Работа", "A work"), &reporter, \.school.place) { work in
      guard let school = keys[work.school.place] ?? nil, let grade = work.grade.value?.grade,
        let subject = work.subject.value
      else { return nil }
      return "\(school)|\(grade)|\(subject)|\(work.level.value ?? .basic)"
    } isSame: {
      Plan.sharePupils($0, $1)
    } entry: {
      $0.key
    }
    report(
      plan.observers, Text("Наблюдатель", "An observer"), &reporter, \.name.place, group: { surname($0.name) }
    ) {
      isSame($0.name, $1.name)
    } entry: {
      $0.name.value
    }
    report(plan.experts, Text("Эксперт", "An expert"), &reporter, \.name.place, group: { surname($0.name) }) {
      isSame($0.name, $1.name) && $0.subject.value == $1.subject.value
    } entry: {
      $0.name.value
    }
  }

  private static func surname(_ name: PlanField<String>) -> String? {
    name.value.map { StaffName($0).surname }
  }

  private static func isSame(_ a: PlanField<String>, _ b: PlanField<String>) -> Bool {
    guard let a = a.value, let b = b.value else { return false }
    return StaffName(a).isSame(as: StaffName(b))
  }

  /// Reports every entry that says the same as one before it, with the place of that one; only entries of one group
  /// are compared, and one without a group with none.
  private static func report<Item>(
    _ items: [Item], _ what: Text, _ reporter: inout Reporter, _ place: (Item) -> Place,
    group: (Item) -> String?, isSame: (Item, Item) -> Bool, entry: (Item) -> String?
  ) {
    var groups: [String: [Item]] = [:]
    for item in items {
      guard let group = group(item) else { continue }
      if let first = groups[group, default: []].first(where: { isSame($0, item) }) {
        let name = entry(item)
        reporter.report(
          place(item).of(name), ["what": .words(what), "entry": .text(name ?? "?")], related: [place(first)])
      } else {
        groups[group, default: []].append(item)
      }
    }
  }
}
