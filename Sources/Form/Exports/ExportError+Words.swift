public import Assessment
internal import Spreadsheet

extension ExportError {
  /// Why the file could not be taken: the end of a sentence, without its full stop.
  public var words: Text {
    switch self {
    case .unreadable(let error): error.reason.words
    case .notAnExport:
      Text(
        "это не выгрузка ФИС ОКО — нет строки с «Код участника» и «Первичный балл» или с «Группы участников»",
        "this is no ФИС ОКО export: no row with «Код участника» and «Первичный балл», or with «Группы участников»"
      )
    case .otherExport(let kind):
      Text(
        "нужна выгрузка \(ExportKind.individualResults.title), а это \(kind.title)",
        "the export \(ExportKind.individualResults.title) is needed, and this is \(kind.title)")
    case .titleMissing:
      Text(
        "над таблицей нет строки «ВПР 2024 Математика 4 класс»: неизвестно, о какой работе выгрузка",
        "above the table there is no line like «ВПР 2024 Математика 4 класс»: the work of the export is not known"
      )
    case .titleContradicts(let cell):
      Text(
        "в \(cell) назван другой предмет, чем в строке «ВПР …»",
        "\(cell) names another subject than the line «ВПР …»")
    case .columnMissing(let name): Text("нет столбца «\(name)»", "the column «\(name)» is missing")
    case .columnTwice(let cell): Text("столбец стоит дважды: \(cell)", "a column stands twice: \(cell)")
    case .damaged(let cell):
      Text(
        "выгрузка повреждена: в \(cell) не то, что там должно быть. Скачайте её заново и не меняйте",
        "the export is damaged: \(cell) holds what cannot stand there. Download it again and do not change it"
      )
    case .empty: Text("в выгрузке нет ни одной строки", "the export holds no row")
    }
  }
}

extension ExportKind {
  /// The export's name.
  fileprivate var title: String {
    switch self {
    case .individualResults: "Ф1 «Индивидуальные результаты»"
    case .markStatistics: "Ф3 «Статистика по отметкам»"
    case .journalComparison: "«Сравнение отметок с отметками по журналу»"
    }
  }
}
