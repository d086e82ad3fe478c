internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// The year of the control beside the year before.
  ///
  /// - Parameters:
  ///   - analysis: the comparison of the two years.
  ///   - leftOut: works of which the tasks of both years differ.
  ///   - origin: the files that were read.
  public init(after analysis: AfterControl, leftOut: [String], origin: Origin) {
    let title = Text("После контроля", "After the control")
    var sections = analysis.works.map { Self.section($0) }
    if sections.isEmpty || !leftOut.isEmpty {
      var section = Section(Text("Не сравнивались", "Not compared"))
      section.statements =
        leftOut.map { Statement.tasksChanged($0) } + (sections.isEmpty ? [.twoYearsNeeded] : [])
      sections.append(section)
    }
    self.init(
      "after", title, origin, sections,
      notes: [.howToRead(.z, .spread), .fallsByItself, .meansLimits, .purpose])
  }

  private static func section(_ work: AfterControl.Work) -> Section {
    let (before, now) = (WorkName.text(work.before), WorkName.text(work.now))
    var section = Section(Text("\(before.ru) → \(now.ru)", "\(before.en) → \(now.en)"))
    let shown = work.schools.filter { min($0.before, $0.now) >= 5 }
    section.facts = [
      Fact("schools", Text("Школ в оба года", "Schools in both years"), work.schools.count),
      Fact(
        "random_schools", Text("из них отобраны случайно (C)", "drawn by chance alone (C)"),
        work.randomSchools),
    ]
    section.statements = shown.compactMap { school in
      guard school.stratum == .certain || school.stratum == .proportional, let change = school.change.value
      else { return nil }
      return .afterControl(
        school.name, before: change.before, now: change.now, expected: change.expected, random: work.random)
    }
    if work.random == nil { section.statements.append(.noRandomSchools) }
    section.statements += hiddenRows(work.schools.count - shown.count)
    section.tables = [table(work, shown)]
    return section
  }

  private static func table(_ work: AfterControl.Work, _ shown: [AfterControl.School]) -> StatisticsTable {
    StatisticsTable(
      WorkName.file("after", work.now), Text("Два года рядом", "Both years"),
      [
        Text("ОО", "School"), Text("Основание включения", "Ground"),
        Text("Участников раньше", "Participants before"),
        Text("сейчас", "now"), Text("Средний % раньше", "Mean % before"), Text("Ожидался", "Expected"),
        Text("Сейчас", "Now"), Text("Изменение", "Change"), Text("От ожидаемого", "From the expected"),
        Text("Z", "Z"),
      ],
      shown.map { school in
        let change = school.change.value
        return [
          .label(school.name), .words(school.stratum?.word ?? Text("не отобрана", "not drawn")),
          .count(school.before), .count(school.now), .number(change?.before, digits: 1),
          .number(change?.expected, digits: 1), .number(change?.now, digits: 1),
          .number(change.map { $0.now - $0.before }, digits: 1),
          .number(change?.residual.residual, digits: 1),
          .number(change?.residual.z, digits: 2),
        ]
      })
  }
}

extension Statement {
  /// Why a fall by itself means nothing.
  static let fallsByItself = Statement(
    .description,
    "Школа, выбранная за высокий результат, через год в среднем опускается сама собой: часть высокого результата была случайной. Поэтому смотрите на отличие от ожидаемого и на школы, отобранные случайно (C), а не на само снижение.",
    "A school that was chosen for a high result falls by itself next year, for part of the result was chance. So look at the distance from the expected result and at the schools drawn by chance (C), not at the fall."
  )

  /// There are no schools of chance to compare with.
  static let noRandomSchools = Statement(
    .description,
    "Школ, отобранных случайно (C), в обоих годах меньше двух: с ними сравнить нельзя.",
    "Fewer than two schools drawn by chance (C) stand in both years: there is nothing to compare with.")

  /// Years with other tasks are not compared.
  static func tasksChanged(_ work: String) -> Statement {
    let name = WorkName.text(work)
    return Statement(
      .description,
      "\(name.ru): задания или максимумы двух лет разные. Сравнивать годы можно, только если проверялись те же умения; если это так, добавьте --comparable.",
      "\(name.en): tasks or maxima of both years differ. Years can be compared only where the same skills were tested; if they were, add --comparable."
    )
  }

  /// Neither work stands in both years.
  static let twoYearsNeeded = Statement(
    .description,
    "Нет работы, которая есть в обоих годах хотя бы у трёх школ: тот же предмет и тот же класс.",
    "No work stands in both years with three schools at least: the same subject and the same grade.")
}
