package import ArgumentParser
internal import Assessment
package import Checking
internal import Glibc
package import SchoolCalendar

/// What tells the time and the district's way of counting.
package struct ClockOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("День проведения, ГГГГ-ММ-ДД.", "The day of the test, YYYY-MM-DD."), valueName: "day"))
  package var held: String?

  @Option(
    help: ArgumentHelp(
      say(
        "На какой момент проверять, со смещением: 2024-04-16T10:00:00+08:00; по умолчанию сейчас.",
        "The moment of the check with its offset: 2024-04-16T10:00:00+08:00; now by default."),
      valueName: "time"))
  package var at: String?

  @Option(
    help: ArgumentHelp(
      say("Правила сроков района (JSON).", "The district's policy of terms (JSON)."), valueName: "file"))
  package var policy: String?

  @Flag(
    help: ArgumentHelp(say("Код 6, если срок загрузки прошёл.", "Exit with 6 when the upload is overdue.")))
  package var enforceDeadline = false

  package init() {}

  package func day() throws(Failure) -> CalendarDay? {
    guard let held else { return nil }
    guard let day = CalendarDay(iso: held) else {
      throw .usage(
        "Нет такого дня: «\(shown: held)». Нужен вид 2024-04-15.",
        "There is no such day: «\(shown: held)». Write 2024-04-15.")
    }
    return day
  }

  package func now() throws(Failure) -> Moment {
    guard let at else { return Moment(secondsSince1970: time(nil)) }
    guard let moment = Moment(rfc3339: at) else {
      throw .usage(
        "Момент «\(shown: at)» не понят. Нужен вид 2024-04-16T10:00:00+08:00.",
        "The moment «\(shown: at)» is not understood. Write 2024-04-16T10:00:00+08:00.")
    }
    return moment
  }

  /// The data of the seasons and the policy that the options name.
  package func regulations(_ common: CommonOptions) throws(Failure) -> Regulations {
    try common.regulations(policy: policy)
  }
}

/// What tells the time to commands over many works: each of them has its own test day.
package struct MomentOptions: ParsableArguments {
  /// Taken only to be answered.
  @Option(help: .hidden) package var held: String?

  @Option(
    help: ArgumentHelp(
      say(
        "На какой момент проверять, со смещением: 2024-04-16T10:00:00+08:00; по умолчанию сейчас.",
        "The moment of the check with its offset: 2024-04-16T10:00:00+08:00; now by default."),
      valueName: "time"))
  package var at: String?

  @Option(
    help: ArgumentHelp(
      say("Правила сроков района (JSON).", "The district's policy of terms (JSON)."), valueName: "file"))
  package var policy: String?

  @Flag(
    help: ArgumentHelp(say("Код 6, если срок загрузки прошёл.", "Exit with 6 when the upload is overdue.")))
  package var enforceDeadline = false

  package init() {}

  /// The same as every other command has it.
  package var clock: ClockOptions {
    var clock = ClockOptions()
    clock.held = held
    clock.at = at
    clock.policy = policy
    clock.enforceDeadline = enforceDeadline
    return clock
  }
}
