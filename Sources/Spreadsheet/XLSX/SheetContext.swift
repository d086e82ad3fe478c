/// What a sheet needs from the rest of its workbook to be read.
struct SheetContext {
  /// The place of every shared string in the arena, as a cell keeps it.
  let strings: [UInt64]
  /// Which cell styles show a date.
  let dateStyles: [Bool]
  /// What is added to a serial number of the 1904 system.
  let dateOffset: Double
  /// Whether formulas are kept.
  let keepsFormulas: Bool

  /// The shared string that a range of digits names; `nil` when it names none.
  @inline(__always)
  func string(_ bytes: ByteView, _ range: Range<Int>) -> UInt64? {
    guard range.count >= 1, range.count <= 9 else { return nil }
    var index = 0
    for place in range {
      let digit = bytes[place] &- 48
      guard digit < 10 else { return nil }
      index = index &* 10 &+ Int(digit)
    }
    return index < strings.count ? strings[index] : nil
  }

  /// Whether a style shows a date; `nil` for a style that the workbook does not have.
  @inline(__always)
  func isDate(style: Int) -> Bool? {
    if style >= 0, style < dateStyles.count { return dateStyles[style] }
    return style == 0 ? false : nil
  }
}
