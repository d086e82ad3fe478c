internal import Spreadsheet

extension Rule {
  static let formNotBlank = Rule(
    "TPL007", "form-not-blank", .query, .table,
    title: Text("Форма уже заполнена", "The form is not blank"),
    message: Text(
      "В форме уже есть коды — в {count} {count|строке|строках|строках}.",
      "The form holds codes already, in {count} {count|row|rows}."),
    why: Text(
      "Заполняется чистая форма; в этой могут остаться чужие или прежние результаты.",
      "A blank form is filled; foreign or former results may stay in this one."),
    mend: Text(
      "Скачайте чистую форму. Если взята именно эта, поясните почему.",
      "Download a blank form. If this very one is meant, explain why."),
    basis: .practice,
    accepts: [.plain],
    rejects: [
      .plain.with { $0.formIsFilled = true },
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 1 | 40011 | 1 | 1 | 2 | X | 0 | 2 | ж | 3 |
        """
      ).with {
        $0.formIsFilled = true
        $0.criteria = .withNotCovered
      },
    ]
  ) { examination, reporter in
    guard let form = examination.form, let source = examination.formSource, !form.filled.isEmpty else {
      return
    }
    let sheets = examination.sources[source].workbook?.sheets ?? []
    let sheet = sheets.indices.contains(form.sheet) ? sheets[form.sheet] : nil
    let places = form.filled.map { cell in
      var place = Place(cell: CellLocation(source: source, sheet: form.sheet, cell: cell))
      if case .number(let number)? = sheet?[cell] { place.participant = Int(exactly: number) }
      return place
    }
    reporter.report(places[0], ["count": .number(places.count)], related: Array(places.dropFirst()))
  }
}
