internal import Assessment
internal import Objectivity

/// How the signs of a report are read, for people who never learnt statistics.
extension Statement {
  /// A sign that stands in figures and tables.
  enum Sign {
    case p, q, interval, z, agreement, error, spread

    fileprivate var words: Text {
      switch self {
      case .p:
        Text(
          "p — вероятность получить такое же или большее отличие случайно (0,01 — один раз из ста)",
          "p is the chance of a difference as large or larger by chance alone (0.01 is once in a hundred)")
      case .q:
        Text(
          "q — то же с поправкой на то, что сравнений много; признак отмечается при q не больше 0,10",
          "q is the same, corrected for the number of comparisons; a sign is noted from q = 0.10 downwards")
      case .interval:
        Text(
          "95 % — пределы, в которых истинное значение лежит с такой уверенностью",
          "95 % are the limits between which the true value lies with that confidence")
      case .z:
        Text(
          "Z — на сколько обычных случайных отклонений результат дальше ожидаемого; обычны значения от −2 до 2",
          "Z is the distance from what was expected in usual random deviations; −2 to 2 is ordinary")
      case .agreement:
        Text(
          "согласие 1 — полное, 0 — как при случайном совпадении",
          "agreement is 1 when full and 0 as by chance")
      case .error:
        Text(
          "стандартная ошибка — на сколько значение обычно сдвигает случай",
          "the standard error is how far chance usually moves a value")
      case .spread:
        Text(
          "ожидается через год — результат, очищенный от случайной части",
          "expected next year is the result without its chance part")
      }
    }
  }

  /// The signs of a report in one sentence.
  static func howToRead(_ signs: Sign...) -> Statement {
    Statement(
      .description, "Как читать: \(signs.map(\.words.ru).joined(separator: "; ")).",
      "How to read it: \(signs.map(\.words.en).joined(separator: "; ")).")
  }
}
