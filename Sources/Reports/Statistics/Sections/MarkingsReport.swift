internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// An expert, or another marking, by its name, with its severity; `nil` below ten shared works.
  public typealias NamedSeverity = (name: String, severity: ExpertSeverity?)

  /// What two markings are of each other: without it nobody knows what their difference means.
  public enum MarkingPair: String, Sendable, Hashable, CaseIterable {
    /// Two experts who marked without looking at each other.
    case experts
    /// Works that a school had marked, marked again.
    case recheck
  }

  /// Two markings of the same works.
  ///
  /// - Parameters:
  ///   - analysis: the comparison.
  ///   - pair: whose markings they are.
  ///   - work: the key of the work.
  ///   - tasks: its tasks.
  ///   - left: how many works only the first and only the second marking has.
  ///   - severities: of all markings that were given.
  ///   - origin: the files that were read.
  public init(
    markings analysis: MarkingsAnalysis, as pair: MarkingPair = .experts, work: String,
    tasks: [WorkResults.Task],
    left: (first: Int, second: Int), severities: [NamedSeverity], origin: Origin
  ) {
    var section = Section(WorkName.text(work))
    section.facts = Self.facts(analysis, left)
    section.statements = [
      Statement.shift(analysis.bias, pair),
      Statement.changedMarks(analysis.lowered, analysis.raised, pair),
    ].compactMap { $0 }
    if analysis.bias.isWithheld { section.statements.append(.tooFew(analysis.pairs.count)) }
    section.statements.append(.markingsLimits)
    section.plots = [Plot.markings(analysis, name: "markings")].compactMap { $0 }
    section.tables = [
      Self.gapTable(analysis, tasks), Self.taskTable(analysis, tasks), Self.severityTable(severities),
    ].compactMap { $0 }
    self.init(
      "markings",
      pair == .recheck
        ? Text("Перепроверка работ", "Works marked again")
        : Text("Согласованность двух проверок", "Agreement of two markings"), origin, [section],
      notes: [.howToRead(.p, .interval, .agreement)])
  }

  private static func facts(_ analysis: MarkingsAnalysis, _ left: (first: Int, second: Int)) -> [Fact] {
    var facts = [
      Fact("works", Text("Работ с двумя проверками", "Works marked twice"), analysis.pairs.count),
      Fact("only_first", Text("Только в первой", "Only in the first"), left.first),
      Fact("only_second", Text("Только во второй", "Only in the second"), left.second),
      Fact("bias", Text("Сдвиг «первая − вторая», баллов", "Shift first − second, points"), analysis.bias) {
        .number($0.mean, digits: 2)
      },
      Fact("bias_interval", Text("его 95 %", "its 95 %"), analysis.bias) {
        .interval($0.interval, digits: 2)
      },
      Fact(
        "sign_flip_upper", Text("p: первая на деле не выше второй", "p: the first is not higher"),
        analysis.bias
      ) {
        .probability($0.test.upper)
      },
      Fact(
        "sign_flip_two_sided", Text("p: сдвига нет ни в ту, ни в другую сторону", "p, two-sided"),
        analysis.bias
      ) {
        .probability($0.test.twoSided)
      },
    ]
    if let marks = analysis.marks {
      facts += [
        Fact("marks_lowered_count", Text("Отметка ниже, работ", "Mark lower, works"), marks.lowered),
        Fact("marks_raised_count", Text("Отметка выше, работ", "Mark higher, works"), marks.raised),
        Fact("marks_lowered", Text("Отметка ниже", "Mark lower"), analysis.lowered) { .share($0) },
        Fact(
          "marks_lowered_cautious",
          Text("осторожные 95 %, долей (Клоппер–Пирсон)", "cautious 95 % (Clopper–Pearson)"),
          analysis.lowered
        ) {
          .interval($0.clopperPearson, digits: 3)
        },
        Fact("marks_raised", Text("Отметка выше", "Mark higher"), analysis.raised) { .share($0) },
        Fact(
          "kappa", Text("Согласие отметок (каппа; 1 — полное)", "Quadratic kappa of marks"), analysis.kappa
        ) {
          .number($0, digits: 2)
        },
        Fact(
          "p_marks",
          Text("p: отметки понижали и повышали бы одинаково часто", "p: marks as often lowered as raised"),
          Supported<Double>.share(of: analysis.pairs.count) {
            min(1, 2 * min(marks.loweredTail, marks.raisedTail))
          }
        ) { .probability($0) },
      ]
    }
    return facts + [
      Fact(
        "limits", Text("Пределы, в которых лежит 95 % расхождений, баллов", "Limits of agreement, points"),
        analysis.limits
      ) {
        .interval($0.limits, digits: 1)
      },
      Fact(
        "upper_limit_interval", Text("точность верхнего предела (95 %)", "95 % of the upper limit"),
        analysis.limits
      ) {
        .interval($0.upperLimitInterval, digits: 1)
      },
      Fact(
        "lower_limit_interval", Text("точность нижнего предела (95 %)", "95 % of the lower limit"),
        analysis.limits
      ) {
        .interval($0.lowerLimitInterval, digits: 1)
      },
      Fact("icc", Text("Согласие баллов (ICC(A,1); 1 — полное)", "ICC(A,1)"), analysis.correlation) {
        .number($0.value, digits: 2)
      },
      Fact("icc_interval", Text("её 95 %", "its 95 %"), analysis.correlation) {
        .interval($0.interval, digits: 2)
      },
    ]
  }

  private static func gapTable(_ analysis: MarkingsAnalysis, _ tasks: [WorkResults.Task]) -> StatisticsTable?
  {
    guard !analysis.gaps.isEmpty else { return nil }
    return StatisticsTable(
      "markings-differences", Text("Расхождения по заданиям", "Differences by task"),
      [
        Text("Участник", "Participant"), Text("Задание", "Task"), Text("Первая", "First"),
        Text("Вторая", "Second"), Text("Что дальше", "What follows"),
      ],
      analysis.gaps.map { gap in
        let decision: Text =
          switch gap.decision {
          case .thirdExpert: Text("третий эксперт, из другой школы", "a third expert, from another school")
          case .settled(let points):
            Text("баллов: \(points), расхождение записать", "points: \(points), record the difference")
          }
        return [
          .label(String(gap.code)), .label(tasks[gap.task].id), .count(gap.first), .count(gap.second),
          .words(decision),
        ]
      })
  }

  private static func taskTable(_ analysis: MarkingsAnalysis, _ tasks: [WorkResults.Task]) -> StatisticsTable?
  {
    guard let agreements = analysis.tasks.value else { return nil }
    return StatisticsTable(
      "markings-tasks", Text("Согласие по заданиям", "Agreement by task"),
      [
        Text("Задание", "Task"), Text("Максимум", "Maximum"), Text("Работ", "Works"),
        Text("Совпало", "Equal"),
        Text("Средняя разница", "Mean difference"), Text("Третий эксперт", "Third expert"),
      ],
      zip(tasks, agreements).map { task, agreement in
        [
          .label(task.id), .count(task.maximum), agreement.map { .count($0.works) } ?? .none,
          agreement.map { .count($0.equal) } ?? .none, .number(agreement?.difference, digits: 2),
          agreement.map { .count($0.wide) } ?? .none,
        ]
      })
  }

  private static func severityTable(_ severities: [NamedSeverity]) -> StatisticsTable? {
    guard severities.contains(where: { $0.severity != nil }) else { return nil }
    return StatisticsTable(
      "markings-severity", Text("Строгость проверяющих", "Severity of the markers"),
      [
        Text("Проверка", "Marking"), Text("Общих работ", "Shared works"),
        Text("Выше остальных в среднем, баллов", "Higher than the others on average, points"),
      ],
      severities.map { named in
        [
          .label(named.name), named.severity.map { .count($0.shared) } ?? .none,
          .number(named.severity?.difference, digits: 2),
        ]
      })
  }
}

extension Statement {
  /// What two markings cannot tell.
  static let markingsLimits = Statement(
    .description,
    "Расчёт не отличает ошибку от более мягкого чтения критериев: посмотрите сами работы.",
    "The method cannot tell a mistake from a milder reading of the criteria: look at the works themselves.")
}
