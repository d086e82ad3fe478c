extension Rule {
  static let issuedCodeUnused = Rule(
    "PRT016", "issued-code-unused", .query, .sources,
    title: Text("Выданный код не использован", "A code given out has no row"),
    message: Text(
      "Код {code} выдан, но строки с ним в протоколе нет.",
      "Code {code} was given out, but the protocol has no row for it."),
    why: Text(
      "Возможно, строку пропустили при вводе; отсутствовавший участник тоже вносится в форму.",
      "The row may have been left out when keying; an absent participant is entered in the form too."),
    mend: Text(
      "Добавьте строку с этим кодом; если участника не было, введите «отсутствовал». Если код никому не достался, "
        + "поясните это.",
      "Add a row with this code; if the pupil was absent, enter «отсутствовал». If nobody got the code, explain it."
    ),
    basis: .practice,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | отсутствовал | | | | | | | |
        """
      ).with { $0.roster = "| Код | ФИО |\n| 40002 | Пример |\n| 40001 | Образец |\n| 50007 | Проба |" }
    ],
    rejects: [
      .plain.with { $0.roster = "| Код | ФИО |\n| 40001 | Образец |\n| 40002 | Пример |\n| 40003 | Проба |" },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40007 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        """
      ).with {
        $0.roster =
          "| № п/п | Код участника | ФИО |\n| 1 | 40003 | Пример |\n| 2 | 40007 | Образец |\n| 3 | 40009 | Проба |"
      },
    ]
  ) { examination, reporter in
    guard let record = examination.record, let roster = examination.roster else { return }
    let comparison = RosterComparison(record, roster)
    // Rows whose code is wrong already own as many of these codes: asking for them would only repeat the cause.
    guard comparison.unused.count > comparison.rowsWithWrongCode else { return }
    for entry in comparison.unused {
      reporter.report(
        Place(cell: entry.location, participant: entry.code), ["code": .text(String(entry.code))],
        expected: Expectation("code", [String(entry.code)]), actual: Actual(raw: "", type: "empty"))
    }
  }
}
