extension Rule {
  static let exportDiffers = Rule(
    "XCK006", "export-differs", .error, .sources,
    title: Text("Выгрузка ФИС ОКО не та, что форма", "The ФИС ОКО export is not what the form holds"),
    message: Text(
      "Форма и выгрузка ФИС ОКО расходятся: {difference}.",
      "The form and the ФИС ОКО export differ: {difference}."),
    why: Text(
      "Результатом считается то, что приняла система. Если там другое, загружен не тот файл, не последний, или его потом изменили.",
      "What the system took is the result. If it differs, another file was uploaded, or not the last one, or it was changed later."
    ),
    mend: Text(
      "Сверьте с бумажным протоколом. Верна форма — загрузите её ещё раз и скачайте выгрузку заново; верна выгрузка — исправьте свою копию. Если выгрузка чужая, скачайте свою.",
      "Look it up in the paper protocol. If the form is right, upload it again and download the export anew; if the export is right, mend your copy. If the export is another school's, download your own."
    ),
    basis: .procedure("12.1"),
    accepts: [
      .plain.with { $0.export = ExampleExport.plain },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        | 40003 | отсутствовал | | | | | | | |
        """
      ).with { $0.export = ExampleExport.plain },
      .plain.with {
        $0.export = ExampleExport.table([
          "| edu000001 | Школа | 40001 | 1 | 1 | 1 | 2 | 0 | 0 | 3 | 3 | 4 |",
          "| edu000001 | Школа | 40002 | 1 | 2 | 0 | 1 | 1 | 2 | 4 | 4 | 5 |",
        ])
      },
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓1 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | ↓4 |
        """
      ).with { $0.export = ExampleExport.plain },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        | ↓40003 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """
      ).with { $0.export = ExampleExport.plain },
    ]
  ) { examination, reporter in
    for difference in examination.exported?.differences ?? [] {
      reporter.report(
        difference.place, ["difference": .words(difference.words)], expected: difference.expected,
        actual: difference.actual, related: difference.related)
    }
  }
}

/// The export that the examples are held against.
enum ExampleExport {
  /// Both pupils of ``Example/plain``, as the system has them.
  static let plain = table([
    "| edu000001 | Школа | 40001 | 1 | 1 | 1 | 2 | X | 0 | 3 | 3 | 4 |",
    "| edu000001 | Школа | 40002 | 1 | 2 | 0 | 1 | 1 | 2 | 4 | 4 | 5 |",
  ])

  /// Rows below the header of Ф1.
  static func table(_ rows: [String]) -> String {
    """
    | ВПР 2024 Математика 4 класс |
    | Предмет: | Математика |
    | Максимальный первичный балл: | 6 |
    | ОО | Название ОО | Код участника | Класс | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Первичный балл | Отметка | Отметка по журналу |

    """ + rows.joined(separator: "\n")
  }
}
