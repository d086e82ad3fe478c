/// Why terms cannot be counted: data is missing that only a person can supply.
public enum TermsError: Error, Hashable, Sendable {
  /// The count ran into a year without a production calendar.
  case calendarGap(CalendarGap)

  /// The policy names a zone that the table lacks; the policy's word for it.
  case zoneUnknown(String)
}

extension TermsError: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    switch self {
    case .calendarGap(let gap): gap.description
    case .zoneUnknown(let id): "the zone «\(id)» of the policy is not in the table of zones"
    }
  }
}
