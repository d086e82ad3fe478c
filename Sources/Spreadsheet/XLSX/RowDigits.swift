/// The number of a row as its cells repeat it in their addresses, with the quote behind it.
///
/// Every address in a row ends alike, so that it is compared as a word and not read digit by digit.
struct RowDigits {
  private let text: UInt64
  private let mask: UInt64
  private let count: Int

  /// - Parameter row: from zero; from the hundred thousandth on no address is taken.
  init(_ row: Int) {
    var text = UInt64(UInt8(ascii: "\""))
    var count = 1
    var rest = row &+ 1
    while rest > 0 {
      text = text << 8 | UInt64(48 &+ rest % 10)
      count &+= 1
      rest /= 10
    }
    self.text = text
    mask = count <= 6 ? 1 << (8 &* UInt64(count)) &- 1 : 0
    self.count = count
  }

  /// The column of an address of one letter or two in this row; any other one is left alone.
  @inline(__always)
  func column(_ bytes: ByteView, _ index: inout Int) -> Int? {
    let word = bytes.word(at: index)
    let first = Int(word & 0xFF) &- 65
    let second = Int(word >> 8 & 0xFF) &- 65
    guard 0..<26 ~= first else { return nil }
    let isPair = 0..<26 ~= second
    guard mask != 0, word >> (isPair ? 16 : 8) & mask == text else { return nil }
    index &+= count &+ (isPair ? 2 : 1)
    return isPair ? first &* 26 &+ second &+ 26 : first
  }
}
