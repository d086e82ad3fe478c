internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// Whether the weak ones were absent more often than chance would have it.
  public init(absence: SelectiveAbsence, origin: Origin) {
    var section = Section(Text("Класс", "The class"))
    section.facts = [
      Fact("roll", Text("В списке", "On the roll"), absence.roll),
      Fact(
        "weak", Text("из них со слабой отметкой в журнале", "with a low mark in the journal"), absence.weak),
      Fact("absent", Text("Отсутствовали", "Absent"), absence.absent),
      Fact("absent_weak", Text("из них со слабой отметкой", "with a low mark"), absence.absentWeak),
      Fact("expected", Text("Ожидалось со слабой отметкой", "With a low mark, expected"), absence.chance) {
        _ in
        .number(absence.expected, digits: 1)
      },
      Fact(
        "p", Text("p: отсутствие не зависит от отметки", "p: absence has nothing to do with marks"),
        absence.chance
      ) {
        .probability($0)
      },
    ]
    section.statements =
      absence.chance.value.map { [.absence(absence, $0), .absenceCauses] } ?? [.tooFew(absence.roll)]
    self.init(
      "absence", Text("Кто отсутствовал", "Who was absent"), origin, [section],
      notes: [.howToRead(.p), .purpose])
  }
}

extension Statement {
  /// How rare such absences are.
  static func absence(_ absence: SelectiveAbsence, _ p: Double) -> Statement {
    let (ru, en) = (Figures(.ru), Figures(.en))
    return Statement(
      .description,
      "Среди отсутствовавших (\(absence.absent)) со слабой отметкой \(absence.absentWeak), ожидалось \(ru.decimal(absence.expected, 1)). Если бы отсутствие не зависело от отметки, столько или больше бывает с вероятностью \(ru.bare(p)).",
      "Of those absent (\(absence.absent)) \(absence.absentWeak) have a low mark, \(en.decimal(absence.expected, 1)) were to be expected. If absence had nothing to do with marks, as many or more come with the chance \(en.bare(p))."
    )
  }

  /// Innocent causes of absence.
  static let absenceCauses = Statement(
    .description,
    "Возможные причины: болезнь, лечение, соревнования, семейные обстоятельства; слабая отметка и пропуски часто идут вместе.",
    "Possible causes: illness, treatment, competitions, the family; low marks and absence often go together."
  )
}
