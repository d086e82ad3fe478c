internal import Assessment
internal import Registry

/// Where each role may go.
enum Menu {
  struct Link {
    let path: String
    let word: String
  }

  static func links(of role: Role, _ language: Language) -> [Link] {
    let matrix = Link(path: "/district", word: language.say("Район", "District"))
    let deadlines = Link(path: "/deadlines", word: language.say("Сроки", "Deadlines"))
    let custody = Link(path: "/custody", word: language.say("Передача пакетов", "Custody"))
    let statistics = Link(path: "/statistics", word: language.say("Статистика", "Statistics"))
    switch role {
    case .centre:
      return [
        matrix, deadlines, Link(path: "/inbox", word: language.say("Приём файлов", "Files in")),
        Link(path: "/plan", word: language.say("План", "Plan")),
        Link(path: "/assignments", word: language.say("Эксперты", "Experts")), custody, statistics,
        Link(path: "/people", word: language.say("Люди", "People")),
      ]
    case .office: return [matrix, deadlines, custody, statistics]
    case .school:
      return [Link(path: "/", word: language.say("Работы школы", "The school's works")), statistics]
    case .expert: return [Link(path: "/marking", word: language.say("Работы", "Works"))]
    case .observer: return [custody]
    }
  }

  /// The first page of a role.
  static func home(of role: Role) -> String {
    switch role {
    case .centre, .office: "/district"
    case .school: "/"
    case .expert: "/marking"
    case .observer: "/custody"
    }
  }
}
