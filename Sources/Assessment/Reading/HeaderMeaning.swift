/// What a column is for, told by its header text as people write it.
package enum HeaderMeaning: Hashable, Sendable {
  case code
  /// The variant of a part; 0 when the header names no part.
  case variant(part: Int)
  /// A task with the maximum that the header states.
  case task(TaskID, stated: Int?)
  case schoolClass
  case sex
  case previousMark
  case statedMark
  case sum
  case number
  case name
  case expert
  case classLetter

  package init?(_ original: String) {
    let folded = Folded(original)
    let text = folded.bare
    if text.isEmpty, folded.text.hasPrefix("№") {
      self = .number
      return
    }
    guard !text.isEmpty, text.unicodeScalars.count <= 120 else { return nil }
    if let task = Self.task(original) {
      self = task
    } else if let meaning = Self.exact[text] ?? Self.byWords(text, folded.text) {
      self = meaning
    } else {
      return nil
    }
  }

  private static let exact: [String: HeaderMeaning] = [
    "код": .code, "кода": .code, "номер кода": .code, "n кода": .code, "шифр": .code, "пол": .sex,
    "сумма": .sum, "итого": .sum,
    "всего": .sum, "п/п": .number, "пп": .number, "n": .number, "n п/п": .number, "номер": .number,
    "номер п/п": .number,
    "фио": .name, "ф.и.о": .name, "ф. и. о": .name, "ученик": .name, "имя": .name, "отчество": .name,
    "первичный балл": .sum, "балл": .sum, "баллы": .sum, "буква": .classLetter, "буква класса": .classLetter,
    "литера": .classLetter, "литера класса": .classLetter,
  ]

  private static func byWords(_ text: String, _ full: String) -> HeaderMeaning? {
    if text.hasPrefix("код") {
      let rest = text.dropFirst(3).drop { $0 == " " || $0 == "(" }
      return ["уч", "раб", "обуч", "(уч"].contains { rest.hasPrefix($0) } ? .code : nil
    }
    if text.hasPrefix("вар") || text.hasPrefix("номер вар") { return .variant(part: part(in: text)) }
    if text.hasPrefix("порядковый номер класса") || text.hasPrefix("номер класса") || isClass(text) {
      return .schoolClass
    }
    if text.hasPrefix("пол (") || text.hasPrefix("пол,") || text.hasPrefix("пол м") { return .sex }
    if let mark = mark(text) { return mark }
    if text.hasPrefix("итого") && !text.hasPrefix("итоговая") || text.hasPrefix("сумма")
      || text.hasPrefix("всего балл") || text.hasPrefix("общий балл")
    {
      return .sum
    }
    if text.hasPrefix("фамилия") || text.hasPrefix("фио ") || text.hasPrefix("ф.и.о") { return .name }
    if text.hasPrefix("эксперт") { return .expert }
    return nil
  }

  /// «Класс», «№ класса», «Класс (номер)»; «Классный руководитель» is none.
  private static func isClass(_ text: String) -> Bool {
    text == "класса" || text.hasPrefix("класс") && !(text.dropFirst(5).first?.isLetter ?? false)
  }

  /// «Отметка за четверть», «Предыдущая отметка», «Пред. оценка»; the mark of this very work is another one.
  private static func mark(_ text: String) -> HeaderMeaning? {
    let isMark = text.hasPrefix("отм") || text.hasPrefix("оценка")
    let isPrevious = text.hasPrefix("пред") && (text.contains("отм") || text.contains("оценка"))
    guard isMark || isPrevious else { return nil }
    if text.contains("присут") || text.contains("явк") { return nil }
    return ["впр", "работ", "эксперт", "шкал"].contains { text.contains($0) } ? .statedMark : .previousMark
  }

  /// «часть 2», «ч. 2», «2 часть», «(2)», «часть II», «вторая часть».
  private static func part(in text: String) -> Int {
    let digits = text.filter { $0 == "1" || $0 == "2" }
    if digits.count == 1 { return Int(digits) ?? 0 }
    let words = text.split { !$0.isLetter }
    if words.contains("ii") || words.contains(where: { $0.hasPrefix("втор") }) { return 2 }
    return words.contains("i") || words.contains(where: { $0.hasPrefix("перв") }) ? 1 : 0
  }

  /// `5.1 (1б)`, `4К1 (3 б.)`, `5(1)`, `№ 7`, `Задание 3`, `10(2)K3`.
  private static func task(_ original: String) -> HeaderMeaning? {
    guard original.utf8.contains(where: { $0 &- 48 < 10 }) else { return nil }
    var text = original.composedForHeader[...]
    let isNumbered = text.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
    for prefix in ["задание", "задача", "зад.", "зад", "№"]
    where !isNumbered && text.lowercased().hasPrefix(prefix) {
      text = text.dropFirst(prefix.count).drop { $0.isWhitespace || $0 == "№" || $0 == "." }
    }
    var stated: Int?
    if let open = text.lastIndex(of: "("), text.hasSuffix(")") || text.hasSuffix(").") {
      if let points = maximum(String(text[text.index(after: open)...])) {
        stated = points
        text = text[..<open]
      }
    }
    while let last = text.last, last.isWhitespace || last == "." || last == "*" { text = text.dropLast() }
    return TaskID(text).map { .task($0, stated: stated) }
  }

  /// What a header says in brackets of the maximum: `2б`, `2 балла`, `макс. 2`, `max 2`; a bare number says nothing.
  private static func maximum(_ text: String) -> Int? {
    let inside = text.filter { $0.isLetter || $0.isNumber }.lowercased()
    let leading = inside.prefix { $0.isNumber }
    let word = inside.dropFirst(leading.count).prefix { $0.isLetter }
    let digits = leading.isEmpty ? inside.dropFirst(word.count).prefix { $0.isNumber } : leading
    let isWord = word.hasPrefix("б") || word.hasPrefix("макс") || word.hasPrefix("max")
    return isWord ? Int(digits) : nil
  }
}

extension String {
  /// The header as it is taken apart: composed, without invisible characters, white space as spaces.
  fileprivate var composedForHeader: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(Folded.isSpace(scalar) ? " " : scalar) }
    return String(scalars).trimmedOfSpaces
  }

  /// The text without spaces at its ends.
  package var trimmedOfSpaces: String {
    var rest = unicodeScalars[...]
    while let first = rest.first, Folded.isSpace(first) { rest.removeFirst() }
    while let last = rest.last, Folded.isSpace(last) { rest.removeLast() }
    return rest.startIndex == startIndex && rest.endIndex == endIndex ? self : String(rest)
  }
}
