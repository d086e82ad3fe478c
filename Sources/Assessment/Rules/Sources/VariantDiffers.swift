extension Rule {
  static let variantDiffers = Rule(
    "XCK004", "variant-differs", .error, .sources,
    title: Text("Варианты в источниках расходятся", "The sources disagree on the variant"),
    message: Text(
      "Участник {code}: {first} вариант «{value}», {second} — «{other}».",
      "Participant {code}: {first} the variant is «{value}», {second} it is «{other}»."),
    why: Text(
      "Критерии и задания у вариантов разные: по другому варианту результат неверен.",
      "Variants have different tasks and criteria: under another variant the result is wrong."),
    mend: Text(
      "Посмотрите вариант участника {code} на его работе и исправьте тот файл, где он другой.",
      "Look at the work of participant {code} and mend the file that has another variant."),
    basis: .procedure("11.8"),
    accepts: [
      .plain.with {
        $0.scores = [
          "| Код | Вариант | 1 | 2 | 3.1 | 3.2 |\n| 40002 | 2 | 0 | 1 | 1 | 2 |\n| 40001 | 1 | 1 | 2 | X | 0 |"
        ]
      },
      .plain.with {
        $0.scores = [
          "| Код | Вариант | 1 | 2 | 3.1 | 3.2 |\n| 40002 | | 0 | 1 | 1 | 2 |\n| 40001 | 1 | 1 | 2 | X | 0 |"
        ]
      },
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | ↓2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """
      ).with {
        $0.scores = [
          "| Код | Вар. | 1 | 2 | 3.1 | 3.2 |\n| 40002 | 1 | 0 | 1 | 1 | 2 |\n| 40001 | 1 | 1 | 2 | X | 0 |"
        ]
      },
      Example(
        """
        | Код | Вариант (часть 1) | 1 (1б) | 2 (2б) | Вариант (часть 2) | 3 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | ↓2 | 1 | 1 | м | 4 |
        """
      ).with {
        $0.criteria = .twoParts
        $0.scores = ["| Код | Вар. (часть 1) | 1 | 2 | Вар. (часть 2) | 3 |\n| 40001 | 1 | 1 | 2 | 1 | 1 |"]
      },
    ]
  ) { examination, reporter in
    guard let record = examination.record, record.scores.contains(where: \.hasVariants) else { return }
    let within = examination.within
    if let keyings = examination.keyings { return keyings.reportVariants(record, within, to: &reporter) }
    for participant in record.participants {
      guard let code = participant.code.value else { continue }
      for (part, own) in participant.variants.enumerated() {
        guard let variant = own.value, record.criteria.takes(variant) else { continue }
        // Points of an absent pupil are PRT009's.
        for (_, row) in record.scoreRows(of: code) where !(variant == .absent && row.hasPoints) {
          guard row.variants.indices.contains(part), let other = row.variants[part].value, other != variant,
            record.criteria.takes(other), !record.standsTwice(code)
          else { continue }
          let place = record.place(of: participant, column: own.column)
          reporter.report(
            place,
            [
              "code": .text(String(code)), "first": .words(within.first), "second": .words(within.second),
              "value": .text(variant.word), "other": .text(other.word),
            ],
            expected: Expectation("variant", [other.word]), actual: record.actual(at: place),
            related: [record.place(of: row, column: row.variants[part].column)])
          break
        }
      }
    }
  }
}

extension AssessmentProtocol.ScoresSheet {
  /// Whether the sheet has a column for a variant.
  fileprivate var hasVariants: Bool { participants.first?.variants.contains(where: \.hasColumn) ?? false }
}

extension Criteria {
  /// Whether the form takes a variant; of another one PRT007 speaks.
  fileprivate func takes(_ variant: Variant) -> Bool {
    switch variant {
    case .number(let number): terms.variants.contains(number)
    case .absent: true
    }
  }
}
