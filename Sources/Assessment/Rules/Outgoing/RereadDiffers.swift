internal import Spreadsheet

extension Rule {
  /// The written form is no source, so its cell stands in the words and not in the place.
  static let rereadDiffers = Rule(
    "OUT001", "reread-differs", .fatal, .form,
    title: Text("Записанная форма читается иначе", "The written form reads back otherwise"),
    message: Text(
      "Ячейка {cell} записанной формы: должно быть «{expected}», а читается «{actual}».",
      "Cell {cell} of the written form: it should hold «{expected}», but reads back as «{actual}»."),
    why: Text(
      "Форму можно загружать, только если она дословно равна протоколу; эта не равна, и файл не сохранён.",
      "A form may be uploaded only when it equals the protocol; this one does not, and the file was not kept."
    ),
    mend: Text(
      "Скачайте бланк формы заново и повторите. Если не помогло, заполните форму вручную и сообщите нам об ошибке.",
      "Download the blank form again and repeat. If that does not help, fill the form by hand and tell us about it."
    ),
    basis: .form, accepts: [], rejects: []
  ) { examination, reporter in
    for difference in examination.rereadDifferences {
      reporter.report(
        Place(participant: difference.participant),
        [
          "cell": .text(difference.cell.description), "expected": .text(difference.expected),
          "actual": .text(difference.actual),
        ],
        expected: Expectation("cell", [difference.expected]),
        actual: Actual(raw: difference.actual, type: "text"))
    }
  }
}
