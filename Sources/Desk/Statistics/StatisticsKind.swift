internal import Assessment

/// What the page of statistics can answer.
enum StatisticsKind: String, Sendable, CaseIterable {
  case threshold, means, journal, profile, order

  /// The question as people ask it.
  var question: Text {
    switch self {
    case .threshold:
      Text(
        "Не скапливаются ли баллы сразу над границами отметок?",
        "Do scores bunch just above the boundaries of marks?")
    case .means:
      Text(
        "Каких средних результатов следует ждать и какие отличаются?",
        "Which means are to be expected, and which differ?")
    case .journal:
      Text("Как отметки за ВПР соотносятся с журналом?", "How do ВПР marks compare with the journal?")
    case .profile:
      Text(
        "Выполнены ли лёгкие и трудные задания в обычном порядке?",
        "Were easy and hard tasks done in the usual order?")
    case .order: Text("Какие работы эксперту открыть первыми?", "Which works does an expert open first?")
    }
  }

  /// What of it is shown to a school: the order of works is for who marks them again.
  static let ofSchool: [StatisticsKind] = [.threshold, .means, .journal, .profile]
}
