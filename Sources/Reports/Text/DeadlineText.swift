public import Assessment
public import SchoolCalendar

/// Terms as people read them: both dates, the reading that was used, the time that is left.
public struct DeadlineText {
  private let terms: Terms
  private let now: Moment?
  private let language: Language

  /// Terms seen at a moment.
  public init(_ terms: Terms, _ now: Moment?, _ language: Language) {
    self.terms = terms
    self.now = now
    self.language = language
  }

  /// One line: when the upload is due and how much time is left.
  public var line: String {
    let due = "\(language.day(terms.due)) \(terms.cutoff.description.prefix(5)) (\(terms.zone.id))"
    return language.say("Срок загрузки: ", "Upload due: ") + due + (left.isEmpty ? "" : ", " + left) + "."
  }

  /// The whole answer of `oko deadline`.
  public var text: String {
    var lines = [
      language.say("День проведения:    ", "Test held:         ") + language.day(terms.held) + ", "
        + weekday(terms.held),
      language.say("Эксперт проверяет:  ", "Expert's term:     ") + language.say("по ", "until ")
        + language.day(terms.expertDue) + ", "
        + weekday(terms.expertDue),
      language.say("Загрузка в ФИС ОКО: ", "Upload due:        ")
        + language.say("до ", "")
        + "\(terms.cutoff.description.prefix(5)) \(language.day(terms.due)), \(weekday(terms.due)) (\(terms.zone.id))",
    ]
    if !left.isEmpty { lines.append("  " + left) }
    lines.append("")
    lines.append(language.say("Как считать «не позднее 4-х дней»:", "Readings of “not later than 4 days”:"))
    for reading in Reading.allCases {
      let mark = reading == terms.reading ? language.say("  ← принято", "  ← in use") : ""
      lines.append("  \(language.day(terms.readings[reading]))  \(name(reading))\(mark)")
    }
    if terms.limit == .federal, let end = terms.federalEnd {
      lines.append(
        language.say("Срок ограничен концом периода проведения: ", "Limited by the end of the season: ")
          + language.day(end)
          + ".")
    }
    if !terms.provisionalYears.isEmpty {
      lines.append(
        language.say(
          "Календарь этого года предварительный.", "The production calendar of this year is provisional."))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// «осталось 3 дня 14 часов», «просрочено на 2 дня», or nothing without a moment.
  public var left: String {
    guard let now else { return "" }
    let seconds = terms.secondsLeft(at: now)
    let span = duration(abs(seconds))
    return seconds >= 0
      ? language.say("осталось \(span)", "\(span) left")
      : language.say("просрочено, прошло \(span)", "\(span) overdue")
  }

  private func duration(_ seconds: Int) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    var parts: [String] = []
    if days > 0 { parts.append(count(days, ("день", "дня", "дней"), "day")) }
    if hours > 0 { parts.append(count(hours, ("час", "часа", "часов"), "hour")) }
    if days == 0, minutes > 0 || hours == 0 {
      parts.append(
        minutes == 0
          ? language.say("меньше минуты", "less than a minute")
          : count(minutes, ("минута", "минуты", "минут"), "minute"))
    }
    return parts.joined(separator: " ")
  }

  private func count(_ number: Int, _ ru: (String, String, String), _ en: String) -> String {
    language.say(
      "\(number) \(Plural.word(number, ru.0, ru.1, ru.2))", "\(number) \(en)\(number == 1 ? "" : "s")")
  }

  private func weekday(_ day: CalendarDay) -> String {
    let ru = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]
    let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return language.say(ru[day.weekday.rawValue - 1], en[day.weekday.rawValue - 1])
  }

  private func name(_ reading: Reading) -> String {
    switch reading {
    case .calendar: language.say("календарные дни", "calendar days")
    case .calendarRolled:
      language.say("календарные дни, с переносом на рабочий день", "calendar days, moved to a working day")
    case .working5: language.say("рабочие дни, пятидневная неделя", "working days, five-day week")
    case .working6: language.say("рабочие дни, шестидневная неделя", "working days, six-day week")
    }
  }
}
