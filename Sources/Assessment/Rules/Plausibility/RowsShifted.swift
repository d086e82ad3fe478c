extension Rule {
  static let rowsShifted = Rule(
    "PLS004", "rows-shifted", .error, .plausibility,
    title: Text("Баллы в чужих строках", "Points in the wrong rows"),
    message: Text(
      "От {first} до {last} ({count} {count|строка|строки|строк}) баллы стоят на {rows} {rows|строку|строки|строк} {side} своих,"
        + " судя по {evidence}; их надо сдвинуть {back}.",
      "From {first} to {last} ({count} {count|row|rows}) the points stand {rows} {rows|row|rows} {side} their own by"
        + " {evidence}; they must be moved {back}."),
    why: Text(
      "При вводе пропустили строку или вставили баллы со сдвигом: каждый получил чужой результат.",
      "A row was skipped in keying, or the points were pasted one row off: everybody got somebody else's result."
    ),
    mend: Text(
      "Сверьте две-три строки с бумажным протоколом и сдвиньте баллы от {first} до {last} на {rows} {rows|строку|строки|строк}"
        + " {back}. Строки, которые опустеют, введите заново.",
      "Compare two or three rows with the paper protocol and move the points from {first} to {last} {rows} {rows|row|rows}"
        + " {back}. Key the rows that become empty again."),
    steps: .movingCells,
    basis: .practice,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        | 40003 | 2 | 1 | 1 | 0 | X | 1 | ж | 5 |
        | 40004 | 1 | 1 | 2 | X | 0 | 1 | м | 3 |
        """
      ).with {
        $0.scores = [
          """
          | Код | 1 | 2 | 3.1 | 3.2 |
          | 40003 | 1 | 1 | 0 | X |
          | 40001 | 1 | 2 | X | 0 |
          | 40004 | 1 | 2 | X | 0 |
          | 40002 | 0 | 1 | 1 | 2 |
          """
        ]
      }
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | ↓40002 | 2 | 1 | 1 | 0 | X | 1 | ж | 5 |
        | ↓40003 | 2 | 0 | 2 | X | 1 | 1 | ж | 5 |
        | ↓40004 | 1 | 1 | 0 | 1 | 0 | 1 | м | 3 |
        | 40005 | 1 | 1 | 0 | 1 | 0 | 1 | м | 3 |
        """
      ).with {
        $0.scores = [
          """
          | Код | 1 | 2 | 3.1 | 3.2 |
          | 40003 | 1 | 1 | 0 | X |
          | 40001 | 1 | 2 | X | 0 |
          | 40004 | 0 | 2 | X | 1 |
          | 40002 | 0 | 1 | 1 | 2 |
          | 40005 | 1 | 0 | 1 | 0 |
          """
        ]
      },
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 1 | 40001 | 1 | 1 | 2 | х | 0 | 1 | м | 4 |
        | 2 | ↓40002 | 2 | | | | | 1 | ж | 5 |
        | 3 | ↓40003 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        | 4 | ↓40004 | 1 | 1 | 1 | 0 | х | 1 | м | 3 |
        | 5 | ↓40005 | 1 | 0 | 2 | х | 1 | 1 | м | 3 |
        """
      ).with {
        $0.scores = [
          """
          | Код | 1 | 2 | 3(1) | 3(2) |
          | 40001 | 1 | 2 | x | 0 |
          | 40002 | 0 | 1 | 1 | 2 |
          | 40003 | 1 | 1 | 0 | x |
          | 40004 | 0 | 2 | x | 1 |
          | 40005 | 1 | 0 | 1 | 0 |
          """
        ]
      },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    let other =
      examination.purpose == .comparison
      ? Text("второй записи", "the second transcription") : Text("баллам комиссии", "the scores sheet")
    for shift in RowShift.shifts(in: record) {
      let places = shift.rows.map { record.place(of: $0, column: $0.code.column) }
      guard let first = shift.rows.first, let last = shift.rows.last else { continue }
      let isAbove = shift.distance > 0
      reporter.report(
        places[0],
        [
          "first": .words(first.name), "last": .words(last.name), "count": .number(shift.rows.count),
          "rows": .number(abs(shift.distance)),
          "evidence": .words(
            shift.evidence == .sums
              ? Text("сумме, указанной в каждой строке", "the sum that each row states")
              : other),
          "side": .words(isAbove ? Text("выше", "above") : Text("ниже", "below")),
          "back": .words(isAbove ? Text("вниз", "down") : Text("вверх", "up")),
        ],
        related: Array(places.dropFirst()))
    }
  }
}

extension Participant {
  /// The row by its code, or by its number where it has none.
  fileprivate var name: Text {
    code.value.map { Text("кода \($0)", "code \($0)") } ?? Text("строки \(row + 1)", "row \(row + 1)")
  }
}
