import Assessment
import Form
import Reports

/// Why a file could not be read as an export of ФИС ОКО, in words.
enum ExportWords {
  /// One sentence behind the file's name.
  static func text(of error: ExportError, _ name: String) -> String { "\(name): \(reason(error))" }

  private static func reason(_ error: ExportError) -> String {
    switch error {
    case .unreadable(let error): RefusalText.text(error, Say.language)
    case .notAnExport:
      say(
        "это не выгрузка ФИС ОКО — нет строки с «Код участника» и «Первичный балл» или с «Группы участников».",
        "this is no ФИС ОКО export: no row with «Код участника» and «Первичный балл», or with «Группы участников»."
      )
    case .otherExport(let kind):
      say(
        "нужна выгрузка \(title(.individualResults)), а это \(title(kind)).",
        "the export \(title(.individualResults)) is needed, and this is \(title(kind)).")
    case .titleMissing:
      say(
        "над таблицей нет строки «ВПР 2024 Математика 4 класс»: неизвестно, о какой работе выгрузка.",
        "above the table there is no line like «ВПР 2024 Математика 4 класс»: the work of the export is not known."
      )
    case .titleContradicts(let cell):
      say(
        "в \(cell) назван другой предмет, чем в строке «ВПР …».",
        "\(cell) names another subject than the line «ВПР …».")
    case .columnMissing(let name): say("нет колонки «\(name)».", "the column «\(name)» is missing.")
    case .columnTwice(let cell):
      say("колонка стоит дважды: \(cell).", "a column stands twice: \(cell).")
    case .damaged(let cell):
      say(
        "выгрузка повреждена: в \(cell) не то, что там должно быть. Скачайте её заново и не меняйте.",
        "the export is damaged: \(cell) holds what cannot stand there. Download it again and do not change it."
      )
    case .empty: say("в выгрузке нет ни одной строки.", "the export holds no row.")
    }
  }

  private static func title(_ kind: ExportKind) -> String {
    switch kind {
    case .individualResults: "Ф1 «Индивидуальные результаты»"
    case .markStatistics: "Ф3 «Статистика по отметкам»"
    case .journalComparison: "«Сравнение отметок с отметками по журналу»"
    }
  }
}
