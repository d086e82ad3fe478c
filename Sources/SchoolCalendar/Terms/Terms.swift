/// Both terms of one test day under one policy, and what the DDL rules ask about them.
///
/// Everything that depends on the hour takes a `Moment`: there is no clock in here.
public struct Terms: Hashable, Sendable {
  /// Whose limit the upload is due by.
  public enum Limit: String, Hashable, Sendable, Codable {
    case district, federal
  }

  /// The test day, which itself never counts.
  public let held: CalendarDay

  /// The last day of the expert's term (clause 11.8).
  public let expertDue: CalendarDay

  /// The upload term (clause 12.1) in every reading, the district's only: no federal end in it.
  public let readings: Readings

  /// The reading in use.
  public let reading: Reading

  /// The federal end, by the policy, else by the season's window; `nil` where neither says.
  public let federalEnd: CalendarDay?

  /// The time of the last day until which it is not late.
  public let cutoff: ClockTime

  /// The zone of the cutoff.
  public let zone: Zone

  /// Whether the test day is off in the policy's week.
  public let isHeldOnDayOff: Bool

  /// Whether the test day lies outside the season's window; never without a window.
  public let isHeldOutsideWindow: Bool

  /// The years that were counted over and have no decree yet.
  public let provisionalYears: [Int]

  /// The last day of the district's upload term.
  public var districtDue: CalendarDay { readings[reading] }

  /// The last day on which to upload: the earlier of the district's and the federal one.
  public var due: CalendarDay { min(districtDue, federalEnd ?? districtDue) }

  /// Whose limit `due` is; the district's when both are the same day.
  public var limit: Limit { isFederalEndEarlier ? .federal : .district }

  /// Whether the federal end comes before the district's term.
  public var isFederalEndEarlier: Bool { due < districtDue }

  /// Whether the readings give different days.
  public var readingsDiffer: Bool { readings.differ }

  /// Whether the expert's term ends on the day of the upload deadline or later.
  public var termsCollide: Bool { expertDue >= due }

  /// The moment of the upload deadline: the cutoff on the day `due`.
  public var deadline: Moment { Moment(day: due, time: cutoff, in: zone) }
}

extension Terms {
  /// Seconds left until the deadline, negative when it is past.
  public func secondsLeft(at now: Moment) -> Int { now.seconds(to: deadline) }

  /// Whether the deadline is past; the second of the deadline itself is still in time.
  public func isOverdue(at now: Moment) -> Bool { secondsLeft(at: now) < 0 }

  /// Whether the deadline is not past and less than 24 hours away.
  public func isDueSoon(at now: Moment) -> Bool { (0..<ClockTime.day).contains(secondsLeft(at: now)) }

  /// Whether the last day of the expert's term is over in the zone: the procedure gives that term no hour.
  public func isMarkingOverdue(at now: Moment) -> Bool { now.day(in: zone) > expertDue }
}
