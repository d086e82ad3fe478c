extension Rule {
  static let criteriaUnknown = Rule(
    "CRT004", "criteria-unknown", .fatal, .table,
    title: Text("Критерии работы не найдены", "The work's criteria are not known"),
    message: Text("Проверять не по чему: {problem}.", "There is nothing to check by: {problem}."),
    why: Text(
      "Без формы или таблицы критериев неизвестно, какие в работе задания и максимумы.",
      "Without a form or a criteria table nobody knows the tasks and maxima of the work."),
    mend: Text(
      "Дайте скачанную форму (--form) или укажите работу (--criteria 2024/4-МА); какие таблицы есть, покажет oko "
        + "criteria list.",
      "Give the downloaded form (--form) or name the work (--criteria 2024/4-МА); oko criteria list shows the tables."
    ),
    basis: .form,
    accepts: [
      .plain,
      .plain.with {
        $0.criteria = .unknown
        $0.shipped = .fourTasks
        $0.title = ["Предмет: Математика", "Класс: 4"]
      },
    ],
    rejects: [
      .plain.with { $0.criteria = .unknown },
      .plain.with {
        $0.criteria = .unknown
        $0.title = ["ОО: МКОУ «СОШ № 3»", "Предмет: Окружающий мир", "Класс: 4"]
      },
    ]
  ) { examination, reporter in
    guard examination.criteria == nil, let wanted = examination.wanted else { return }
    // A form that was refused, or is none, is spoken of already; so is a protocol whose title nobody could read.
    let isFormGiven = examination.sources.contains { $0.role == .form }
    let isNamed = !wanted.title.isEmpty
    guard !isFormGiven, isNamed || !examination.tables(.transcription).isEmpty else { return }
    reporter.report(Place(), ["problem": .words(problem(wanted.title, examination))])
  }

  private static func problem(_ title: String, _ examination: Examination) -> Text {
    guard !title.isEmpty else {
      return Text(
        "формы нет, а какая это работа, нигде не сказано",
        "there is no form, and nothing says which work it is")
    }
    let name = (Visible.text(title, .ru), Visible.text(title, .en))
    guard let work = examination.work, examination.isNotHeld(work) else {
      return Text(
        "формы нет, и таблицы «\(name.0)» тоже", "there is no form, and no table «\(name.1)» either")
    }
    return Text(
      "формы нет, а работы «\(name.0)» в этом сезоне не было",
      "there is no form, and the season did not hold «\(name.1)»")
  }
}
