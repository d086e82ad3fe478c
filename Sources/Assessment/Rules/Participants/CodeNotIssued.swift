extension Rule {
  static let codeNotIssued = Rule(
    "PRT005", "code-not-issued", .error, .sources,
    title: Text("Код не выдавался", "The code was not given out"),
    message: Text(
      "Кода {code} нет в списке выданных кодов{hint}.",
      "Code {code} is not in the list of codes given out{hint}."),
    why: Text(
      "Код, которого никто не получал, введён с ошибкой — или список кодов неполон.",
      "A code that nobody was given was keyed wrongly, or the code list is not complete."),
    mend: Text(
      "Сверьте код с бумажным протоколом и со списком кодов и исправьте тот, где ошибка.",
      "Compare the code with the paper protocol and with the code list, and mend the one that is wrong."),
    basis: .practice,
    accepts: [.plain.with { $0.roster = "| Код | ФИО |\n| 40001 | Образец |\n| 40002 | Пример |" }],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | ↓40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """
      ).with { $0.roster = "| Код | ФИО |\n| 40001 | Образец |" },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | ↓40072 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40031 | отсутствовал | | | | | | | |
        """
      ).with { $0.roster = "| Код | ФИО |\n| 40022 | Пример |\n| 40031 | Образец |" },
    ]
  ) { examination, reporter in
    guard let record = examination.record, let roster = examination.roster else { return }
    let comparison = RosterComparison(record, roster)
    for row in comparison.notIssued {
      guard let code = row.code.value else { continue }
      let place = record.place(of: row, column: row.code.column)
      let near = comparison.unused.filter { RosterComparison.differByOneDigit($0.code, code) }
      let meant = near.count == 1 ? near.first?.code : nil
      let hint = meant.map {
        Text(
          "; выдан похожий код \($0), и строки с ним нет",
          "; the similar code \($0) was given out and has no row")
      }
      reporter.report(
        place, ["code": .text(String(code)), "hint": .words(hint ?? Text("", ""))],
        expected: meant.map { Expectation("code", [String($0)]) }, actual: record.actual(at: place))
    }
  }
}
