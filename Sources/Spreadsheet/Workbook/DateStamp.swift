/// A day of the Gregorian calendar with a time of day, without a zone, as a spreadsheet keeps it.
public struct DateStamp: Hashable, Sendable {
  /// Year, 1899 to 9999.
  public let year: Int
  /// Month, 1 to 12.
  public let month: Int
  /// Day of the month, 1 to 31.
  public let day: Int
  /// Second of the day, 0 to 86,399.
  public let second: Int

  /// Reads a serial number of the 1900 date system; `nil` outside years 1900 to 9999.
  ///
  /// Day 60 is 29 February 1900, which never was (ECMA-376, part 1, 18.17.4.1): days below it are counted from
  /// 31 December 1899, later ones from 30 December; the day itself is taken for 28 February.
  public init?(serial: Double) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = min(Int((serial * 86_400).rounded()), 2_958_466 * 86_400 - 1)
    let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    self.init(daysSince1970: days < 60 ? days - 25_568 : days - 25_569, second: second)
  }

  /// Reads `2023-03-15` or `2023-03-15T18:00:00`, with any fraction of a second cut off; `nil` for other text.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    let date = first.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard date.count == 3, let year = date[0], let month = date[1], let day = date[2],
      (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var second = 0
    if parts.count == 2 {
      guard let clock = Self.secondOfDay(parts[1]) else { return nil }
      second = clock
    }
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    guard day <= length else { return nil }
    self.init(year: year, month: month, day: day, second: second)
  }

  /// The second of the day that `18:00` or `18:00:00.5Z` names; `nil` for other text.
  static func secondOfDay(_ text: some StringProtocol) -> Int? {
    let clock = text.prefix { $0 != "." && $0 != "Z" && $0 != "," }
    let time = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard time.count >= 2, time.count <= 3, let hour = time[0], let minute = time[1],
      (0...23).contains(hour), (0...59).contains(minute),
      let second = time.count == 3 ? time[2] : 0, (0...59).contains(second)
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// A stamp of its parts; they are taken as they are.
  public init(year: Int, month: Int, day: Int, second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.second = second
  }

  /// Howard Hinnant's civil-from-days, for days since 1 January 1970.
  init(daysSince1970 days: Int, second: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, second: second)
  }
}

extension DateStamp {
  /// The serial number of the 1900 system.
  var serial: Double {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468 + 25_569
    return Double(days < 61 ? days - 1 : days) + Double(second) / 86_400
  }
}

extension DateStamp: CustomStringConvertible {
  /// ISO 8601: `2023-03-15`, or `2023-03-15T18:00:00` when there is a time of day.
  public var description: String {
    let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    guard second != 0 else { return date }
    let clock = [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }
    return "\(date)T\(clock.joined(separator: ":"))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
