/// Numbers as XML Schema's `double` writes them, without `INF` and `NaN`, which no cell may hold.
enum NumberText {
  private static let powers: [Double] = (0...22).map { power in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }

  /// Reads the number in a range; `nil` when it is none.
  ///
  /// Up to 15 digits with up to 22 of them behind the point are exact: both the digits and the power of ten are
  /// whole numbers that a `Double` holds, so one division rounds correctly. Other numbers go the long way.
  @inline(__always)
  static func parse(_ bytes: ByteView, _ range: Range<Int>) -> Double? {
    var index = range.lowerBound
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index &+= 1 }
    var digits: UInt64 = 0
    var count = 0
    var decimals = 0
    var seenPoint = false
    while index < range.upperBound {
      let byte = bytes[index]
      if byte &- 48 < 10 {
        digits = digits &* 10 &+ UInt64(byte &- 48)
        count &+= 1
        if seenPoint { decimals &+= 1 }
      } else if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else {
        return long(bytes, range)
      }
      index &+= 1
    }
    guard count > 0, count <= 15 else { return count == 0 ? nil : long(bytes, range) }
    let value = decimals == 0 ? Double(digits) : Double(digits) / powers[decimals]
    return isNegative ? -value : value
  }

  /// Any other number: an exponent, or more digits than fit. A whole number of 20 digits and more is refused, for
  /// no spreadsheet writes one: what it meant is lost.
  private static func long(_ bytes: ByteView, _ range: Range<Int>) -> Double? {
    var text: [UInt8] = []
    bytes.append(range, to: &text)
    let allowed = text.allSatisfy { byte in
      (48...57).contains(byte) || [43, 45, 46, 69, 101].contains(byte)
    }
    let digits = text.drop { $0 == 45 }
    let isLost = digits.count >= 20 && digits.allSatisfy { (48...57).contains($0) }
    guard allowed, text.count <= 400, !isLost, text.first != 46 || text.count > 1,
      let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }
}
