extension Rule {
  static let codeDuplicate = Rule(
    "PRT004", "code-duplicate", .error, .file,
    title: Text("Код повторяется", "The same code twice"),
    message: Text(
      "Код {code} стоит в {count} {count|строке|строках|строках}.",
      "Code {code} stands in {count} {count|row|rows}."),
    why: Text(
      "Код — единственный признак участника: по двум строкам с одним кодом нельзя понять, чей это результат.",
      "The code is all that tells a participant: of two rows with one code nobody knows whose result it is."),
    mend: Text(
      "Сверьте коды этих строк с бумажным протоколом и исправьте тот, который введён неверно.",
      "Compare the codes of these rows with the paper protocol and mend the one that was keyed wrongly."),
    basis: .form,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | ↓40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40001 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | ↓40007 | отсутствовал | | | | | | | |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40007 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    for rows in [record.participants] + record.scores.map(\.participants) {
      let coded = rows.indices.filter { rows[$0].code.value != nil }
      let byCode = Dictionary(grouping: coded) { rows[$0].code.value ?? 0 }.filter { $0.value.count > 1 }
      for (code, same) in byCode.sorted(by: { $0.key < $1.key }) {
        let places = same.map { record.place(of: rows[$0], column: rows[$0].code.column) }
        reporter.report(
          places[0], ["code": .text(String(code)), "count": .number(same.count)],
          actual: record.actual(at: places[0]),
          related: Array(places.dropFirst()))
      }
    }
  }
}
