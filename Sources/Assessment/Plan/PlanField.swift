/// A value of the plan as it was read, with its place: blank, understood, or something that means nothing here.
public struct PlanField<Value: Sendable & Hashable>: Sendable, Hashable {
  /// What was read.
  public enum Reading: Sendable, Hashable {
    /// Nothing was entered, or the table has no such column.
    case blank
    /// What it means.
    case value(Value)
    /// Something stands there that means nothing here.
    case unclear
  }

  /// What was read.
  public let reading: Reading
  /// Where: the cell, or the cell of the entry that lacks it.
  public let place: Place
  /// What stands there.
  public let actual: Actual?

  /// A value with its place.
  public init(_ reading: Reading, place: Place, actual: Actual? = nil) {
    self.reading = reading
    self.place = place
    // A name in a column of dates or classes may be a pupil's; the columns of staff are never unclear.
    let isName = reading == .unclear && PersonName.isLikely(actual?.raw ?? "")
    self.actual = isName ? Actual(raw: Actual.withheld, type: "text") : actual
  }

  /// The value, if it was understood.
  public var value: Value? {
    if case .value(let value) = reading { value } else { nil }
  }

  /// Whether nothing was entered.
  public var isBlank: Bool { reading == .blank }

  /// The same place with the value turned into another; `nil` is unclear.
  func map<Other>(_ turn: (Value) -> Other?) -> PlanField<Other> {
    switch reading {
    case .blank: PlanField<Other>(.blank, place: place, actual: actual)
    case .unclear: PlanField<Other>(.unclear, place: place, actual: actual)
    case .value(let value):
      PlanField<Other>(turn(value).map { .value($0) } ?? .unclear, place: place, actual: actual)
    }
  }
}
