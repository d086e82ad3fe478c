import Assessment
import Checking
import Console
import SchoolCalendar
import Seasons

extension Checkup {
  /// How far calendars and seasons reach from a moment on.
  static func data(_ regulations: Regulations, _ contents: SeasonContents, at now: Moment) throws -> [Line] {
    let today = now.day(in: try zone(of: regulations))
    return [calendars(contents.calendar, today), season(contents, today)]
  }

  /// The zone in which the district counts.
  static func zone(of regulations: Regulations) throws(Failure) -> Zone {
    let id = regulations.policy.zone
    guard let zone = try regulations.seasons.loading({ try $0.zone(id: id) }) else {
      throw .usage("Неизвестный часовой пояс: \(id).", "The time zone \(id) is not known.")
    }
    return zone
  }

  /// A term is counted over some weeks at the most; from this many days before its end on a calendar is short.
  private static let reach = 60

  private static func calendars(_ calendar: ProductionCalendar, _ today: CalendarDay) -> Line {
    let years = Versions.range(calendar.knownYears)
    let update = Text(
      "Обновите программу или положите календарь в папку --schemas.",
      "Update the program, or put a calendar into a folder for --schemas.")
    guard let year = calendar[today.year] else {
      return .amiss(
        "calendar", .error,
        Text(
          "Производственного календаря на \(today.year) год нет (есть \(years)): сроки не посчитать.",
          "There is no production calendar of \(today.year) (there are \(years)): no term can be counted."),
        update)
    }
    guard year.status != .provisional else {
      return .amiss(
        "calendar", .warning,
        Text(
          "Календарь \(today.year) года предварительный: переносы могли измениться.",
          "The calendar of \(today.year) is provisional: days off may have been moved."),
        Text(
          "Сверьте его с постановлением Правительства или обновите программу.",
          "Compare it with the government's decree, or update the program."))
    }
    guard calendar[today.adding(days: reach).year] != nil else {
      return .amiss(
        "calendar", .warning,
        Text("Календари кончаются \(today.year) годом.", "The calendars end with \(today.year)."), update)
    }
    return .good("calendar", "Календари: \(years).", "Calendars: \(years).")
  }

  private static func season(_ contents: SeasonContents, _ today: CalendarDay) -> Line {
    let years = Versions.range(contents.seasons)
    guard contents.seasons.contains(today.year) else {
      return .amiss(
        "season", .warning,
        Text(
          "Сезона \(today.year) года в данных нет (есть \(years)).",
          "The season of \(today.year) is not among the data (there are \(years))."),
        Text(
          "Задания берутся из скачанной формы; период сезона не проверяется. Обновите программу.",
          "Tasks are taken from the downloaded form; the season's window is not checked. Update the program.")
      )
    }
    return .good("season", "Сезоны: \(years).", "Seasons: \(years).")
  }
}
