internal import Assessment

/// The names of the files of criteria: `criteria/2024/4-ma.json`, of an advanced work `criteria/2024/7-ma-advanced.json`.
enum SubjectFile {
  /// Subject codes as they stand in file names, which are ASCII.
  static let names = [
    "РУ": "ru", "МА": "ma", "ОМ": "om", "ИС": "is", "БИ": "bi", "ГГ": "gg", "ОБ": "ob", "ФИ": "fi",
    "ХИ": "hi",
    "АЯ": "aya", "НЯ": "nya", "ФЯ": "fya", "ЛИ": "li",
  ]

  /// The path of a work's table; `nil` for a subject that the program does not know by name.
  static func path(of work: Work) -> String? {
    names[work.subject].map { name in
      let level = work.level == .basic ? "" : "-\(work.level.rawValue)"
      return "criteria/\(work.season)/\(work.grade)-\(name)\(level).json"
    }
  }

  /// The work that a path names; `nil` for another name.
  static func work(at path: String) -> Work? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "criteria", parts[2].hasSuffix(".json"), let season = Int(parts[1])
    else {
      return nil
    }
    let words = parts[2].dropLast(5).split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(words.count), let grade = Int(words[0]),
      let subject = names.first(where: { $0.value == words[1] })?.key,
      let level = words.count == 2 ? .basic : Work.Level(rawValue: String(words[2]))
    else { return nil }
    let work = Work(season: season, grade: grade, subject: subject, level: level)
    return self.path(of: work) == path ? work : nil
  }
}
