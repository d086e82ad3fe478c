import Assessment

/// ArgumentParser speaks English only; its own headings and sentences are put into Russian here.
enum RussianHelp {
  private static let phrases: [(String, String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "Вызов: "), ("ARGUMENTS:", "ЧТО УКАЗАТЬ:"), ("OPTIONS:", "КЛЮЧИ:"),
    ("SUBCOMMANDS:", "КОМАНДЫ:"), ("Show help information.", "Показать эту справку."),
    ("Show the version.", "Показать версию."), ("(default: ", "(по умолчанию: "), ("(values: ", "(значения: "), ("values: ", "значения: "),
    ("; default: ", "; по умолчанию: "),
    ("See 'oko help <subcommand>' for detailed help.", "Подробнее о команде: oko help <команда>"),
    ("<subcommand>", "<команда>"), ("Error: ", "Ошибка: "), ("Unknown option ", "неизвестный ключ "),
    ("Unexpected argument ", "лишнее слово "), (" unexpected arguments: ", " лишних слова: "),
    ("Missing expected argument ", "не указано: "), ("Missing value for ", "нет значения у ключа "),
    ("Missing one of: ", "нужно одно из: "), ("The value ", "Значение "), (" is invalid for ", " не подходит для "),
    ("Help:  ", "Справка:  "), ("Usage: ", "Вызов: "), ("Did you mean ", "Может быть, "), ("See ", "См. "),
    (" for more information.", "."), ("Please provide one of ", "укажите одно из "),
  ]

  static func translate(_ text: String) -> String {
    guard Say.language == .ru else { return text }
    return phrases.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
