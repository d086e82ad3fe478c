internal import Assessment
internal import Spreadsheet

/// One page of words on how the sheet is filled and what its colours mean.
struct GuideSheet {
  static let name = "Как заполнять"

  private let form: FormOutline

  init(_ form: FormOutline) { self.form = form }

  func fill(_ sheet: borrowing SheetWriter, _ styles: TranscriptionStyles) throws(SpreadsheetError) {
    try sheet.columns(0...0, width: 5)
    try sheet.columns(1...1, width: 84)
    try sheet.text("Как заполнять", at: CellReference(row: 0, column: 0), styles.title)
    var row = 2
    for line in lines {
      try sheet.row(row, height: line.count > 84 ? 31 : 16)
      try sheet.number(row - 1, at: CellReference(row: row, column: 0), styles.text)
      try sheet.text(line, at: CellReference(row: row, column: 1), styles.text)
      row += 1
    }
    row += 1
    for (style, words) in [
      (styles.red, "красное — больше максимума, код повторяется или баллы не сочетаются"),
      (styles.yellow, "жёлтое — у писавшего участника здесь пусто"), (styles.grey, "серое — отсутствовал"),
    ] {
      try sheet.blank(at: CellReference(row: row, column: 0), style)
      try sheet.text(words, at: CellReference(row: row, column: 1), styles.text)
      row += 1
    }
    sheet.hideGridlines()
    try sheet.page(PageSetup())
  }

  private var lines: [String] {
    let notCovered =
      form.offersNotCovered
      ? "«\(Words.notCovered)» (на бумаге «н/п») — тема не пройдена; обычно сразу у всего класса."
      : "Отметки «н/п» эта форма не принимает: спросите эксперта, какой балл поставлен."
    return [
      "Одна строка — один участник. Участника знают по коду; фамилий здесь нет и быть не должно.",
      "Вариант — с работы. Кто не писал: «\(Words.absent)», остальное в строке остаётся пустым.",
      "Баллы — от 0 до максимума, он в скобках после номера задания. Не приступал — X.",
      notCovered,
      "Класс — порядковый номер, как в форме. Букву можно писать, если её номер указан на листе «\(ClassesSheet.name)».",
      "Сумма считается сама: сравните её с суммой на бумаге.",
      "Потом проверьте файл программой oko (check): она найдёт и то, чего не видно по цвету.",
    ]
  }
}
