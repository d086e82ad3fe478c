/// The same words in both languages of the program.
public struct Text: Hashable, Sendable, Codable {
  /// Russian.
  public let ru: String
  /// English.
  public let en: String

  /// Words in Russian and in English.
  public init(_ ru: String, _ en: String) {
    self.ru = ru
    self.en = en
  }

  /// The words in one language.
  public subscript(language: Language) -> String { language == .ru ? ru : en }
}

/// A language of the program.
public enum Language: String, Sendable, CaseIterable, Codable {
  case ru, en

  /// The words in this language.
  public func say(_ ru: String, _ en: String) -> String { self == .ru ? ru : en }
}

/// A value that stands in a message.
public enum Parameter: Hashable, Sendable {
  /// Text that is the same in both languages, shown in quotation marks of its own if the message has them.
  case text(String)
  /// A number; nouns behind it agree with it.
  case number(Int)
  /// Words that differ by language.
  case words(Text)

  func text(_ language: Language) -> String {
    switch self {
    case .text(let text): Visible.text(text, language)
    case .number(let number): String(number)
    case .words(let words): words[language]
    }
  }
}

/// A message with places for values: `{max}` is a value, `{n|балл|балла|баллов}` a noun that agrees with a number.
///
/// In Russian a noun has three forms (1 балл, 2 балла, 5 баллов, 11 баллов), in English two.
struct Template {
  let text: String
  let language: Language

  /// The message with its values.
  func filled(_ parameters: [String: Parameter]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(separator: "|")
      let parameter = parts.first.flatMap { parameters[String($0)] }
      if parts.count > 1, case .number(let number)? = parameter {
        result += Self.noun(parts.dropFirst(), for: number, language)
      } else {
        result += parameter?.text(language) ?? "{\(parts.first ?? "")}"
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The names of the values that a text asks for.
  static func names(in text: String) -> Set<String> {
    var names: Set<String> = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.insert(String(rest[rest.index(after: open)..<close].split(separator: "|").first ?? ""))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }

  private static func noun(_ forms: ArraySlice<Substring>, for number: Int, _ language: Language) -> Substring
  {
    let forms = Array(forms)
    let index = Plural.form(of: number, language)
    return forms[min(index, forms.count - 1)]
  }
}

/// Which form of a noun goes with a number.
public enum Plural {
  /// 0 for one, 1 for few, 2 for many; English knows 0 and 1 only.
  public static func form(of number: Int, _ language: Language) -> Int {
    let count = abs(number)
    if language == .en { return count == 1 ? 0 : 1 }
    if (11...14).contains(count % 100) { return 2 }
    switch count % 10 {
    case 1: return 0
    case 2...4: return 1
    default: return 2
    }
  }

  /// The form of a Russian noun that goes with a number: `word(5, "балл", "балла", "баллов")`.
  public static func word(_ number: Int, _ one: String, _ few: String, _ many: String) -> String {
    [one, few, many][form(of: number, .ru)]
  }
}

/// Text as a person can see it: empty is named, invisible characters are named, signs of direction cannot act.
public enum Visible {
  /// The text with everything invisible written out.
  public static func text(_ text: String, _ language: Language) -> String {
    if text.isEmpty { return language == .ru ? "пусто" : "empty" }
    if text == Actual.withheld {
      return language == .ru ? "скрыто: может быть имя" : "hidden: it may be a name"
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xA0: result += language == .ru ? "[неразрывный пробел]" : "[no-break space]"
      case 0x09: result += language == .ru ? "[табуляция]" : "[tab]"
      case 0x0A, 0x0D, 0x2028, 0x2029: result += language == .ru ? "[перевод строки]" : "[line break]"
      default: result += acting(scalar)
      }
    }
    let isBlank = text.allSatisfy { $0 == " " }
    return isBlank ? (language == .ru ? "пробел" : "space") : result
  }

  /// Text for a file that other programs read: characters that could act stand as their numbers, all else as it is.
  package static func still(_ text: String, keepsLines: Bool = false) -> String {
    var still = ""
    for scalar in text.unicodeScalars { still += keepsLines && scalar == "\n" ? "\n" : acting(scalar) }
    return still
  }

  /// A character; its number when it cannot be seen, or would act on a terminal or on what stands beside it.
  static func acting(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
      "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
    default: String(scalar)
    }
  }
}
