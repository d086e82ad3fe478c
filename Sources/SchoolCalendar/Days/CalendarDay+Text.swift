extension CalendarDay: LosslessStringConvertible {
  /// The day of an ISO 8601 text of exactly the shape `YYYY-MM-DD`, or `nil`.
  public init?(iso text: some StringProtocol) {
    var text = FixedText(text)
    guard let year = text.digits(4), text.take("-"), let month = text.digits(2), text.take("-"),
      let day = text.digits(2), text.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day of a Russian text of exactly the shape `DD.MM.YYYY`, or `nil`: a year of two digits is not guessed.
  public init?(russian text: some StringProtocol) {
    var text = FixedText(text)
    guard let day = text.digits(2), text.take("."), let month = text.digits(2), text.take("."),
      let year = text.digits(4), text.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The same as `init(iso:)`.
  public init?(_ description: String) {
    self.init(iso: description)
  }

  /// The day as ISO 8601, `YYYY-MM-DD`.
  public var description: String {
    "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// The day as it is written in Russian, `DD.MM.YYYY`.
  public var russian: String {
    "\(day.padded(to: 2)).\(month.padded(to: 2)).\(year.padded(to: 4))"
  }
}

extension CalendarDay: Codable {
  /// Reads `YYYY-MM-DD`; throws `InvalidField` for other texts.
  public init(from decoder: any Decoder) throws {
    self = try decoder.validated("a day, YYYY-MM-DD") { CalendarDay(iso: $0) }
  }

  /// Writes `YYYY-MM-DD`.
  public func encode(to encoder: any Encoder) throws {
    try encoder.write(description)
  }
}
