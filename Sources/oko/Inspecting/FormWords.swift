import Assessment
import Form
import Reports
import Spreadsheet

/// Why a form could not be written, in words.
enum FormWords {
  /// Why a file could not be read as a form.
  static func reading(_ error: FormError, _ name: String) -> String {
    switch error {
    case .unreadable(let error): "\(name): " + RefusalText.text(error, Say.language)
    default:
      say(
        "\(name): это не форма сбора результатов — нет строки с кодом, вариантом и заданиями «1 (1б)».",
        "\(name): this is no results form: no row with code, variant and tasks like «1 (1б)».")
    }
  }

  static func text(of error: FormError) -> String {
    switch error {
    case .unreadable(let error): say("Форма не записана: \(error).", "The form was not written: \(error).")
    case .notAForm: say("Это не форма сбора результатов.", "This is no results form.")
    case .tooFewRows(let room, let needed):
      say(
        "В форме подготовлено строк: \(room), а участников \(needed).",
        "The form has \(room) prepared rows, but there are \(needed) participants.")
    case .otherTasks:
      say("Задания формы не те, по которым проверен протокол.", "The form has other tasks than the protocol.")
    case .noLayout(let season):
      say(
        "Вид формы сезона \(season) неизвестен: укажите скачанную форму ключом --form.",
        "The layout of season \(season) is not known: give the downloaded form with --form.")
    case .cannotMake(let reason): say("Форма не сделана: \(reason).", "The form was not made: \(reason).")
    }
  }
}
