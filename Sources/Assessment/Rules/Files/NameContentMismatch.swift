internal import Spreadsheet

extension Rule {
  static let nameContentMismatch = Rule(
    "FIL004", "name-content-mismatch", .warning, .container,
    title: Text("Расширение не соответствует содержимому", "The extension is not what the file is"),
    message: Text(
      "Файл назван .{extension}, а по содержимому это {format}. Прочитан по содержимому.",
      "The file is named .{extension}, but its content is {format}. It was read as what it is."),
    why: Text(
      "Файл с чужим расширением другая программа может не открыть или открыть неверно.",
      "Another program may refuse such a file or open it wrongly."),
    mend: Text(
      "Откройте файл в программе таблиц и сохраните как «Книга Excel (.xlsx)».",
      "Open the file in a spreadsheet program and save it as an Excel workbook (.xlsx)."),
    steps: .savingAsXLSX,
    basis: .practice,
    accepts: [
      .plain.with {
        $0.fileName = "протокол.csv"
        $0.isCSV = true
      }
    ],
    rejects: [
      .plain.with { $0.isCSV = true },
      .plain.with { $0.fileName = "протокол.csv" },
    ]
  ) { examination, reporter in
    for (index, source) in examination.sources.enumerated() {
      // What is no table, such as a plan in JSON, has no format of a table.
      guard let workbook = source.workbook, !workbook.sheets.isEmpty, !source.fileExtension.isEmpty,
        !workbook.format.fits(extension: source.fileExtension)
      else { continue }
      reporter.report(
        Place(source: index),
        ["extension": .text(source.fileExtension), "format": .text(workbook.format.rawValue.uppercased())],
        expected: Expectation("file", [workbook.format.rawValue]),
        actual: Actual(raw: source.fileExtension, type: "extension"))
    }
  }
}
