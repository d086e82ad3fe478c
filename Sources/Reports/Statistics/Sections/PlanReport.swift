internal import Assessment
internal import Objectivity

extension StatisticsReport {
  /// What a second marking of some works was, or will be.
  public struct RecheckQuestion: Sendable {
    /// How many works there are.
    public let works: Int
    /// How many of them would change, if something was amiss.
    public let changed: Int?
    /// How many were marked again, and how many of them changed.
    public let marked: Int?, found: Int?

    /// A question.
    public init(works: Int, changed: Int?, marked: Int?, found: Int?) {
      self.works = works
      self.changed = changed
      self.marked = marked
      self.found = found
    }
  }

  /// How many works to mark again, and what those that were marked say of all.
  public init(plan question: RecheckQuestion, origin: Origin) {
    var section = Section(Text("Работ: \(question.works)", "Works: \(question.works)"))
    section.facts = [Fact("works", Text("Работ", "Works"), question.works)]
    if question.works < RecheckPlan.checkAllBelow { section.statements.append(.checkAll(question.works)) }
    if let changed = question.changed,
      let size = RecheckPlan.size(works: question.works, changed: changed)
    {
      section.facts.append(Fact("mark", Text("Проверить не меньше", "Mark at least"), size))
      section.statements.append(.planSize(question.works, changed, size))
    }
    if let marked = question.marked, let found = question.found,
      let least = RecheckPlan.changedAtLeast(works: question.works, marked: marked, found: found)
    {
      section.facts.append(
        Fact(
          "changed_at_least",
          Text("Изменилось бы из всех не меньше", "Of all at least this many would change"), least))
      section.statements.append(.planBound(question.works, marked, found, least))
    }
    section.tables = [Self.rules(question.works), Self.sizes(question.works)]
    self.init(
      "plan", Text("Сколько работ перепроверить", "How many works to mark again"), origin, [section])
  }

  private static func rules(_ works: Int) -> StatisticsTable {
    let sizes = ([8, 10, 15, 20, 25, 30, 40] + [works]).filter { $0 <= works }
    let rules = Set(sizes).sorted().compactMap { RecheckPlan.rule(marked: $0) }
    return StatisticsTable(
      "plan-rules",
      Text(
        "С какого числа изменений это больше обычных 10 %",
        "From how many changes on it is more than the usual 10 %"),
      [
        Text("Проверено", "Marked"), Text("Изменилось не меньше", "Changed at least"),
        Text("Ложная тревога", "False alarm"), Text("Найдёт 40 %", "Finds 40 %"),
      ],
      rules.map {
        [
          .count($0.marked), .count($0.critical), .number($0.falseAlarm, digits: 3),
          .number($0.power, digits: 2),
        ]
      })
  }

  private static func sizes(_ works: Int) -> StatisticsTable {
    let changed = Set([1, 2, 3, 5, works / 10, works / 5, works / 3].filter { $0 > 0 && $0 <= works })
      .sorted()
    return StatisticsTable(
      "plan-sizes",
      Text(
        "Сколько проверить, чтобы с вероятностью 95 % найти хотя бы одну",
        "How many to mark to find one with 95 %"),
      [Text("Из всех изменилось бы", "Of all would change"), Text("Проверить", "Mark")],
      changed.compactMap { changed in
        RecheckPlan.size(works: works, changed: changed).map { [.count(changed), .count($0)] }
      })
  }
}

extension Statement {
  /// A small class is marked whole.
  static func checkAll(_ works: Int) -> Statement {
    Statement(
      .description,
      "Работ меньше 25: проверьте все \(works). Выборка почти ничего не сбережёт.",
      "Fewer than 25 works: mark all \(works). A sample would save next to nothing.")
  }

  /// The size of a sample.
  static func planSize(_ works: Int, _ changed: Int, _ size: Int) -> Statement {
    Statement(
      .description,
      "Если из \(works) изменилось бы \(changed), случайная проверка \(size) найдёт хотя бы одну с вероятностью не меньше 95 %.",
      "If \(changed) of \(works) would change, a random check of \(size) finds one or more with a chance of 95 % at least."
    )
  }

  /// What a sample says of all.
  static func planBound(_ works: Int, _ marked: Int, _ found: Int, _ least: Int) -> Statement {
    Statement(
      .confirmedByRecheck,
      "Из \(marked) случайно проверенных изменилось \(found): из всех \(works) изменилось бы не меньше \(least) (95 %).",
      "Of \(marked) works marked at random \(found) changed: of all \(works) at least \(least) would change (95 %)."
    )
  }
}
