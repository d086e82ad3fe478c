internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// Means of schools: funnel, chance, what is to be expected next year.
  ///
  /// - Parameters:
  ///   - analysis: the comparison of schools.
  ///   - own: the school whose version this is; the others stay without a name on the plot unless outside.
  ///   - origin: the files that were read.
  public init(means analysis: MeansAnalysis, own: String?, origin: Origin) {
    let title = Text("Средние результаты школ", "Mean results of schools")
    guard !analysis.works.isEmpty else {
      var section = Section(title)
      section.statements = [.schoolsNeeded]
      self.init("means", title, origin, [section], notes: [.purpose])
      return
    }
    self.init(
      "means", title, origin, analysis.works.map { Self.section($0, own, analysis.comparisons) },
      notes: [.howToRead(.p, .q, .z, .spread), .meansLimits, .purpose])
  }

  private static func section(_ work: MeansAnalysis.Work, _ own: String?, _ comparisons: Int) -> Section {
    var section = Section(WorkName.text(work.work))
    let reference = work.funnel.reference
    let all = Supported<Funnel>.whole(work.funnel)
    section.facts = [
      Fact("schools", Text("Школ", "Schools"), work.funnel.points.count),
      Fact("centre", Text("Центр, %", "Centre, %"), all) { _ in .number(reference.centre, digits: 1) },
      Fact("within", Text("Разброс внутри школ, п. п.", "Spread within schools, p.p."), all) { _ in
        .number(reference.within, digits: 1)
      },
      Fact("between", Text("Разброс между школами, п. п.", "Spread between schools, p.p."), all) { _ in
        .number(reference.between.squareRoot(), digits: 1)
      },
    ]
    if work.isLeaveOneOut { section.statements.append(.fewSchools) }
    section.statements += work.entries.filter { $0.participants >= 5 }.flatMap {
      statements($0, work, comparisons)
    }
    if let own, let entry = work.entries.first(where: { $0.school == own }) {
      if let point = entry.point.value {
        let q = entry.q ?? 1
        if q > EvidenceGrade.signLevel {
          section.statements.append(
            point.upper <= 0.025
              ? .rareAmongMany(p: point.upper, q: q, comparisons: comparisons)
              : .ordinaryMean(point, entry.participants))
        }
      } else {
        section.statements.append(.tooFew(entry.participants))
      }
    } else if !section.statements.contains(where: { $0.grade != .description }) {
      section.statements.append(.noMeans)
    }
    section.statements += hiddenRows(work.entries.count { $0.participants < 5 })
    section.plots = [Plot.funnel(work, name: WorkName.file("funnel", work.work), own: own)]
    section.tables = [groupTable(work)]
    return section
  }

  private static func statements(
    _ entry: MeansAnalysis.Entry, _ work: MeansAnalysis.Work, _ comparisons: Int
  ) -> [Statement] {
    guard let point = entry.point.value, let q = entry.q, q <= EvidenceGrade.signLevel else { return [] }
    let (ru, en) = (Figures(.ru), Figures(.en))
    let limits = point.limits
    let sign = Statement.sign(
      EvidenceGrade(signs: [.mean: q]), in: Text("\(entry.school)", "\(entry.school)"),
      sign: Text(
        "средний результат выше, чем объясняют случай и обычный разброс школ",
        "the mean is higher than chance and the usual spread of schools explain"),
      seen: Text(
        "\(ru.decimal(point.mean, 1)) % при \(entry.participants) участниках",
        "\(en.decimal(point.mean, 1)) % with \(entry.participants) participants"),
      expected: Text(
        "от \(ru.decimal(limits.low, 1)) до \(ru.decimal(limits.high, 1)) %",
        "\(en.decimal(limits.low, 1)) to \(en.decimal(limits.high, 1)) %"),
      p: point.upper, q: q, comparisons: comparisons)
    return [sign, .nextYear(entry.school, point), .causes]
  }

  private static func groupTable(_ work: MeansAnalysis.Work) -> StatisticsTable {
    StatisticsTable(
      WorkName.file("random-groups", work.work),
      Text(
        "Мог ли так выступить случайный состав того же размера",
        "Could a random group of this size do as well"),
      [
        Text("ОО", "School"), Text("Участников", "Participants"), Text("p, точное", "p, exact"),
        Text("то же, осторожнее наполовину (mid-p)", "mid-p"), Text("p по Холму (воронка)", "Holm (funnel)"),
      ],
      work.entries.filter { $0.participants >= 5 }.map { entry in
        [
          .label(entry.school), .count(entry.participants), .probability(entry.group.value?.upper),
          .probability(entry.group.value?.middle), .probability(entry.holm),
        ]
      })
  }
}

extension Statement {
  /// A school whose mean is where chance and the spread of schools put it.
  static func ordinaryMean(_ point: Funnel.Point, _ participants: Int) -> Statement {
    let (ru, en) = (Figures(.ru), Figures(.en))
    return .nothing(
      participants: participants,
      detectable: Text(
        "средний результат выше \(ru.decimal(point.limits.high, 1)) % (сейчас \(ru.decimal(point.mean, 1)) %)",
        "a mean above \(en.decimal(point.limits.high, 1)) % (now \(en.decimal(point.mean, 1)) %)"))
  }

  /// No school of a work stands out.
  static let noMeans = Statement(
    .description,
    "Признаков не выявлено ни у одной школы. Средний результат почти не чувствует добавленных у границы отметки баллов: отсутствие признака не подтверждает объективность.",
    "No signs in any school. A mean hardly feels points that were added near a boundary: that there is no sign does not confirm objectivity."
  )

  /// What next year brings by chance alone.
  static func nextYear(_ school: String, _ point: Funnel.Point) -> Statement {
    let (ru, en) = (Figures(.ru), Figures(.en))
    return Statement(
      .description,
      "\(school): через год по одной статистике ожидается \(ru.decimal(point.expected, 1)) % (сейчас \(ru.decimal(point.mean, 1)) %): снижение до этого уровня само по себе ничего не значит.",
      "\(school): next year \(en.decimal(point.expected, 1)) % is to be expected by statistics alone (now \(en.decimal(point.mean, 1)) %): a fall to that level means nothing by itself."
    )
  }

  /// Each school was measured against the others.
  static let fewSchools = Statement(
    .description,
    "Школ меньше 15: каждая сравнивается с остальными без неё самой. Надёжнее взять центр и разброс по региону.",
    "Fewer than 15 schools: each is compared with the others without itself. Reference values of the region are safer."
  )

  /// There are too few schools.
  static let schoolsNeeded = Statement(
    .description, "Для воронки нужны результаты не меньше трёх школ одной работы.",
    "A funnel needs the results of three schools or more in one work.")

  /// What a mean cannot tell.
  static let meansLimits = Statement(
    .description,
    "Средний результат не отличает хорошую работу школы от состава учеников; порядок школ в таблицах алфавитный и ничего не значит.",
    "A mean cannot tell good teaching from who is in the class; the order of schools in tables is alphabetical and means nothing."
  )
}
