internal import Spreadsheet

extension Rule {
  static let encodingGuessed = Rule(
    "FIL010", "encoding-guessed", .warning, .container,
    title: Text("Кодировка определена по содержимому", "The encoding was inferred"),
    message: Text(
      "{role}: в файле не указана кодировка, она определена по содержимому.",
      "{role}: the file does not state its encoding; it was inferred from the content."),
    why: Text(
      "Текстовый файл без метки кодировки другая программа может прочитать иначе: вместо слов будут чужие знаки.",
      "Another program may read a text file that does not state its encoding otherwise, and show strange signs for words."
    ),
    mend: Text(
      "Убедитесь, что заголовки в отчёте читаются верно. Надёжнее сохранить файл как «Книга Excel (.xlsx)» или "
        + "«CSV UTF-8».",
      "See that the headers in the report read well. Saving the file as an Excel workbook (.xlsx) or «CSV UTF-8» is "
        + "safer."),
    steps: .savingAsText,
    basis: .practice,
    accepts: [
      .plain.with {
        $0.fileName = "протокол.csv"
        $0.isCSV = true
      }
    ],
    rejects: [
      Example(file: "протокол.csv", Array(unmarkedText.utf8)),
      Example(
        file: "протокол 4А.csv",
        unmarkedText.unicodeScalars.map {
          UInt8(truncatingIfNeeded: $0.value < 128 ? $0.value : $0.value &- 0x350)
        }),
    ]
  ) { examination, reporter in
    for (index, source) in examination.sources.enumerated() {
      guard let workbook = source.workbook, workbook.notes.contains(where: { $0.word == .encodingGuess })
      else { continue }
      reporter.report(Place(source: index), ["role": .words(source.role.title)])
    }
  }

  /// A table as text; from А to я, 0x350 less than the scalar is the letter in CP1251.
  private static let unmarkedText = """
    Код;Вариант;1;2;3.1;3.2;Класс;Пол;Отм.
    40001;1;1;2;X;0;1;м;4
    40002;2;0;1;1;2;1;ж;5
    """
}
