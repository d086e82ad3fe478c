package import Spreadsheet

/// A cell as the meaning-readers see it: a whole number, another number, or text without spaces around it.
///
/// The plain cases (a number, a short text) are told from the bytes; a `String` is made only for the rest.
package enum CellText {
  case empty
  case whole(Int)
  case fraction(Double)
  case text(String)
  /// An error cell, or a formula without a value: the container's rules speak of it.
  case void

  package init(_ cell: Cell?, in sheet: Sheet, note: (Normalisation) -> Void) {
    guard let cell else {
      self = .empty
      return
    }
    switch cell.kind {
    case .pending, .failure: self = .void
    case .number, .date: self = Self.number(cell.number)
    case .boolean: self = .text(cell.number == 0 ? "ЛОЖЬ" : "ИСТИНА")
    case .text: self = Self.text(sheet.text(of: cell), note)
    }
  }

  private static func number(_ number: Double) -> CellText {
    Int(exactly: number).map { .whole($0) } ?? .fraction(number)
  }

  private static func text(_ original: String, _ note: (Normalisation) -> Void) -> CellText {
    let trimmed = original.trimmedOfSpaces
    guard !trimmed.isEmpty else { return .empty }
    if trimmed != original { note(.spaces) }
    guard let number = Self.numeral(trimmed) else { return .text(trimmed) }
    if trimmed.contains(".") || trimmed.contains(",") {
      if case .whole = number { note(.decimalZero) }
    } else {
      note(.numberAsText)
    }
    return number
  }

  /// `12`, `-1`, `1,5`, `70032.0`; nothing with an exponent or a sign of its own kind.
  private static func numeral(_ text: String) -> CellText? {
    let isNumeral = text.utf8.enumerated().allSatisfy { index, byte in
      (48...57).contains(byte) || byte == 46 || byte == 44 || (index == 0 && byte == 45)
    }
    guard isNumeral, text.utf8.contains(where: { (48...57).contains($0) }), text.utf8.count <= 15 else {
      return nil
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).flatMap {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    guard parts.count <= 2, let whole = Int(parts[0]) else { return nil }
    if parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) && !parts[1].isEmpty { return .whole(whole) }
    return Double("\(parts[0]).\(parts[1])").map { .fraction($0) }
  }
}
