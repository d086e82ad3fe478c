internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// Easy tasks worse and hard ones better than pupils of the same totals.
  public init(profile analysis: ProfileAnalysis, works: [WorkResults], seed: UInt64, origin: Origin) {
    let title = Text("Профиль заданий при том же балле", "Profile of tasks at the same total")
    let sections = analysis.entries.map { entry in
      Self.section(
        entry, works.first { $0.work == entry.work }, analysis.comparisons,
        isRepeated: analysis.isRepeated(of: entry.school))
    }
    self.init(
      "profile", title, origin, sections, notes: [.profileLimits, .seed(seed), .purpose])
  }

  private static func section(
    _ entry: ProfileAnalysis.Entry, _ work: WorkResults?, _ comparisons: Int, isRepeated: Bool
  ) -> Section {
    let name = WorkName.text(entry.work)
    var section = Section(Text("\(entry.school): \(name.ru)", "\(entry.school): \(name.en)"))
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
        case .permutations(let count): .words(Text("\(count) перестановок", "\(count) permutations"))
        }
      },
    ]
    section.statements = statements(entry, comparisons, isRepeated: isRepeated)
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
