extension Rule {
  static let onlyInScores = Rule(
    "XCK003", "only-in-scores", .error, .sources,
    title: Text("Кода из баллов комиссии нет в записи", "A code of the scores sheet has no row"),
    message: Text(
      "Код {code} есть {where}, но строки с ним {here} нет.",
      "Code {code} is {where}, but there is no row for it {here}."),
    why: Text(
      "Проверенная работа не попадёт в форму: строка пропущена или её код набран с ошибкой.",
      "A marked work would not get into the form: its row was left out, or its code was mistyped."),
    mend: Text(
      "Найдите работу с кодом {code}: внесите её строку туда, где её нет, или исправьте код в том файле, где он неверен.",
      "Find the work of code {code}: add its row where it is missing, or mend the code in the file that has it wrong."
    ),
    basis: .procedure("11.8"),
    accepts: [
      .plain.with {
        $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40002 | 0 | 1 | 1 | 2 |\n| 40001 | 1 | 2 | X | 0 |"]
      },
      .plain.with {
        $0.scores = [
          "| Код | 1 | 2 | 3.1 | 3.2 |\n| 40002 | 0 | 1 | 1 | 2 |\n| 40001 | 1 | 2 | X | 0 |\n| 40003 | | | | |"
        ]
      },
    ],
    rejects: [
      .plain.with {
        $0.scores = [
          "| Код | 1 | 2 | 3.1 | 3.2 |\n| 40002 | 0 | 1 | 1 | 2 |\n| 40003 | 1 | 0 | 1 | 0 |\n| 40001 | 1 | 2 | X | 0 |"
        ]
      },
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 1 | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """
      ).with {
        $0.scores = [
          "| Код | 1 | 2 | 3.1 | 3.2 | Эксперт |\n| 40002 | 0 | 1 | 1 | 2 | Первая |\n| 40001 | 1 | 2 | x | 0 | Первая |",
          "| Код | 1 | 2 | 3.1 | 3.2 | Эксперт |\n| 40001 | 1 | 2 | x | 0 | Второй |\n| 40002 | 0 | 1 | 1 | 2 | Второй |",
        ]
      },
    ]
  ) { examination, reporter in
    guard let record = examination.record, !record.scores.isEmpty, !examination.lacksFile(.transcription)
    else { return }
    let within = examination.within
    if let keyings = examination.keyings { return keyings.reportOnlySecond(record, within, to: &reporter) }
    let known = Set(record.participants.compactMap(\.code.value))
    var order: [Int] = []
    var rows: [Int: [Participant]] = [:]
    for row in record.scores.lazy.flatMap(\.participants) where row.hasPoints {
      guard let code = row.code.value, !known.contains(code), examination.isPlausible(code: code) else {
        continue
      }
      if rows[code] == nil { order.append(code) }
      rows[code, default: []].append(row)
    }
    guard order.count > 0, order.count > examination.rowsWithoutOwnCode(record.participants) else { return }
    for code in order {
      let places = rows[code, default: []].map { record.place(of: $0, column: $0.code.column) }
      guard let place = places.first else { continue }
      reporter.report(
        place,
        ["code": .text(String(code)), "here": .words(within.first), "where": .words(within.second)],
        actual: record.actual(at: place),
        related: Array(places.dropFirst()))
    }
  }
}
