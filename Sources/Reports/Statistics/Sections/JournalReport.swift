internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// Marks of the journal and of the ВПР.
  public init(journal analysis: JournalAnalysis, origin: Origin) {
    let title = Text("Отметки в журнале и за ВПР", "Journal marks and ВПР marks")
    var sections: [Section] = []
    if analysis.schools.count > 1 { sections.append(Self.summary(analysis)) }
    sections += analysis.schools.map { Self.section($0, analysis) }
    if sections.isEmpty {
      var section = Section(title)
      section.statements = [.bothMarksNeeded]
      sections = [section]
    }
    self.init(
      "journal", title, origin, sections,
      notes: [.howToRead(.p, .q, .interval, .agreement), .journalLimits, .purpose])
  }

  private static func summary(_ analysis: JournalAnalysis) -> Section {
    var section = Section(Text("Все школы", "All schools"))
    section.tables = [
      StatisticsTable(
        "journal", Text("Понизили, подтвердили, повысили", "Lowered, confirmed, raised"),
        [
          Text("ОО", "School"), Text("Участников", "Participants"), Text("Понизили", "Lowered"),
          Text("Подтвердили", "Confirmed"), Text("Повысили", "Raised"),
          Text("p рядом с остальными", "p beside the rest"),
          Text("q", "q"),
        ],
        analysis.schools.filter { $0.participants >= 5 }.map { school in
          [
            .label(school.name), .count(school.participants), .count(school.table.lowered),
            .count(school.table.confirmed), .count(school.table.raised),
            .probability(school.besideRest.value), .probability(school.q),
          ]
        })
    ]
    section.statements = hiddenRows(analysis.schools.count { $0.participants < 5 })
    return section
  }

  private static func section(_ school: JournalAnalysis.School, _ analysis: JournalAnalysis) -> Section {
    var section = Section(Text(school.name, school.name), of: school.name)
    section.facts = [
      Fact(
        "participants", Text("Участников с двумя отметками", "Participants with both marks"),
        school.participants),
      Fact("lowered", Text("Понизили", "Lowered"), school.table.lowered),
      Fact("confirmed", Text("Подтвердили", "Confirmed"), school.table.confirmed),
      Fact("raised", Text("Повысили", "Raised"), school.table.raised),
      Fact("raised_share", Text("Доля повысивших", "Share raised"), school.raised) { .share($0) },
      Fact("lowered_share", Text("Доля понизивших", "Share lowered"), school.lowered) { .share($0) },
      Fact(
        "p_sign", Text("p: повышали бы не чаще, чем понижали", "p: no more raised than lowered"),
        school.raisedTail
      ) {
        .probability($0)
      },
      Fact(
        "p_rest", Text("p: повышали бы так же часто, как у остальных", "p: raised as elsewhere"),
        school.besideRest
      ) {
        .probability($0)
      },
      Fact("kappa", Text("Согласие отметок (каппа; 1 — полное)", "Quadratic kappa"), school.kappa) {
        .number($0, digits: 2)
      },
      Fact(
        "stuart_maxwell", Text("Сходство долей отметок (Стюарт–Максвелл)", "Stuart–Maxwell statistic"),
        school.margins
      ) {
        .number($0.statistic, digits: 2)
      },
      Fact("p_stuart_maxwell", Text("его p", "its p"), school.margins) { .probability($0.p) },
    ]
    section.statements = statements(school, analysis)
    if school.participants >= Output.shares.fewest {
      section.plots = [
        Plot.journal(school, everybody: analysis.everybody, name: WorkName.file("journal", school.name))
      ]
    }
    section.tables = [gapTable(school)].compactMap { $0 }
    return section
  }

  private static func statements(_ school: JournalAnalysis.School, _ analysis: JournalAnalysis) -> [Statement]
  {
    guard let raised = school.raised.value else { return [.tooFew(school.participants)] }
    var statements: [Statement] = []
    let rest = analysis.everybody
    let others = rest.total - school.participants
    if let p = school.besideRest.value, let q = school.q, q <= EvidenceGrade.signLevel, p <= 0.05, others > 0
    {
      let (ru, en) = (Figures(.ru), Figures(.en))
      let share = Double(rest.raised - school.table.raised) / Double(others)
      statements += [
        Statement.sign(
          EvidenceGrade(signs: [.journal: q]), in: Text(school.name, school.name),
          sign: Text(
            "отметка за ВПР выше журнальной чаще, чем у остальных",
            "the ВПР mark is above the journal's more often than elsewhere"),
          seen: Text(
            "повысили \(raised.count) из \(raised.total) (\(ru.percent(raised.share)))",
            "\(raised.count) of \(raised.total) raised (\(en.percent(raised.share)))"),
          expected: Text(ru.percent(share), en.percent(share)), p: p, q: q, comparisons: analysis.comparisons),
        .causes,
      ]
    } else if let p = school.besideRest.value, let q = school.q, p <= 0.05, q > EvidenceGrade.signLevel {
      statements.append(.rareAmongMany(p: p, q: q, comparisons: analysis.comparisons))
    } else {
      let wilson = raised.wilson
      let (ru, en) = (Figures(.ru), Figures(.en))
      let half = 50 * (wilson.high - wilson.low)
      statements.append(
        .nothing(
          participants: school.participants,
          detectable: Text(
            "отличия доли больше \(ru.decimal(half, 0)) п. п.",
            "differences of the share above \(en.decimal(half, 0)) p.p.")))
    }
    if let p = school.allConfirmed.value, p <= 0.05 {
      statements.append(.allConfirmed(school.participants, p))
    }
    if let gaps = school.gaps.value, !gaps.isEmpty { statements.append(.wideGaps(gaps.count)) }
    return statements
  }

  private static func gapTable(_ school: JournalAnalysis.School) -> StatisticsTable? {
    guard let gaps = school.gaps.value, !gaps.isEmpty else { return nil }
    return StatisticsTable(
      WorkName.file("journal-gaps", school.name),
      Text("Разница в две отметки и больше: \(school.name)", "Two marks or more apart: \(school.name)"),
      [
        Text("Работа", "Work"), Text("Участник", "Participant"), Text("В журнале", "Journal"),
        Text("ВПР", "ВПР"),
      ],
      gaps.map {
        [.words(WorkName.text($0.work)), .label(String($0.code)), .count($0.journal), .count($0.mark)]
      })
  }
}

extension Statement {
  /// Everybody kept the mark, which is unusual too.
  static func allConfirmed(_ n: Int, _ p: Double) -> Statement {
    Statement(
      .sign,
      "Все \(n) участников подтвердили отметку; при обычной доле подтвердивших это редкость (p \(Figures(.ru).probability(p))). \(WordingLint.disclaimers[0])",
      "All \(n) participants kept their mark; at the usual rate this is rare (p \(Figures(.en).probability(p))). \(WordingLint.disclaimers[1])"
    )
  }

  /// Gaps of two marks are looked up first.
  static func wideGaps(_ count: Int) -> Statement {
    Statement(
      .description,
      "Разница в две отметки и больше: \(count). Сначала проверьте, верно ли введены код и отметка за предыдущий период.",
      "Two marks or more apart: \(count). First check that the code and the previous mark were keyed right.")
  }

  /// Neither mark is there.
  static let bothMarksNeeded = Statement(
    .description,
    "Нет участников с обеими отметками: нужны отметка за предыдущий период и шкала перевода баллов.",
    "No participant has both marks: the mark of the previous period and the scale are needed.")

  /// What the comparison cannot tell.
  static let journalLimits = Statement(
    .description,
    "Сравнение не отличает лишние баллы за ВПР от строгого журнала.",
    "The comparison cannot tell extra points in the ВПР from a strict journal.")
}
