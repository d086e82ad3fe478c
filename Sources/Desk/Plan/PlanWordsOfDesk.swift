internal import Assessment
internal import District

/// The words of a plan's fields at the desk.
struct PlanWordsOfDesk {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func title(_ field: String, in list: PlanTable.Kind) -> String {
    switch (list, field) {
    case (.schools, "name"): language.say("Название", "Name")
    case (_, "name"): language.say("ФИО", "Name")
    case (.experts, "school"): language.say("Школа, где работает", "School of work")
    default: Self.titles[field].map { $0[language] } ?? field
    }
  }

  private static let titles: [String: Text] = [
    "login": Text("Логин", "Login"), "coordinator": Text("Школьный координатор", "School coordinator"),
    "school": Text("Школа", "School"), "grade": Text("Класс", "Grade"), "subject": Text("Предмет", "Subject"),
    "level": Text("Уровень", "Level"), "held": Text("День", "Day"),
    "participants": Text("Участников", "Participants"), "firstCode": Text("Коды с", "Codes from"),
    "lastCode": Text("Коды по", "Codes to"), "observer": Text("Наблюдатель", "Observer"),
    "expert": Text("Эксперт", "Expert"), "secondExpert": Text("Второй эксперт", "Second expert"),
    "workplace": Text("Место работы", "Workplace"), "experience": Text("Стаж, лет", "Years of teaching"),
    "what": Text("Что утверждено", "What was approved"), "date": Text("Дата", "Date"),
    "number": Text("Номер документа", "Number of the document"),
  ]

  func adding(_ list: PlanTable.Kind) -> String {
    switch list {
    case .schools: language.say("Добавить школу", "Add a school")
    case .works: language.say("Добавить работу", "Add a work")
    case .observers: language.say("Добавить наблюдателя", "Add an observer")
    case .experts: language.say("Добавить эксперта", "Add an expert")
    case .approvals: language.say("Добавить утверждение", "Add an approval")
    }
  }

  /// The values that a field can have; `nil` where anything may be typed.
  func options(of field: String) -> [(String, String)]? {
    switch field {
    case "subject": Subject.all.map { ($0.code, $0.title) }
    case "level":
      [("basic", language.say("базовый", "basic")), ("advanced", language.say("углублённый", "advanced"))]
    case "what":
      [
        ("schools", language.say("список школ (п. 6.1)", "the schools (6.1)")),
        ("observers", language.say("наблюдатели (п. 6.2)", "the observers (6.2)")),
        ("experts", language.say("эксперты (п. 6.3)", "the experts (6.3)")),
        ("schedule", language.say("график (п. 6.4)", "the schedule (6.4)")),
      ]
    default: nil
    }
  }

  /// A value as the lists show it.
  func shown(_ value: String, of field: String) -> String {
    field == "subject" || field == "level" || field == "what"
      ? options(of: field)?.first { $0.0 == value }?.1 ?? value : value
  }
}
