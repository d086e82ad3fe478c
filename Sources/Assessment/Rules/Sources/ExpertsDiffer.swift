extension Rule {
  static let expertsDiffer = Rule(
    "XCK005", "experts-differ", .query, .sources,
    title: Text("Нужен третий эксперт", "A third expert is due"),
    message: Text(
      "Участник {code}, задание {task}: один эксперт поставил «{value}», другой — «{other}». Расхождение требует третьей проверки.",
      "Participant {code}, task {task}: one expert gave «{value}», the other «{other}». Such a difference asks for a third marking."
    ),
    why: Text(
      "Эксперты расходятся больше, чем допускает порядок района: выбрать один из баллов без третьей проверки нельзя.",
      "The experts differ by more than the district allows: neither value can be chosen without a third marking."
    ),
    mend: Text(
      "Передайте работу {code} третьему эксперту и внесите его балл за задание {task} в оба листа и в запись протокола.",
      "Give work {code} to a third expert and enter the third mark of task {task} in both sheets and in the transcription."
    ),
    basis: Basis(
      .policy, Text("правила района о третьей проверке", "the district's policy on third marking")),
    accepts: [
      Example(
        """
        | Код | Вариант | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | м | 4 |
        """
      ).with {
        $0.scores = [
          "| Код | 1 | 2 | 3.1 | 3.2 | Эксперт |\n| 40001 | 1 | 2 | X | 0 | Первая |",
          "| Код | 1 | 2 | 3.1 | 3.2 | Эксперт |\n| 40001 | 1 | 2 | X | 0 | Второй |",
        ]
      }
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | м | 4 |
        """
      ).with {
        $0.scores = [
          "| Код | 1 | 2 | 3.1 | 3.2 | Эксперт |\n| 40001 | 1 | 2 | X | 0 | Первая |",
          "| Код | 1 | 2 | 3.1 | 3.2 | Эксперт |\n| 40001 | 1 | 0 | X | 0 | Второй |",
        ]
      },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | 1 | 0 | 1 | м | 4 |
        """
      ).with {
        $0.scores = [
          "| Код | 1 | 2 | 3.1 | 3.2 | Эксперт |\n| 40001 | 1 | 2 | 1 | 0 | Первая |",
          "| Код | 1 | 2 | 3.1 | 3.2 | Эксперт |\n| 40001 | 1 | 2 | X | 0 | Второй |",
        ]
      },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    for difference in PointsComparison.differences(in: record, policy: examination.policy)
    where difference.needsThirdExpert {
      difference.report(in: record, examination, to: &reporter)
    }
  }
}
