package import SchoolCalendar

/// How days and terms are said in messages.
enum DeadlineWords {
  /// The parameters that every message about terms may use: `held`, `expert`, `due`, `cutoff`, `zone`.
  static func parameters(of terms: Terms) -> [String: Parameter] {
    [
      "held": day(terms.held), "expert": day(terms.expertDue), "due": day(terms.due),
      "cutoff": .text(String(terms.cutoff.description.prefix(5))), "zone": .text(terms.zone.id),
    ]
  }

  /// A day as people read it: 23.03.2024 in Russian, 2024-03-23 in English.
  static func day(_ day: CalendarDay) -> Parameter { .words(words(day)) }

  /// The same as words, to be put into longer ones.
  static func words(_ day: CalendarDay) -> Text { Text(day.russian, day.description) }

  /// Hours and minutes: «5 часов 1 минута»; seconds only tell that it is less than a minute.
  static func span(seconds: Int) -> Text {
    let hours = seconds / 3_600
    let minutes = seconds / 60 % 60
    guard hours + minutes > 0 else { return Text("меньше минуты", "less than a minute") }
    var ru: [String] = []
    var en: [String] = []
    if hours > 0 {
      ru.append("\(hours) \(Plural.word(hours, "час", "часа", "часов"))")
      en.append("\(hours) \(hours == 1 ? "hour" : "hours")")
    }
    if minutes > 0 {
      ru.append("\(minutes) \(Plural.word(minutes, "минута", "минуты", "минут"))")
      en.append("\(minutes) \(minutes == 1 ? "minute" : "minutes")")
    }
    return Text(ru.joined(separator: " "), en.joined(separator: " "))
  }

  /// How clause 12.1 is read.
  static func reading(_ reading: Reading) -> Text {
    switch reading {
    case .calendar: Text("календарные дни", "calendar days")
    case .calendarRolled:
      Text("календарные дни с переносом с выходного", "calendar days, moved on from a day off")
    case .working5: Text("рабочие дни пятидневной недели", "working days of a five-day week")
    case .working6: Text("рабочие дни шестидневной недели", "working days of a six-day week")
    }
  }

  /// A window of days: «с 19.03.2024 по 17.05.2024».
  static func window(_ window: SeasonWindow) -> Text {
    let from = words(window.from)
    let to = words(window.to)
    return Text("с \(from.ru) по \(to.ru)", "\(from.en) to \(to.en)")
  }

  /// A window with its grades: «4–8 классы — с 19.03.2024 по 17.05.2024».
  static func windowOfGrades(_ window: SeasonWindow) -> Text {
    let days = self.window(window)
    guard let first = window.grades.min(), let last = window.grades.max() else { return days }
    let isWhole = last - first + 1 == Set(window.grades).count
    let grades =
      isWhole
      ? first == last ? "\(first)" : "\(first)–\(last)"
      : window.grades.sorted().map(String.init).joined(separator: ", ")
    let (ru, en) = first == last ? ("класс", "grade") : ("классы", "grades")
    return Text("\(grades) \(ru) — \(days.ru)", "\(en) \(grades): \(days.en)")
  }
}

extension Language {
  /// A day as people read it: 23.03.2024 in Russian, 2024-03-23 in English.
  package func day(_ day: CalendarDay) -> String { say(day.russian, day.description) }
}
