extension Rule {
  static let tableNotFound = Rule(
    "TPL001", "table-not-found", .fatal, .table,
    title: Text("Таблица не найдена", "No table was found"),
    message: Text("{role}: таблица не найдена: {problem}.", "{role}: no table was found: {problem}."),
    why: Text(
      "Таблица узнаётся по заголовкам столбцов; без строки заголовков неизвестно, что где стоит.",
      "A table is told by the headers of its columns; without a header row nobody knows what stands where."),
    mend: Text(
      "Проверьте, тот ли файл выбран. Если тот, впишите над данными строку заголовков: Код, Вариант, номера заданий, "
        + "Класс, Пол, Отметка. Форму скачивают в кабинете ФИС ОКО.",
      "Check that it is the right file. If it is, put a header row above the data: Код, Вариант, task numbers, Класс, "
        + "Пол, Отметка. The form is downloaded from ФИС ОКО."),
    basis: .form,
    accepts: [
      .plain,
      .plain.with {
        $0.title = ["Протокол проверки ВПР", "ОО: МКОУ «СОШ № 3»", "Предмет: Математика", "Класс: 4"]
      },
    ],
    rejects: [
      Example(
        """
        | Расписание звонков | | |
        | Урок | Начало | Конец |
        | 1 | 08:30 | 09:10 |
        | 2 | 09:25 | 10:05 |
        """),
      Example(
        """
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      .plain.with { $0.scores = ["| Эксперт | Дата |\n| Эксперт 1 | 17.04.2024 |"] },
    ]
  ) { examination, reporter in
    for source in examination.withoutTable where examination.sources.indices.contains(source) {
      let role = examination.sources[source].role
      reporter.report(
        Place(source: source),
        [
          "role": .words(role.title),
          "problem": .words(examination.problem(of: source) ?? missingHeader(role)),
        ],
        expected: Expectation("header", role == .form ? ["Код", "Вариант", "Итого баллов"] : ["Код"]))
    }
  }

  private static func missingHeader(_ role: Source.Role) -> Text {
    switch role {
    case .transcription:
      Text(
        "ни на одном видимом листе нет строки заголовков с «Код» и «Вариант», заданиями или «Класс»",
        "no visible sheet has a header row with «Код» and «Вариант», tasks or «Класс»")
    case .scores:
      Text(
        "ни на одном видимом листе нет строки заголовков с «Код» и номерами заданий",
        "no visible sheet has a header row with «Код» and the numbers of tasks")
    case .form:
      Text(
        "это не форма сбора результатов — нет строки заголовков с «Код», «Вариант» и заданиями вида «5.1 (1б)»",
        "this is no results form: there is no header row with «Код», «Вариант» and tasks like «5.1 (1б)»")
    case .export:
      Text("это не выгрузка ФИС ОКО", "this is no ФИС ОКО export")
    case .roster:
      Text(
        "ни на одном видимом листе нет строки заголовков с «Код» и «ФИО»",
        "no visible sheet has a header row with «Код» and «ФИО»")
    case .enclosure: Text("это не таблица", "it is no table")
    case .plan:
      Text(
        "ни на одном видимом листе нет строки заголовков с «Логин», «Класс» и «Предмет»",
        "no visible sheet has a header row with «Логин», «Класс» and «Предмет»")
    }
  }
}
