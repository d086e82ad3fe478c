internal import Assessment

/// The name of a work as people read it: «Математика, 6 класс, ВПР 2024».
enum WorkName {
  /// The words for a key; the key itself when it is none.
  static func text(_ id: String) -> Text {
    guard let work = Work(id: id) else { return Text(id, id) }
    let subject = Subject.title(work.subject)
    let level = work.level == .advanced ? (" (углублённый)", " (advanced)") : ("", "")
    return Text(
      "\(subject)\(level.0), \(work.grade) класс, ВПР \(work.season)",
      "\(subject)\(level.1), grade \(work.grade), ВПР \(work.season)")
  }

  /// Letters and digits of names for a file: «2024-6-МА-basic», «edu380001».
  static func file(_ parts: String...) -> String {
    let text = parts.joined(separator: "-")
    let safe = text.unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_"
        ? Character(scalar) : "-"
    }
    return String(String(safe).prefix(80))
  }
}
