import Assessment
import Console
import Reports

/// What was looked at on this computer, and what to do where something is amiss.
struct Checkup {
  /// One thing that was looked at.
  struct Line {
    /// The thing, for programs: `clock`, `calendar`; frozen by a test.
    let id: String
    /// ``Severity/info`` where all is well, ``Severity/warning`` where something should be known, ``Severity/error`` where
    /// the program cannot do its work.
    let severity: Severity
    /// What was found.
    let found: Text
    /// What to do; `nil` where nothing has to be done.
    let advice: Text?

    static func good(_ id: String, _ ru: String, _ en: String) -> Line {
      Line(id: id, severity: .info, found: Text(ru, en), advice: nil)
    }

    static func amiss(_ id: String, _ severity: Severity, _ found: Text, _ advice: Text) -> Line {
      Line(id: id, severity: severity, found: found, advice: advice)
    }
  }

  let lines: [Line]
  let versions: Versions

  /// The lines on a screen, those where something has to be done with what to do.
  func text(_ language: Language) -> String {
    let words = lines.map { Self.word($0.severity)[language] }
    let width = words.map(\.count).max() ?? 0
    var text = versions.text(language) + "\n"
    for (line, word) in zip(lines, words) {
      text += word + String(repeating: " ", count: width - word.count + 2) + line.found[language] + "\n"
      if let advice = line.advice {
        text += String(repeating: " ", count: width + 2) + "→ " + advice[language] + "\n"
      }
    }
    return text + "\n" + summary(language) + "\n"
  }

  private func summary(_ language: Language) -> String {
    let errors = lines.count { $0.severity >= .error }
    let warnings = lines.count { $0.severity == .warning }
    guard errors + warnings > 0 else { return language.say("Всё готово к работе.", "Everything is ready.") }
    let parts = [
      errors > 0 ? language.say("мешает работе: \(errors)", "in the way: \(errors)") : nil,
      warnings > 0 ? language.say("обратите внимание: \(warnings)", "to be noted: \(warnings)") : nil,
    ]
    let text = parts.compactMap(\.self).joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func word(_ severity: Severity) -> Text {
    switch severity {
    case .info: Text("Хорошо", "Good")
    case .warning, .query: Text("Внимание", "Note")
    case .error, .fatal: Text("Мешает", "Wrong")
    }
  }

  /// The same for programs.
  var json: JSON {
    .object([
      ("schema", .string("oko/doctor/1")),
      ("versions", versions.json),
      (
        "checks",
        .array(
          lines.map { line in
            .object([
              ("id", .string(line.id)), ("severity", .string(line.severity.rawValue)),
              ("found", Self.both(line.found)), ("advice", line.advice.map(Self.both) ?? .null),
            ])
          })
      ),
    ])
  }

  private static func both(_ text: Text) -> JSON {
    .object([("ru", .string(text.ru)), ("en", .string(text.en))])
  }
}
