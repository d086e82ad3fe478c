/// Ways in which a cell was understood otherwise than it was typed; each is reported once, with its cells (FIL009).
public enum Normalisation: String, Sendable, CaseIterable {
  /// Letters of another alphabet that look the same.
  case lookAlike
  /// Small letters for capital ones, or the reverse.
  case letterCase
  /// Spaces, also the unbreakable ones, around a value.
  case spaces
  /// `70032.0` for 70032.
  case decimalZero
  /// A number kept as text.
  case numberAsText
  /// «н/п», «не пройдено», «не пр.» for «не пройд.», «отсут.», «н» for «отсутствовал».
  case spelling
  /// A class letter turned into its number by the class map.
  case classLetter
  /// A task's name that the spreadsheet took for a date or a number.
  case headerAsDate

  /// What was done, in words.
  public var title: Text {
    switch self {
    case .lookAlike: Text("похожие буквы другого алфавита", "look-alike letters of another alphabet")
    case .letterCase: Text("строчные и прописные буквы", "letter case")
    case .spaces: Text("лишние пробелы", "surplus spaces")
    case .decimalZero: Text("лишние нули после запятой (70032.0)", "surplus zeros after the point (70032.0)")
    case .numberAsText: Text("числа, записанные текстом", "numbers stored as text")
    case .spelling: Text("другие написания слов формы", "other spellings of the form's words")
    case .classLetter: Text("буквы классов по списку классов", "class letters by the class map")
    case .headerAsDate:
      Text("номера заданий, ставшие датой или числом", "task numbers turned into dates or numbers")
    }
  }
}
