/// What a column of a plan holds.
public enum PlanColumn: String, Sendable, Hashable, CaseIterable {
  case login, schoolName, coordinator
  case grade, subject, level, held, participants, firstCode, lastCode, observer, expert, secondExpert
  case person, workplace, experience
  case approved, number
  /// A line number or a remark: noticed and not used.
  case ignored

  /// The meaning of a header; `nil` for one that nobody understands.
  init?(header: String) {
    let word = Folded(header).bare
    if let exact = Self.exact[word] {
      self = exact
    } else if let stem = Self.stems.first(where: { word.hasPrefix($0.0) }) {
      self = stem.1
    } else {
      return nil
    }
  }

  private static let exact: [String: PlanColumn] = [
    "логин": .login, "оо": .login, "школа": .schoolName, "название": .schoolName,
    "краткое название": .schoolName,
    "образовательная организация": .schoolName, "общеобразовательная организация": .schoolName,
    "школа эксперта": .schoolName, "класс": .grade, "классы": .grade, "параллель": .grade,
    "предмет": .subject,
    "учебный предмет": .subject, "уровень": .level, "уровень работы": .level, "день": .held,
    "эксперт": .expert, "эксперт 1": .expert, "первый эксперт": .expert, "фио эксперта": .expert,
    "эксперт 2": .secondExpert, "второй эксперт": .secondExpert, "фио": .person, "ф.и.о": .person,
    "фамилия, имя, отчество": .person, "фамилия имя отчество": .person, "место работы": .workplace,
    "организация": .workplace, "работает": .workplace, "код с": .firstCode, "коды с": .firstCode,
    "коды: с": .firstCode, "первый код": .firstCode, "код по": .lastCode, "коды по": .lastCode,
    "коды: по": .lastCode, "последний код": .lastCode, "участников": .participants, "учеников": .participants,
    "что утверждено": .approved, "утверждено": .approved, "пункт порядка": .approved, "номер": .number,
    "документ": .number, "номер документа": .number, "": .ignored, "п/п": .ignored, "муниципалитет": .ignored,
    "район": .ignored, "телефон": .ignored, "должность": .ignored,
  ]

  private static let stems: [(String, PlanColumn)] = [
    ("логин", .login), ("название ", .schoolName), ("наименование", .schoolName),
    ("координатор", .coordinator), ("школьный координатор", .coordinator), ("дата", .held), ("день ", .held),
    ("количество участников", .participants), ("кол-во участников", .participants),
    ("число участников", .participants), ("участников", .participants),
    ("количество учеников", .participants),
    ("наблюдатель", .observer), ("общественный наблюдатель", .observer),
    ("независимый", .observer), ("фио наблюдателя", .observer), ("стаж", .experience), ("опыт", .experience),
    ("приказ", .number), ("№ ", .number), ("примечан", .ignored), ("комментар", .ignored),
    ("замечани", .ignored),
  ]

  /// The column as people call it.
  public var title: Text {
    switch self {
    case .login: Text("логин школы", "the school's login")
    case .schoolName: Text("название школы", "the school's name")
    case .coordinator: Text("школьный координатор", "the school coordinator")
    case .grade: Text("класс", "the grade")
    case .subject: Text("предмет", "the subject")
    case .level: Text("уровень", "the level")
    case .held: Text("дата", "the day")
    case .participants: Text("число участников", "the number of participants")
    case .firstCode: Text("первый код", "the first code")
    case .lastCode: Text("последний код", "the last code")
    case .observer: Text("наблюдатель", "the observer")
    case .expert, .secondExpert: Text("эксперт", "the expert")
    case .person: Text("ФИО", "the name")
    case .workplace: Text("место работы", "the workplace")
    case .experience: Text("стаж по предмету", "the years of teaching the subject")
    case .approved: Text("что утверждено", "what was approved")
    case .number: Text("номер документа", "the number of the document")
    case .ignored: Text("примечание", "the remark")
    }
  }
}
