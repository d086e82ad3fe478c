package import Spreadsheet

extension Actual {
  /// What stands in a cell of a sheet; what looks like a person's name is not repeated.
  init(_ sheet: Sheet, _ reference: CellReference) {
    guard let cell = sheet.cell(at: reference) else {
      self.init(raw: "", type: "empty")
      return
    }
    let type =
      switch cell.kind {
      case .pending: "formula"
      case .text: "text"
      case .number: "number"
      case .date: "date"
      case .boolean: "boolean"
      case .failure: "failure"
      }
    let raw = sheet.value(of: cell).description
    self.init(raw: cell.kind == .text && !Self.isHarmless(raw) ? Self.withheld : raw, type: type)
  }

  /// A value as it may leave the school: text that means nothing in any column of a form may be a name.
  package static func travelling(_ value: CellValue) -> CellValue {
    guard case .text(let text) = value else { return value }
    let mayTravel = isHarmless(text) || ValueReader.understands(text.trimmedOfSpaces)
    return .text(mayTravel ? Visible.still(text) : withheld)
  }

  /// Stands for text that must not travel; a message says so in words.
  package static let withheld = "[…]"

  /// Whether text may be repeated outside the school: it has at most two letters and is not written like «Ли», or
  /// each of its words is one that people write instead of points and marks. Any other word may be a name that was
  /// keyed one column off.
  private static func isHarmless(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    if words.reduce(0, { $0 + $1.count }) <= 2 {
      return text.count <= 40
        && !words.contains(where: isShortName)
    }
    return words.allSatisfy { word in
      let folded = Folded(String(word)).text
      return harmless.contains(folded) || stems.contains { folded.hasPrefix($0) }
    }
  }

  /// «Ли», «Ян»: two letters, the first of them a capital.
  private static func isShortName(_ word: Substring) -> Bool {
    word.count == 2 && word.first?.isUppercase == true && word.last?.isLowercase == true
  }

  private static let harmless: Set<String> = [
    "нет", "не", "н", "п", "а", "б", "в", "г", "был", "была", "два", "две", "три", "верно", "неверно", "плюс",
    "минус",
    "есть", "нету", "ноль", "один", "пять", "четыре", "отметки", "балл", "балла", "баллов", "вар", "отл",
    "хор", "удов",
    "маль", "дев", "муж", "жен", "класс", "истина", "ложь", "тема", "часть", "пройд", "прошли", "писал",
    "писала",
    "болел", "болела", "болеет", "болезнь", "явился", "явилась",
  ]

  private static let stems = [
    "отсут", "неявк", "вариант", "удовл", "неуд", "хорош", "отличн", "мальчик", "девочк", "мужск", "женск",
    "зачет",
    "незачет", "пройден", "проход", "приступ", "выполн", "пересда",
  ]

  /// Whether the text is kept back because it may be a name.
  public var isWithheld: Bool { raw == Self.withheld }

  /// The value as a message shows it: a long text is cut.
  var shown: Parameter { .text(raw.count > 40 ? raw.prefix(40) + "…" : raw) }
}
