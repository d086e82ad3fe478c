internal import Assessment

/// ArgumentParser speaks English only; its own headings and sentences are put into Russian here.
package enum RussianHelp {
  /// Longer phrases stand before the shorter ones that they hold.
  private static let phrases: [(String, String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "Вызов: "), ("ARGUMENTS:", "ЧТО УКАЗАТЬ:"), ("OPTIONS:", "КЛЮЧИ:"),
    ("SUBCOMMANDS:", "КОМАНДЫ:"), ("[<options>]", "[<ключи>]"),
    ("Show help information.", "Показать эту справку."),
    ("Show the version.", "Показать версию."), ("default: ", "по умолчанию: "), ("values: ", "значения: "),
    ("(values:\n", "(значения:\n"), ("(default:\n", "(по умолчанию:\n"),
    ("  See 'oko help", "  Подробнее: 'oko help"), ("<subcommand>' for detailed help.", "<команда>'"),
    ("<subcommand>", "<команда>"), ("Error: Unknown option ", "Ошибка: неизвестный ключ "),
    ("Error: Unexpected argument ", "Ошибка: лишнее или незнакомое слово "),
    (" unexpected arguments: ", " лишних слова: "),
    ("Error: Missing expected argument ", "Ошибка: не указано "),
    ("Error: Missing value for ", "Ошибка: нет значения у ключа "),
    ("Error: The value ", "Ошибка: значение "),
    ("Error: ", "Ошибка: "), ("Missing expected argument ", "не указано "),
    (" is invalid for ", " не подходит для "),
    (". Please provide one of ", ". Можно: "), ("' and '", "' и '"), ("' or '", "' или '"),
    ("', or '", "' или '"), ("', and '", "' и '"),
    ("Help:  ", "Справка:  "), ("Usage: ", "Вызов: "), ("Did you mean ", "Возможно, вы имели в виду "),
    ("  See '", "  Подробнее: '"), ("' for more information.", "'"),
  ]

  package static func translate(_ text: String) -> String {
    guard Say.language == .ru else { return text }
    return phrases.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
