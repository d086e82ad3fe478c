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
    if text.isEmpty, folded.text.begins(with: "№") {
      self = .number
      return
    }
    guard !text.isEmpty, text.unicodeScalars.count <= 120 else { return nil }
    if let task = Self.task(original) {
      self = task
    } else if let meaning = Self.exactly(text) ?? Self.byWords(text, folded.text) {
      self = meaning
    } else {
      return nil
    }
  }

  /// Texts that mean a column as they stand; the longest has 27 bytes.
  private static func exactly(_ text: String) -> HeaderMeaning? { text.utf8.count > 27 ? nil : exact[text] }

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
    if text.begins(with: "код") {
      let rest = text.dropFirst(3).drop { $0 == " " || $0 == "(" }
      return ["уч", "раб", "обуч", "(уч"].contains { rest.begins(with: $0) } ? .code : nil
    }
    if text.begins(with: "вар") || text.begins(with: "номер вар") { return .variant(part: part(in: text)) }
    if text.begins(with: "порядковый номер класса") || text.begins(with: "номер класса") || isClass(text) {
      return .schoolClass
    }
    if text.begins(with: "пол (") || text.begins(with: "пол,") || text.begins(with: "пол м") { return .sex }
    if let mark = mark(text) { return mark }
    if text.begins(with: "итого") && !text.begins(with: "итоговая") || text.begins(with: "сумма")
      || text.begins(with: "всего балл") || text.begins(with: "общий балл")
    {
      return isOfPart(text) ? nil : .sum
    }
    if text.begins(with: "фамилия") || text.begins(with: "фио ") || text.begins(with: "ф.и.о") {
      return .name
    }
    if text.begins(with: "эксперт") { return .expert }
    return nil
  }

  /// «Итого ч. 1», «Сумма за 2 часть»: the sum of a part is none of the work.
  private static func isOfPart(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains { ["ч", "часть", "части"].contains($0) } && !text.holds("обе")
  }

  /// «Класс», «№ класса», «Класс (номер)»; «Классный руководитель» is none.
  private static func isClass(_ text: String) -> Bool {
    text == "класса" || text.begins(with: "класс") && !(text.dropFirst(5).first?.isLetter ?? false)
  }

  /// «Отметка за четверть», «Предыдущая отметка», «Пред. оценка»; the mark of this very work is another one.
  private static func mark(_ text: String) -> HeaderMeaning? {
    let isMark = text.begins(with: "отм") || text.begins(with: "оценка")
    let isPrevious = text.begins(with: "пред") && (text.holds("отм") || text.holds("оценка"))
    guard isMark || isPrevious else { return nil }
    if text.holds("присут") || text.holds("явк") { return nil }
    return ["впр", "работ", "эксперт", "шкал"].contains { text.holds($0) } ? .statedMark : .previousMark
  }

  /// «часть 2», «ч. 2», «2 часть», «(2)», «часть II», «вторая часть».
  private static func part(in text: String) -> Int {
    let digits = text.filter { $0 == "1" || $0 == "2" }
    if digits.count == 1 { return Int(digits) ?? 0 }
    let words = text.split { !$0.isLetter }
    if words.contains("ii") || words.contains(where: { $0.begins(with: "втор") }) { return 2 }
    return words.contains("i") || words.contains(where: { $0.begins(with: "перв") }) ? 1 : 0
  }

  /// `5.1 (1б)`, `4К1 (3 б.)`, `5(1)`, `№ 7`, `Задание 3`, `10(2)K3`.
  private static func task(_ original: String) -> HeaderMeaning? {
    guard original.utf8.contains(where: { $0 &- 48 < 10 }) else { return nil }
    var text = withoutTitle(original.composedForHeader).unicodeScalars
    var stated: Int?
    let isClosed = text.last == ")" || text.last == "." && text.dropLast().last == ")"
    if isClosed, let open = text.lastIndex(of: "("), let points = maximum(text[open...]) {
      stated = points
      text = text[..<open]
    }
    while let last = text.last, Folded.isSpace(last) || last == "." || last == "*" { text.removeLast() }
    return TaskID(Substring(text)).map { .task($0, stated: stated) }
  }

  /// The text behind «Задание», «Задача», «№».
  private static func withoutTitle(_ text: String) -> Substring {
    var text = text[...]
    for title in ["задание", "задача", "зад.", "зад", "№"] {
      guard text.unicodeScalars.first.map({ !("0"..."9").contains($0) }) ?? false else { break }
      if text.lowercased().begins(with: title) {
        text = text.dropFirst(title.count).drop { $0.isWhitespace || $0 == "№" || $0 == "." }
      }
    }
    return text
  }

  /// What a header says in brackets of the maximum: `2б`, `2 балла`, `макс. 2`, `max 2`; a bare number says nothing.
  private static func maximum(_ text: Substring.UnicodeScalarView) -> Int? {
    var number = ""
    var word = String.UnicodeScalarView()
    var isBeforeWord = true
    for scalar in text {
      if ("0"..."9").contains(scalar) {
        // Digits stand before the word or behind it, not on both sides.
        if !word.isEmpty, !number.isEmpty, isBeforeWord { break }
        if !word.isEmpty { isBeforeWord = false }
        number.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        if !isBeforeWord { break }
        word.append(scalar)
      }
    }
    let folded = String(word).lowercased()
    let isWord = folded.begins(with: "б") || folded.begins(with: "макс") || folded.begins(with: "max")
    return isWord ? Int(number) : nil
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
