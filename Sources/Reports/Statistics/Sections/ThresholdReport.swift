internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// Bunching at the boundaries of marks.
  ///
  /// - Parameters:
  ///   - analysis: the boundaries of all works; `nil` where nothing can be compared.
  ///   - alone: schools in works in which nobody else took part: of them only a weaker comparison is shown.
  ///   - origin: the files that were read.
  public init(
    threshold analysis: ThresholdAnalysis?, alone: [UnreferencedThreshold.Alone] = [], origin: Origin
  ) {
    let title = Text("Баллы у границ отметок", "Scores at the boundaries of marks")
    guard let analysis else {
      var section = Section(title)
      section.statements = [.noReference] + (alone.isEmpty ? [.scaleNeeded] : [])
      self.init(
        "threshold", title, origin, [section] + alone.map { Self.section(alone: $0) },
        notes: [.howToRead(.p), .purpose])
      return
    }
    var sections: [Section] = []
    if analysis.schools.count > 1 { sections.append(Self.summary(analysis)) }
    sections += analysis.schools.map { Self.section($0, analysis.comparisons) }
    sections += alone.map { Self.section(alone: $0) }
    self.init("threshold", title, origin, sections, notes: [.howToRead(.p, .q), .purpose])
  }

  private static func section(alone: UnreferencedThreshold.Alone) -> Section {
    let work = WorkName.text(alone.set.work)
    var section = Section(
      Text("\(alone.school): \(work.ru)", "\(alone.school): \(work.en)"), of: alone.school)
    section.facts = [
      Fact("participants", Text("Участников", "Participants"), alone.set.participants),
      Fact("above", Text("Над границей", "Just above"), alone.above),
      Fact("below", Text("Под границей", "Just below"), alone.below),
      Fact(
        "p_two_bins", Text("p: над и под границей поровну", "p: as many above as below"), alone.twoBins
      ) { .probability($0) },
    ]
    for (place, cut) in alone.set.cuts.enumerated() {
      section.facts.append(
        Fact(
          "p_three_bins_\(place + 3)",
          Text(
            "p: на границе «\(place + 3)» (\(cut)) не больше, чем рядом",
            "p: no more at «\(place + 3)» (\(cut)) than beside it"),
          alone.threeBins
        ) { .probability($0[place]) })
    }
    section.statements = [alone.twoBins.isWithheld ? .tooFew(alone.set.participants) : .alone]
    if alone.twoBins.value != nil {
      section.plots = [
        Plot.scores(
          alone.set, name: WorkName.file("scores", alone.school, alone.set.work), school: alone.school)
      ]
    }
    return section
  }

  private static func summary(_ analysis: ThresholdAnalysis) -> Section {
    var section = Section(Text("Все школы", "All schools"))
    section.tables = [
      StatisticsTable(
        "threshold", Text("У границ отметок", "At the boundaries of marks"),
        [
          Text("ОО", "School"), Text("Участников", "Participants"), Text("Над границей", "Above"),
          Text("Под границей", "Below"), Text("Ожидалось над", "Expected above"), Text("p", "p"),
          Text("q", "q"), Text("p по Холму", "Holm"),
        ],
        analysis.schools.filter { $0.participants >= 5 }.map { school in
          let test = school.pooled.value
          return [
            .label(school.name), .count(school.participants), test.map { .count($0.above) } ?? .none,
            test.map { .count($0.below) } ?? .none, .number(test?.expected, digits: 1),
            .probability(test?.p), .probability(school.q), .probability(school.holm),
          ]
        })
    ]
    section.statements = hiddenRows(analysis.schools.count { $0.participants < 5 })
    return section
  }

  /// Rows under five participants are left out of every table of schools.
  static func hiddenRows(_ count: Int) -> [Statement] { count == 0 ? [] : [.hidden(count)] }

  private static func section(_ school: ThresholdAnalysis.School, _ comparisons: Int) -> Section {
    var section = Section(Text(school.name, school.name), of: school.name)
    section.facts = [
      Fact("participants", Text("Участников", "Participants"), school.participants),
      Fact("works", Text("Работ (предметов, лет)", "Works (subjects, years)"), school.sets.count),
      Fact("above", Text("Над границей", "Just above"), school.pooled) {
        .number(Double($0.above), digits: 0)
      },
      Fact("below", Text("Под границей", "Just below"), school.pooled) {
        .number(Double($0.below), digits: 0)
      },
      Fact("expected", Text("Ожидалось над границей", "Expected above"), school.pooled) {
        .number($0.expected, digits: 1)
      },
      Fact("p", Text("p: у границ как у остальных", "p, exact conditional"), school.pooled) {
        .probability($0.p)
      },
      Fact("q", Text("q с поправкой", "q corrected"), school.pooled) { test in
        .probability(school.q ?? test.p)
      },
    ]
    section.statements = statements(school, comparisons)
    section.plots = school.sets.filter { $0.test.value != nil }.map { set in
      Plot.scores(set, name: WorkName.file("scores", school.name, set.work), school: school.name)
    }
    section.tables = [boundaryTable(school)].compactMap { $0 }
    return section
  }

  private static func statements(_ school: ThresholdAnalysis.School, _ comparisons: Int) -> [Statement] {
    guard let test = school.pooled.value else { return [.tooFew(school.participants)] }
    let q = school.q ?? test.p
    guard test.p > 0.05 || q <= EvidenceGrade.signLevel else {
      return [.rareAmongMany(p: test.p, q: q, comparisons: comparisons)]
    }
    guard test.p <= 0.05 else {
      return [.nothing(participants: school.participants, detectable: detectable(test))]
    }
    let (ru, en) = (Figures(.ru), Figures(.en))
    let all = test.above + test.below
    let sign = Statement.sign(
      EvidenceGrade(signs: [.threshold: q], isPooled: school.isPooled), in: place(school),
      sign: Text("скопление баллов у границ отметок", "scores bunch at the boundaries of marks"),
      seen: Text("над границей \(test.above) из \(all)", "\(test.above) of \(all) above a boundary"),
      expected: Text(
        "\(ru.decimal(test.expected, 1)) из \(all)", "\(en.decimal(test.expected, 1)) of \(all)"),
      p: test.p, q: q, comparisons: comparisons)
    return [sign, .causes]
  }

  private static func place(_ school: ThresholdAnalysis.School) -> Text {
    if school.sets.count == 1, let set = school.sets.first { return WorkName.text(set.work) }
    let count = school.sets.count
    return Text(
      "По \(count) \(count % 10 == 1 && count % 100 != 11 ? "работе" : "работам") вместе",
      "Over \(count) works")
  }

  /// The fewest above a boundary that would have been a sign.
  private static func detectable(_ test: ThresholdTest) -> Text {
    let all = test.above + test.below
    guard let least = test.fewestForSign() else {
      return Text(
        "случай с большим числом работ у границ (сейчас их \(all))",
        "a case with more works near the boundaries (now \(all))")
    }
    return Text(
      "случай, когда над границей не меньше \(least) из \(all)", "\(least) or more of \(all) above a boundary"
    )
  }

  private static func boundaryTable(_ school: ThresholdAnalysis.School) -> StatisticsTable? {
    guard school.pooled.value != nil else { return nil }
    let rows = school.sets.filter { $0.participants >= 5 }.flatMap { set in
      set.boundaries.map { boundary -> [StatisticsTable.Cell] in
        [
          .words(WorkName.text(set.work)), .count(boundary.cut), .count(boundary.below),
          .count(boundary.above),
          .count(boundary.restBelow), .count(boundary.restAbove), .number(boundary.expected, digits: 1),
          set.test.value == nil ? .none : .probability(boundary.p),
        ]
      }
    }
    return StatisticsTable(
      WorkName.file("boundaries", school.name), Text("Границы: \(school.name)", "Boundaries: \(school.name)"),
      [
        Text("Работа", "Work"), Text("Граница", "Boundary"), Text("Под", "Below"), Text("Над", "Above"),
        Text("Под, остальные", "Below, rest"), Text("Над, остальные", "Above, rest"),
        Text("Ожидалось над", "Expected above"), Text("p", "p"),
      ], rows)
  }
}

extension Statement {
  /// A school by itself.
  static let alone = Statement(
    .description,
    "Сравнить не с кем, поэтому это описание, а не признак: у краёв шкалы над границей и под ней и без всякой причины бывает не поровну. Для вывода нужны результаты других школ (в командной строке --rest ФАЙЛ).",
    "There is nobody to compare with, so this is a description and no sign: near the ends of the scale there are not as many above as below for no reason at all. A conclusion needs the results of other schools (--rest FILE on the command line)."
  )

  /// Rows were left out.
  static func hidden(_ count: Int) -> Statement {
    Statement(
      .description,
      "Не показано строк школ, где участников меньше пяти: \(count). Их данные учтены в общем.",
      "Rows of schools with fewer than five participants are not shown: \(count). Their data count in the whole."
    )
  }

  /// The scale of marks is not known.
  static let scaleNeeded = Statement(
    .description,
    "Границы отметок берутся из критериев этого года или из отметок выгрузки; без них расчёта нет.",
    "The boundaries of marks come from the year's criteria or from the marks of the export; without them nothing is counted."
  )
}
