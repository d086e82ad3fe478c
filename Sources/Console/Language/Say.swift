package import Assessment
internal import Glibc

/// The language of this run: `--lang`, else the locale, else Russian.
package enum Say {
  package static let language: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) ?? .ru }
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .ru
      }
    }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      return value.hasPrefix("en") ? .en : .ru
    }
    return .ru
  }()
}

/// The words in the language of this run.
package func say(_ ru: String, _ en: String) -> String { Say.language.say(ru, en) }
