import Assessment
import Console
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
}
