extension Rule {
  static let textNormalised = Rule(
    "FIL009", "text-normalised", .info, .container,
    title: Text("Понято иначе, чем введено", "Understood otherwise than typed"),
    message: Text(
      "Понято и будет записано правильно: {kind} — {count} {count|ячейка|ячейки|ячеек}.",
      "Understood, and will be written right: {kind}, {count} {count|cell|cells}."),
    why: Text(
      "Форма принимает только свои написания; программа приводит к ним однозначные случаи и говорит, где.",
      "The form takes its own spellings only; the program rewrites the clear cases and tells where."),
    mend: Text("Делать ничего не нужно.", "There is nothing to do."),
    applicability: .safe, basis: .form,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | '40001.0 | 1 | 1 | 2 | ↓х | 0 | 1 | м | 4 |
        | 40002 | 2 | ↓Х | 1 | 1 | 2 | 1 | Ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | ↓'40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | ↓не явился | | | | | | | |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record, !record.normalised.isEmpty else { return }
    for kind in Normalisation.allCases {
      guard let cells = record.normalised[kind], let first = cells.first else { continue }
      reporter.report(
        Place(cell: first), ["kind": .words(kind.title), "count": .number(cells.count)],
        actual: record.actual(at: Place(cell: first)), related: cells.dropFirst().map { Place(cell: $0) })
    }
  }
}
