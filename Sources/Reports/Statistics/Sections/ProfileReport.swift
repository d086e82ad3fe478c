internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// Easy tasks worse and hard ones better than pupils of the same totals.
  public init(profile analysis: ProfileAnalysis, works: [WorkResults], seed: UInt64, origin: Origin) {
    let title = Text("Профиль заданий при том же балле", "Profile of tasks at the same total")
    var sections = analysis.entries.count > 1 ? [Self.summary(analysis)] : []
    sections += analysis.entries.map { entry in
      Self.section(
        entry, works.first { $0.work == entry.work }, analysis.comparisons,
        isRepeated: analysis.isRepeated(of: entry.school))
    }
    self.init(
      "profile", title, origin, sections,
      notes: [.howToRead(.p, .q, .z, .error), .profileLimits, .seed(seed), .purpose])
  }

  private static func summary(_ analysis: ProfileAnalysis) -> Section {
    var section = Section(Text("Все школы", "All schools"))
    let shown = analysis.entries.filter { $0.participants >= 5 }
    section.tables = [
      StatisticsTable(
        "profiles", Text("Профиль заданий при том же балле", "Profile of tasks at the same total"),
        [
          Text("ОО", "School"), Text("Работа", "Work"), Text("Участников", "Participants"), Text("Z", "Z"),
          Text("p", "p"), Text("q", "q"),
        ],
        shown.map { entry in
          [
            .label(entry.school), .words(WorkName.text(entry.work)), .count(entry.participants),
            .number(entry.profile.value?.whole.z, digits: 2), .probability(entry.profile.value?.p),
            .probability(entry.q),
          ]
        })
    ]
    section.statements = hiddenRows(analysis.entries.count - shown.count)
    return section
  }

  private static func section(
    _ entry: ProfileAnalysis.Entry, _ work: WorkResults?, _ comparisons: Int, isRepeated: Bool
  ) -> Section {
    let name = WorkName.text(entry.work)
    var section = Section(
      Text("\(entry.school): \(name.ru)", "\(entry.school): \(name.en)"), of: entry.school)
    section.facts = [
      Fact("participants", Text("Участников", "Participants"), entry.participants),
      Fact("z", Text("Z контраста", "Z of the contrast"), entry.profile) { profile in
        profile.whole.z.map { .number($0, digits: 2) } ?? .undefined
      },
      Fact("p", Text("p", "p"), entry.profile) { .probability($0.p) },
      Fact("q", Text("q с поправкой", "q corrected"), entry.profile) { .probability(entry.q ?? $0.p) },
      Fact("way", Text("Как посчитано", "How it was counted"), entry.profile) { profile in
        switch profile.way {
        case .exact: .words(Text("точно, все варианты", "exactly, all labellings"))
        case .permutations(let count):
          .words(
            Text(
              "\(count) \(Plural.word(count, "перестановка", "перестановки", "перестановок"))",
              "\(count) permutations"))
        }
      },
    ]
    section.statements = statements(entry, comparisons, isRepeated: isRepeated)
    section.facts += homogeneity(entry)
    if let likeness = entry.homogeneity.value { section.statements.append(.homogeneity(likeness)) }
    if let work, let table = taskTable(entry, work) {
      section.tables = [table]
      section.statements.append(.taskError(entry.participants))
    }
    guard let work, let profile = entry.profile.value else { return section }
    section.plots = [
      Plot.profile(
        profile, tasks: work.tasks, participants: entry.participants,
        name: WorkName.file("profile", entry.school, entry.work),
        school: entry.school),
      Plot.groups(
        MarkGroups(work, school: entry.school), tasks: work.tasks,
        name: WorkName.file("groups", entry.school, entry.work), school: entry.school),
    ].compactMap { $0 }
    return section
  }

  private static func homogeneity(_ entry: ProfileAnalysis.Entry) -> [Fact] {
    [
      Fact(
        "deviation", Text("Разброс баллов (станд. отклонение)", "Spread of totals (SD)"), entry.homogeneity
      ) {
        .number($0.deviation, digits: 2)
      },
      Fact(
        "expected_deviation", Text("у остальных при том же среднем", "elsewhere at the same mean"),
        entry.homogeneity
      ) { $0.expectedDeviation.map { .number($0, digits: 2) } ?? .undefined },
      Fact(
        "equal_pairs",
        Text("Пар работ с одинаковыми баллами по всем заданиям", "Pairs of works equal in every task"),
        entry.homogeneity
      ) { .number(Double($0.equalPairs), digits: 0) },
      Fact(
        "expected_pairs", Text("ожидалось при тех же суммах", "expected at the same totals"),
        entry.homogeneity
      ) { .number($0.expectedPairs, digits: 1) },
    ]
  }

  private static func taskTable(_ entry: ProfileAnalysis.Entry, _ work: WorkResults) -> StatisticsTable? {
    guard let tasks = entry.tasks.value else { return nil }
    return StatisticsTable(
      WorkName.file("tasks", entry.school, entry.work),
      Text("Выполнение заданий: \(entry.school)", "Success in tasks: \(entry.school)"),
      [
        Text("Задание", "Task"), Text("Максимум", "Maximum"), Text("Выполнение, %", "Success, %"),
        Text("± стандартная ошибка, п. п.", "± standard error, p.p."), Text("Остальные, %", "Rest, %"),
      ],
      zip(work.tasks, tasks).map { task, success in
        [
          .label(task.id), .count(task.maximum), .number(100 * success.share, digits: 0),
          .number(100 * success.error, digits: 1), .number(success.rest.map { 100 * $0 }, digits: 0),
        ]
      })
  }

  private static func statements(
    _ entry: ProfileAnalysis.Entry, _ comparisons: Int, isRepeated: Bool
  ) -> [Statement] {
    if entry.profile.isWithheld { return [.tooFew(entry.participants)] }
    guard let profile = entry.profile.value, let z = profile.whole.z else { return [.noReference] }
    guard profile.p <= ProfileAnalysis.level, let q = entry.q, q <= EvidenceGrade.signLevel else {
      return [
        .nothing(
          participants: entry.participants,
          detectable: Text("отклонения больше Z = 2,3", "deviations above Z = 2.3"))
      ]
    }
    guard isRepeated else { return [.oneProfile(z)] }
    let sign = Statement.sign(
      EvidenceGrade(signs: [.profile: q]), in: WorkName.text(entry.work),
      sign: Text(
        "лёгкие задания выполнены хуже, а трудные лучше, чем у участников с тем же баллом",
        "easy tasks done worse and hard ones better than by participants with the same total"),
      seen: Text("Z = \(Figures(.ru).decimal(z, 2))", "Z = \(Figures(.en).decimal(z, 2))"),
      expected: Text("от −2,3 до 2,3", "−2.3 to 2.3"), p: profile.p, q: q, comparisons: comparisons)
    return [sign, .causes]
  }
}

extension Statement {
  /// How alike works are: never a sign.
  static func homogeneity(_ likeness: Homogeneity) -> Statement {
    func words(_ language: Language, _ spread: (String, String) -> String, _ pairs: (String) -> String)
      -> String
    {
      let figures = Figures(language)
      let own = figures.decimal(likeness.deviation, 1)
      let spread = likeness.expectedDeviation.map { spread(own, figures.decimal($0, 1)) } ?? ""
      return spread + pairs(figures.decimal(likeness.expectedPairs, 1))
    }
    let equal = likeness.equalPairs
    let noun = Plural.word(equal, "пара", "пары", "пар")
    return Statement(
      .description,
      "Однородность, для описания: "
        + words(
          .ru, { "разброс баллов \($0) при обычных для такого среднего \($1); " },
          {
            "полностью одинаковых по заданиям \(equal) \(noun), ожидалось \($0). Сильные и слабые классы однородны сами по себе."
          }),
      "Homogeneity, as a description: "
        + words(
          .en, { "the totals spread by \($0), at this mean usually \($1); " },
          {
            "pairs equal in every task: \(equal), expected \($0). Strong and weak classes are homogeneous by themselves."
          }))
  }

  /// How much a share near the levels of ФИОКО is moved by chance.
  static func taskError(_ n: Int) -> Statement {
    let error = 100 * (0.24 / Double(n)).squareRoot()
    return Statement(
      .description,
      "Уровни «60 % — достаточно, ниже 57 % — нет» сравнивайте со стандартной ошибкой: при \(n) участниках и 60 % она около \(Figures(.ru).decimal(error, 1)) п. п., и зона в 3 п. п. различима примерно от 250 участников.",
      "Hold the levels “60 % is sufficient, below 57 % is not” against the standard error: with \(n) participants and 60 % it is about \(Figures(.en).decimal(error, 1)) p.p.; a zone of 3 p.p. can be told apart from about 250 participants on."
    )
  }

  /// What a profile cannot tell.
  static let profileLimits = Statement(
    .description,
    "Варианты собираются для каждой школы из банка: одно необычно трудное задание похоже на признак. Делайте вывод не меньше чем по двум работам или двум вариантам; порядок тем в школе тоже меняет профиль.",
    "Variants are put together from a bank for each school: one unusually hard task looks like the sign. Conclude from two works or two variants at least; the order of topics in a school changes the profile too."
  )

  /// One work alone is no sign.
  static func oneProfile(_ z: Double) -> Statement {
    Statement(
      .description,
      "Профиль необычен (Z = \(Figures(.ru).decimal(z, 2))), но по одной работе признак не отмечается: нужна ещё одна работа этой школы.",
      "The profile is unusual (Z = \(Figures(.en).decimal(z, 2))), but one work alone is no sign: another work of this school is needed."
    )
  }

  /// The seed of permutations.
  static func seed(_ seed: UInt64) -> Statement {
    Statement(
      .description, "Начальное число перестановок: \(seed).", "Seed of the permutations: \(seed).")
  }
}
