internal import Assessment

/// Numbers with a fraction, as people of a language write them: «6,1» and “6.1”.
enum Decimal {
  /// A number rounded half away from zero to so many digits behind the sign; trailing zeros stay.
  static func text(_ number: Double, _ digits: Int, _ language: Language) -> String {
    let factor = (0..<digits).reduce(1.0) { power, _ in power * 10 }
    let whole = Int((abs(number) * factor).rounded())
    let text = String(whole)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let sign = number < 0 && whole > 0 ? "−" : ""
    guard digits > 0 else { return sign + padded }
    return sign + padded.dropLast(digits) + language.say(",", ".") + padded.suffix(digits)
  }
}
