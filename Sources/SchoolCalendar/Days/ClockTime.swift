/// A time of the day, 00:00:00 to 23:59:59, without zone.
public struct ClockTime: Hashable, Sendable {
  /// Seconds from midnight, 0…86399.
  public let secondOfDay: Int

  /// Seconds of a day.
  static let day = 86_400

  /// The time of this second of the day, or of the last one before the day ends.
  init(clamping secondOfDay: Int) {
    self.secondOfDay = min(max(secondOfDay, 0), ClockTime.day - 1)
  }

  /// The time of an hour (0…23), minute and second (0…59), or `nil`: 24:00 and leap seconds are no times.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    secondOfDay = (hour * 60 + minute) * 60 + second
  }

  /// The hour, 0…23.
  public var hour: Int { secondOfDay / 3_600 }

  /// The minute, 0…59.
  public var minute: Int { secondOfDay / 60 % 60 }

  /// The second, 0…59.
  public var second: Int { secondOfDay % 60 }

  /// The time with seconds, `HH:MM:SS`, as RFC 3339 wants it.
  var long: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))" }
}

extension ClockTime: Comparable {
  /// The earlier time of the day comes first.
  public static func < (left: ClockTime, right: ClockTime) -> Bool { left.secondOfDay < right.secondOfDay }
}

extension ClockTime: LosslessStringConvertible {
  /// The time of a text of exactly the shape `HH:MM` or `HH:MM:SS`, or `nil`.
  public init?(_ description: String) {
    var text = FixedText(description)
    guard let hour = text.digits(2), text.take(":"), let minute = text.digits(2) else { return nil }
    var second = 0
    if text.take(":") {
      guard let seconds = text.digits(2) else { return nil }
      second = seconds
    }
    guard text.isAtEnd else { return nil }
    self.init(hour: hour, minute: minute, second: second)
  }

  /// The time as `HH:MM`, with `:SS` when there are seconds.
  public var description: String { second == 0 ? String(long.prefix(5)) : long }
}

extension ClockTime: Codable {
  /// Reads `HH:MM` or `HH:MM:SS`; throws `InvalidField` for other texts.
  public init(from decoder: any Decoder) throws {
    self = try decoder.validated("a time, HH:MM or HH:MM:SS") { ClockTime($0) }
  }

  /// Writes `HH:MM` or `HH:MM:SS`.
  public func encode(to encoder: any Encoder) throws {
    try encoder.write(description)
  }
}
