extension Rule {
  static let pointsDiffer = Rule(
    "XCK001", "points-differ", .error, .sources,
    title: Text("Источники расходятся в ячейке", "The sources disagree in a cell"),
    message: Text(
      "Участник {code}, {what}: {first} — «{value}», {second} — «{other}».",
      "Participant {code}, {what}: {first} has «{value}», {second} has «{other}»."),
    why: Text(
      "Одно из двух значений введено неверно; в форму пойдёт только одно.",
      "One of the two values was keyed wrongly, and only one of them can go into the form."),
    mend: Text(
      "Найдите в бумажном протоколе: участник {code}, {what}. Исправьте тот файл, где записано другое.",
      "Look it up in the paper protocol: participant {code}, {what}. Mend the file that differs."),
    basis: .procedure("11.8"),
    accepts: [
      .plain.with {
        $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40002 | 0 | 1 | 1 | 2 |\n| 40001 | 1 | 2 | x | 0 |"]
      }
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓2 | X | 0 | 1 | м | 4 |
        """
      ).with { $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 1 | x | 0 |"] },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | ↓X | 0 | 1 | м | 4 |
        """
      ).with { $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | 0 | 0 |"] },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    if let keyings = examination.keyings { return keyings.reportValues(record, to: &reporter) }
    for difference in PointsComparison.differences(in: record, policy: examination.policy)
    where !difference.needsThirdExpert {
      difference.report(in: record, examination, to: &reporter)
    }
  }
}
