extension Rule {
  static let legacyFormat = Rule(
    "FIL003", "legacy-format", .fatal, .container,
    title: Text("Формат файла не поддерживается", "The file's format is not supported"),
    message: Text(
      "{role}: это {problem}. Файл нужно пересохранить.",
      "{role}: this is {problem}. It has to be saved anew."),
    why: Text(
      "Читаются таблицы .xlsx, .ods и .csv; ФИС ОКО принимает .xlsx. Формат виден по содержимому, а не по имени: "
        + "переименовать файл мало.",
      "Tables in .xlsx, .ods and .csv are read; ФИС ОКО takes .xlsx. The format is told by the content, not by the "
        + "name: renaming the file is not enough."),
    mend: Text(
      "Откройте файл в Excel, МойОфис или LibreOffice и выберите «Файл → Сохранить как → Книга Excel (.xlsx)».",
      "Open the file in Excel or LibreOffice and choose File → Save As → Excel Workbook (.xlsx)."),
    steps: .savingAsXLSX,
    basis: .practice,
    accepts: [.plain],
    rejects: [
      Example(file: "протокол.xls", [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]),
      Example(
        file: "протокол.xlsx",
        Array("<html><body><table><tr><td>Код</td><td>Вариант</td></tr></table></body></html>".utf8)),
      Example(
        file: "протокол.xml",
        Array(
          "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".utf8)),
    ]
  ) { examination, reporter in
    reporter.reportRefusals(in: examination)
  }
}
