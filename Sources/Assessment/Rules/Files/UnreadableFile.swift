extension Rule {
  static let unreadableFile = Rule(
    "FIL001", "unreadable-file", .fatal, .container,
    title: Text("Файл не читается", "The file cannot be read"),
    message: Text(
      "{role} не читается: {problem} ({details}).", "{role} cannot be read: {problem} ({details})."),
    why: Text(
      "Из повреждённого файла нельзя брать ничего: уцелевшая часть могла бы сойти за целое.",
      "Nothing may be taken from a damaged file: what is left of it could pass for the whole."),
    mend: Text(
      "Откройте файл в программе таблиц и сохраните как «Книга Excel (.xlsx)». Не открывается — возьмите его заново: "
        + "форму скачайте, протокол попросите прислать ещё раз.",
      "Open the file in a spreadsheet program and save it as an Excel workbook (.xlsx). If it does not open, get it "
        + "again: download the form, ask for the protocol once more."),
    steps: .savingAsXLSX,
    basis: .practice,
    accepts: [.plain],
    rejects: [
      Example(file: "протокол.xlsx", Array("PK\u{3}\u{4}обрезано при пересылке".utf8)),
      Example(file: "протокол.csv", []),
      Example(file: "скан.xlsx", Array("%PDF-1.7\n%скан протокола\n".utf8)),
      Example(file: "протокол.csv", Array("Код;Вариант;1\n40001;1;\"1\n".utf8)),
    ]
  ) { examination, reporter in
    reporter.reportRefusals(in: examination)
  }
}
