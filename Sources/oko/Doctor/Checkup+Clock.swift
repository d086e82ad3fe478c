import Assessment
import Checking
import Console
import Glibc
import SchoolCalendar

extension Checkup {
  /// The first year in which a clock may stand: that of the oldest season that the program knows.
  private static let firstYear = 2024

  /// Whether the clock can be right: deadlines are counted by it.
  static func clock(at now: Moment, _ regulations: Regulations) throws(Failure) -> Line {
    let zone = try zone(of: regulations)
    let shown = "\(now.day(in: zone)) \(now.time(in: zone)) (\(zone.id))"
    let set = Text(
      "Поставьте дату и время; с сетью: timedatectl set-ntp true.",
      "Set date and time; with a network: timedatectl set-ntp true.")
    var info = stat()
    let isNewer = stat("/proc/self/exe", &info) == 0 && info.st_mtim.tv_sec > now.secondsSince1970 + 86_400
    if now.day(in: zone).year < firstYear || isNewer {
      return .amiss(
        "clock", .error,
        Text(
          "Часы отстают: \(shown), программа новее.", "The clock is slow: \(shown), the program is newer."),
        set
      )
    }
    return .good("clock", "Часы: \(shown).", "The clock: \(shown).")
  }

  /// Whether the clocks on the screen show the time by which the district counts.
  static func zone(at now: Moment, _ regulations: Regulations) throws(Failure) -> Line {
    let zone = try zone(of: regulations)
    // The program itself runs in UTC; what people see is asked anew.
    unsetenv("TZ")
    tzset()
    var time = time_t(now.secondsSince1970)
    var shown = tm()
    localtime_r(&time, &shown)
    guard let own = Zone(id: "", offset: shown.tm_gmtoff) else {
      return .good("zone", "Сроки считаются по \(zone.id).", "Terms are counted in \(zone.id).")
    }
    guard own.offset != zone.offset else {
      return .good(
        "zone", "Часовой пояс: \(zone.id), как и сроки.", "Time zone: \(zone.id), that of the terms.")
    }
    return .amiss(
      "zone", .warning,
      Text(
        "Часы компьютера — \(own.offsetText), сроки считаются по \(zone.id) (\(zone.offsetText)).",
        "This computer's clocks show \(own.offsetText), terms are counted in \(zone.id) (\(zone.offsetText))."
      ),
      Text(
        "Смотрите на время, которое печатает oko, или задайте пояс: timedatectl set-timezone \(zone.id).",
        "Go by the time that oko prints, or set the zone: timedatectl set-timezone \(zone.id)."))
  }

  /// The language, and whether a terminal shows Russian letters.
  static func locale() -> Line {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { (variable: String) -> String? in
      getenv(variable).map { String(cString: $0) }
    }
    let name = names.first { !$0.isEmpty }
    let folded = (name ?? "").lowercased()
    guard folded.hasSuffix("utf-8") || folded.hasSuffix("utf8") else {
      return .amiss(
        "locale", .warning,
        Text(
          "Кодировка терминала — не UTF-8 (\(name ?? "не задана")).",
          "The terminal's encoding is not UTF-8 (\(name ?? "none is set"))."),
        Text(
          "Русские буквы могут выглядеть неверно. Поможет: export LC_ALL=C.UTF-8",
          "Russian letters may look wrong. This helps: export LC_ALL=C.UTF-8"))
    }
    let language = Text(
      Say.language == .ru ? "русский" : "английский", Say.language == .ru ? "Russian" : "English")
    return .good(
      "locale", "Язык: \(language.ru), кодировка: \(name ?? "").",
      "Language: \(language.en), encoding: \(name ?? "").")
  }
}
