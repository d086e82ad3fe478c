extension Rule {
  static let markOffScale = Rule(
    "SCR010", "mark-off-scale", .warning, .rows,
    title: Text("Отметка за ВПР не по шкале", "The mark is not that of the scale"),
    message: Text(
      "Отметка за ВПР — «{stated}», а {sum} {sum|балл|балла|баллов} по шкале — это «{mark}».",
      "The mark of the work is «{stated}», but {sum} {sum|point|points} on the scale make «{mark}»."),
    why: Text(
      "Шкала рекомендованная, и школа вправе от неё отступить; чаще же это ошибка в сумме или в отметке.",
      "The scale is a recommendation and a school may depart from it; more often the sum or the mark is wrong."
    ),
    mend: Text(
      "Сверьте баллы и отметку с бумажным протоколом. В форму эта отметка не пишется.",
      "Compare the points and the mark with the paper protocol. This mark is not written into the form."),
    basis: Basis(
      .order,
      Text("рекомендованная шкала перевода баллов в отметки", "recommended scale from points to marks"),
      confidence: "medium"),
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. | Отметка за ВПР |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 | 3 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 | 4 |
        | 40003 | отсутствовал | | | | | | | | |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. | Отметка за ВПР |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 | ↓5 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 | 4 |
        """),
      Example(
        """
        | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Итого | Отметка за ВПР | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 0 | х | 0 | 1 | ↓3 | 1 | м | 4 |
        | 40002 | 2 | 1 | 2 | 1 | 2 | 6 | 5 | 1 | ж | 5 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record, !record.criteria.scale.isEmpty else { return }
    if let exported = examination.exported, !exported.isOfAnotherSchool {
      return reporter.reportMarks(examination, record.criteria)
    }
    record.forEachSum(where: { !$0.statedMark.isBlank && $0.statedMark.reading != .void }) { row, sum in
      guard let mark = record.criteria.mark(for: sum), row.statedMark.value != mark else { return }
      let place = record.place(of: row, column: row.statedMark.column)
      let actual = record.actual(at: place)
      reporter.report(
        place, ["stated": actual.shown, "sum": .number(sum), "mark": .number(mark)],
        expected: Expectation("mark", [String(mark)]), actual: actual)
    }
  }
}

extension Reporter {
  /// Marks of an export that its own primary score does not give by the scale.
  fileprivate mutating func reportMarks(_ examination: Examination, _ criteria: Criteria) {
    guard let export = examination.export, let results = export.results else { return }
    for row in export.rows {
      guard let score = row.score.value, let mark = criteria.mark(for: score), let stated = row.mark.value,
        stated != mark
      else { continue }
      report(
        Place(
          cell: CellLocation(source: export.source, sheet: results.sheet, cell: row.mark.cell),
          participant: row.code.value, schoolClass: row.schoolClass.value),
        ["stated": .text(String(stated)), "sum": .number(score), "mark": .number(mark)],
        expected: Expectation("mark", [String(mark)]), actual: Actual(raw: String(stated), type: "number"))
    }
  }
}
