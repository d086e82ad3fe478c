public import Assessment
public import Form

extension FormError {
  /// Why a form was not written, in words.
  public var words: Text {
    switch self {
    case .unreadable(let error):
      Text("Форма не записана: \(error).", "The form was not written: \(error).")
    case .notAForm: Text("Это не форма сбора результатов.", "This is no results form.")
    case .tooFewRows(let room, let needed):
      Text(
        "В форме подготовлено строк: \(room), а участников \(needed).",
        "The form has \(room) prepared rows, but there are \(needed) participants.")
    case .otherTasks:
      Text(
        "Задания формы не те, по которым проверен протокол.", "The form has other tasks than the protocol.")
    case .noLayout(let season):
      Text(
        "Вид формы сезона \(season) неизвестен: укажите скачанную форму ключом --form.",
        "The layout of season \(season) is not known: give the downloaded form with --form.")
    case .cannotMake(let reason): Text("Форма не сделана: \(reason).", "The form was not made: \(reason).")
    }
  }
}

extension FillingError {
  /// Why there is no form, in words.
  public var words: Text {
    switch self {
    case .refused:
      Text(
        "Форма не записана: сначала исправьте ошибки и ответьте на вопросы.",
        "No form was written: first mend the errors and answer the queries.")
    case .incomplete:
      Text(
        "Форма не записана: не у каждого участника есть всё, что ей нужно.",
        "No form was written: not every participant has all that it needs.")
    case .form(let error): error.words
    case .unproven:
      Text(
        "Форма не записана: она читается обратно иначе.", "No form was written: it reads back otherwise.")
    }
  }
}
