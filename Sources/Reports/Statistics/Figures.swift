internal import Assessment

/// Numbers as people read them: a comma in Russian, a point in English, a real minus, a space before «%».
struct Figures: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// A number with so many digits behind the comma.
  func decimal(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "—" }
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && whole > 0 ? "−" : ""
    guard digits > 0 else { return sign + String(whole) }
    let fraction = String(whole % scale)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return sign + String(whole / scale) + language.say(",", ".") + zeros + fraction
  }

  /// A number with its sign, also when it is positive.
  func signed(_ value: Double, _ digits: Int) -> String {
    let text = decimal(value, digits)
    return value > 0 && text.contains { $0.isNumber && $0 != "0" } ? "+" + text : text
  }

  /// A share in per cent.
  func percent(_ share: Double, _ digits: Int = 1) -> String { decimal(100 * share, digits) + "\u{A0}%" }

  /// Two bounds.
  func range(_ low: Double, _ high: Double, _ digits: Int) -> String {
    "\(decimal(low, digits))…\(decimal(high, digits))"
  }

  /// A probability with its sign: `= 0,0021`, `< 0,0001`.
  func probability(_ p: Double) -> String {
    if p < 0.0001 { return "< " + decimal(0.0001, 4) }
    return "= " + decimal(p, p < 0.1 ? 4 : 2)
  }

  /// A probability alone in a cell of a table.
  func bare(_ p: Double) -> String {
    let text = probability(p)
    return text.hasPrefix("= ") ? String(text.dropFirst(2)) : text
  }
}
