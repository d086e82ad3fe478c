public import Assessment
public import SchoolCalendar
internal import Spreadsheet

/// The days of a plan as an iCalendar stream (RFC 5545): the test, the end of the expert's term, the upload deadline.
///
/// Names of staff stay in the plan: a calendar goes to phones and services of other people. Days are whole days, the
/// deadline is a moment in UTC, so that no time zone has to be described. An event keeps its UID when its day moves.
public struct PlanCalendar: Sendable {
  private let plan: Plan
  private let terms: [Terms?]
  private let season: Int
  private let language: Language
  private let stamp: Moment

  /// The calendar of an inspected plan.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - inspection: that of the plan, with the terms of its works.
  ///   - language: that of the events.
  ///   - stamp: when the calendar was made; it is written into every event.
  public init(_ plan: Plan, _ inspection: Inspection, _ language: Language, stamp: Moment) {
    self.plan = plan
    terms = inspection.examination.plannedTerms
    season = plan.season ?? 0
    self.language = language
    self.stamp = stamp
  }

  /// How many works have no day, or no terms, and are not in the calendar.
  public var leftOut: Int { terms.count { $0 == nil } }

  /// The stream; of one school only where a login is given.
  public func text(ofSchool login: String? = nil) -> String {
    var out = ICSText()
    out.add("BEGIN", "VCALENDAR")
    out.add("VERSION", "2.0")
    out.add("PRODID", "-//oko//plan//RU")
    out.add("CALSCALE", "GREGORIAN")
    out.add("X-WR-CALNAME", text: language.say("ВПР \(season)", "ВПР \(season)"))
    for (work, terms) in zip(plan.works, terms) {
      let school = plan.school(work.school.value)?.login.value ?? work.school.value
      guard let terms, login == nil || login == school else { continue }
      for event in events(of: work, terms) { event.write(to: &out, stamp: stamp) }
    }
    out.add("END", "VCALENDAR")
    return out.text
  }

  private func events(of work: Plan.PlannedWork, _ terms: Terms) -> [CalendarEvent] {
    let school = plan.schoolTitle(work.school.value ?? "?")
    let grade = work.grade.value.map { "\($0.grade)\($0.letters)" } ?? "?"
    let subject = Subject.title(work.subject.value ?? "?")
    let title = language.say("\(subject), \(grade) класс, \(school)", "\(subject), grade \(grade), \(school)")
    let entry = "\(season)/\(work.key)"
    let cutoff = String(terms.cutoff.description.prefix(5))
    return [
      CalendarEvent(
        uid: "\(entry)/test", time: .day(terms.held),
        title: language.say("ВПР: ", "ВПР: ") + title,
        details: language.say(
          "День работы. Наблюдатель в школе на всех этапах.", "Test day. The observer is in the school."),
        hasAlarm: true),
      CalendarEvent(
        uid: "\(entry)/expert", time: .day(terms.expertDue),
        title: language.say("Проверка кончается: ", "Marking ends: ") + title,
        details: language.say(
          "Последний рабочий день эксперта (п. 11.8).", "The expert's last working day (clause 11.8)."),
        hasAlarm: false),
      CalendarEvent(
        uid: "\(entry)/upload", time: .moment(terms.deadline),
        title: language.say("Загрузить в ФИС ОКО: ", "Upload to ФИС ОКО: ") + title,
        details: language.say(
          "Срок загрузки формы (п. 12.1): до \(cutoff), \(terms.zone.id).",
          "The form's upload is due (clause 12.1): \(cutoff), \(terms.zone.id)."),
        hasAlarm: true),
    ]
  }
}

/// One event of a calendar.
private struct CalendarEvent {
  enum Time {
    case day(CalendarDay)
    case moment(Moment)
  }

  /// What tells the event for ever; hashed, so that nobody has to escape it.
  let uid: String
  let time: Time
  let title: String
  let details: String
  let hasAlarm: Bool

  func write(to out: inout ICSText, stamp: Moment) {
    out.add("BEGIN", "VEVENT")
    out.add("UID", "\(sha256(Array(uid.utf8)).prefix(32))@oko")
    out.add("DTSTAMP", Self.basic("\(stamp)"))
    switch time {
    case .day(let day):
      out.add("DTSTART;VALUE=DATE", Self.basic("\(day)"))
      out.add("DTEND;VALUE=DATE", Self.basic("\(day.adding(days: 1))"))
      out.add("TRANSP", "TRANSPARENT")
    case .moment(let moment): out.add("DTSTART", Self.basic("\(moment)"))
    }
    out.add("SUMMARY", text: title)
    out.add("DESCRIPTION", text: details)
    out.add("CATEGORIES", "ВПР")
    if hasAlarm {
      out.add("BEGIN", "VALARM")
      out.add("ACTION", "DISPLAY")
      out.add("TRIGGER", "-P1D")
      out.add("DESCRIPTION", text: title)
      out.add("END", "VALARM")
    }
    out.add("END", "VEVENT")
  }

  /// `2024-04-15T02:00:00Z` in the basic form, `20240415T020000Z`.
  private static func basic(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }
}
