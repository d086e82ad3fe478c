/// Reads text of a fixed shape byte by byte: ASCII digits and marks, nothing skipped, nothing guessed.
struct FixedText {
  private var rest: Substring.UTF8View

  init(_ text: some StringProtocol) {
    rest = Substring(text).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Exactly `count` ASCII digits, or `nil`.
  mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = nextDigit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// One or more ASCII digits are passed over.
  mutating func skipDigits() -> Bool {
    guard nextDigit() != nil else { return false }
    while nextDigit() != nil {}
    return true
  }

  /// Takes the mark if it is the next byte.
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == mark.value else { return false }
    rest.removeFirst()
    return true
  }

  /// A signed `±HH:MM` in seconds, hours to 23 and minutes to 59 as in RFC 3339.
  mutating func offset() -> Int? {
    let isEast = take("+")
    guard isEast || take("-"), let hours = digits(2), hours < 24, take(":"),
      let minutes = digits(2), minutes < 60
    else { return nil }
    return (isEast ? 60 : -60) * (hours * 60 + minutes)
  }

  private mutating func nextDigit() -> Int? {
    guard let byte = rest.first, (0x30...0x39).contains(byte) else { return nil }
    rest.removeFirst()
    return Int(byte) - 0x30
  }
}

extension Int {
  /// The number with leading zeros up to `width` digits; meant for numbers that are not negative.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }

  /// Quotient and remainder with the remainder never negative, for a positive divisor.
  func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
