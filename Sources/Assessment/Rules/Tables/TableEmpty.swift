extension Rule {
  static let tableEmpty = Rule(
    "TPL010", "table-empty", .error, .table,
    title: Text("В таблице нет участников", "The table has no participants"),
    message: Text(
      "Заголовок таблицы найден, а строк с участниками под ним нет.",
      "The table has its header, but no rows of participants below it."),
    why: Text("Пустой протокол загружать незачем.", "There is no use in uploading an empty protocol."),
    mend: Text(
      "Проверьте, тот ли это файл и лист. Введите результаты из бумажного протокола.",
      "Check that this is the right file and sheet. Key the results of the paper protocol."),
    basis: .practice,
    accepts: [.plain],
    rejects: [
      Example("| Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |"),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | _ | _ | _ | _ | _ | _ | _ | _ | _ |
        | Подпись эксперта: ____ | | | | | | | | |
        """),
    ]
  ) { examination, reporter in
    for source in examination.sources.indices {
      // A prepared sheet that was left empty beside a filled one is no fault.
      let tables = examination.tables.filter { $0.source == source }
      guard let table = tables.first, let header = table.columns.first, tables.allSatisfy(\.rows.isEmpty)
      else { continue }
      reporter.report(Place(cell: table.location(header), header: header.header))
    }
  }
}
