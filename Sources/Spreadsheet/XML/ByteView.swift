internal import Glibc

/// Bytes that are looked at and not kept: a scan never leaves them, whatever it is asked for.
///
/// Reading past the end gives 0, which no XML text holds, so a scanner needs no second check of bounds
/// (measured: 1.4 times the speed of checked subscripts over a sheet of 36,000 cells).
@safe struct ByteView {
  private let base: UnsafePointer<UInt8>
  let count: Int

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    // An empty buffer may have no address; nothing is read from the one that stands in for it.
    let nothing: StaticString = ""
    unsafe base = buffer.baseAddress ?? nothing.utf8Start
    count = buffer.count
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    // The comparison as unsigned numbers keeps negative indices out too.
    guard UInt(bitPattern: index) < UInt(bitPattern: count) else { return 0 }
    return unsafe base[index]
  }

  /// Whether the bytes at a place are these.
  ///
  /// The length is known when this is compiled, so that `memcmp` becomes one or two comparisons of whole words.
  @inline(__always)
  func has(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index &+ length <= count else { return false }
    return unsafe memcmp(base + index, text.utf8Start, length) == 0
  }

  /// Eight bytes at a place as a number, the first one lowest; 0 where they are not all there.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    guard index >= 0, index &+ 8 <= count else { return 0 }
    return unsafe UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The number that up to seven digits at a place make, and how many they are; none where there are more.
  @inline(__always)
  func digits(at index: Int) -> (value: Int, count: Int) {
    let word = word(at: index)
    // A byte that is no digit has its high bit set here; the lowest of them ends the digits.
    let low = word ^ 0x3030_3030_3030_3030
    let others = (low &+ 0x7676_7676_7676_7676 | low) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount / 8
    guard count > 0, count < 8 else { return (0, 0) }
    // Digits are moved up so that zeros stand in front of them, and then added in pairs, fours and eights.
    var sum = low << UInt64(64 &- 8 &* count)
    sum = (sum &* 10 &+ sum >> 8) & 0x00FF_00FF_00FF_00FF
    sum = (sum &* 100 &+ sum >> 16) & 0x0000_FFFF_0000_FFFF
    sum = (sum &* 10_000 &+ sum >> 32) & 0xFFFF_FFFF
    return (Int(sum), count)
  }

  /// The number of two bytes at a place, the lowest first; 0 beyond the bytes.
  @inline(__always)
  func number16(at index: Int) -> Int {
    guard index >= 0, index &+ 2 <= count else { return 0 }
    return unsafe Int(UnsafeRawPointer(base + index).loadUnaligned(as: UInt16.self).littleEndian)
  }

  /// The number of four bytes at a place, the lowest first; 0 beyond the bytes.
  @inline(__always)
  func number32(at index: Int) -> Int {
    guard index >= 0, index &+ 4 <= count else { return 0 }
    return unsafe Int(UnsafeRawPointer(base + index).loadUnaligned(as: UInt32.self).littleEndian)
  }

  /// Whether the bytes of two ranges are the same.
  @inline(__always)
  func areSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count, a.lowerBound >= 0, b.lowerBound >= 0, a.upperBound <= count,
      b.upperBound <= count
    else { return false }
    return unsafe memcmp(base + a.lowerBound, base + b.lowerBound, a.count) == 0
  }

  /// The first bytes as a view of their own.
  func prefix(_ length: Int) -> ByteView {
    unsafe ByteView(UnsafeBufferPointer(start: base, count: max(0, min(length, count))))
  }

  /// Copies a range, cut to the bytes that are there, behind an array.
  func append(_ range: Range<Int>, to array: inout [UInt8]) {
    let range = range.clamped(to: 0..<count)
    if range.count <= 8 {
      // Most texts of a protocol are a letter or two; a copy of a block has its price.
      for index in range { unsafe array.append(base[index]) }
    } else {
      unsafe array.append(
        contentsOf: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }
  }

  /// Whether these are all bytes of an array, and no others.
  func isSame(as array: [UInt8]) -> Bool {
    guard count == array.count else { return false }
    return unsafe memcmp(base, array, count) == 0
  }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    return unsafe String(
      decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
  }

  /// Lends the bytes of a range for the time of a closure.
  func lend<E: Error>(
    _ range: Range<Int>, to body: (UnsafeBufferPointer<UInt8>) throws(E) -> Void
  ) throws(E) {
    let range = range.clamped(to: 0..<count)
    try unsafe body(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// The first place of a text at or after an index.
  func first(_ text: StaticString, from start: Int) -> Int? {
    guard text.utf8CodeUnitCount > 0 else { return nil }
    let head = unsafe text.utf8Start[0]
    var index = start
    while let place = first(head, from: index) {
      if has(text, at: place) { return place }
      index = place + 1
    }
    return nil
  }

  /// The last place of a text.
  func last(_ text: StaticString) -> Int? {
    var index = count - text.utf8CodeUnitCount
    while index >= 0 {
      if has(text, at: index) { return index }
      index -= 1
    }
    return nil
  }

  /// The first place of a byte at or after an index, by the C library, which looks at many bytes at once.
  func first(_ byte: UInt8, from start: Int) -> Int? {
    guard start >= 0, start < count,
      let found = unsafe memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The first place at or after an index where a quote, `<`, `&` or something below a space stands, or the end.
  @inline(__always)
  func endOfPlainText(from start: Int, quote: UInt8) -> Int {
    var index = start
    let quotes = UInt64(quote) &* Self.ones
    // Eight bytes at once. Of each sum the lowest high bit is right, which is the one that counts.
    while index >= 0, index &+ 8 <= count {
      let word = word(at: index)
      let found =
        Self.zeros(word ^ quotes) | Self.zeros(word ^ Self.ones &* 0x3C)
        | Self.zeros(word ^ Self.ones &* 0x26)
        | (word &- 0x2020_2020_2020_2020) & ~word & Self.highs
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while case let byte = self[index], byte >= 32, byte != quote, byte != 0x3C, byte != 0x26 { index &+= 1 }
    return index
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bits of the bytes that are zero, and perhaps of some above the first of them.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  /// Whether all bytes are valid UTF-8 without control characters other than tab, line feed and carriage return.
  func isCleanText(_ range: Range<Int>) -> Bool {
    guard range.upperBound <= count, range.lowerBound >= 0 else { return range.isEmpty }
    var index = range.lowerBound
    while index < range.upperBound {
      // Thirty-two bytes at once, then eight: most of a part is ASCII.
      let left = range.upperBound &- index
      if left >= 32, areUsual(index, words: 4) {
        index &+= 32
        continue
      }
      if left >= 8, areUsual(index, words: 1) {
        index &+= 8
        continue
      }
      guard let length = lengthOfCharacter(at: index, before: range.upperBound) else { return false }
      index += length
    }
    return true
  }

  /// Whether all bytes of some words are ASCII and none lies below a space; they lie inside the range that is looked at.
  @inline(__always)
  private func areUsual(_ index: Int, words: Int) -> Bool {
    var found: UInt64 = 0
    for number in 0..<words {
      let word = unsafe UnsafeRawPointer(base + (index &+ 8 &* number)).loadUnaligned(as: UInt64.self)
      // A byte below a space borrows: its high bit is set then.
      found |= word &- 0x2020_2020_2020_2020 | word
    }
    return found & Self.highs == 0
  }

  /// The number of bytes of a valid XML character, or `nil`.
  private func lengthOfCharacter(at index: Int, before end: Int) -> Int? {
    let lead = self[index]
    if lead < 0x80 { return lead >= 0x20 || lead == 9 || lead == 10 || lead == 13 ? 1 : nil }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= end else { return nil }
    for offset in 1..<length where self[index + offset] & 0xC0 != 0x80 { return nil }
    let second = self[index + 1]
    switch lead {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return nil
    case 0xEF where second == 0xBF && self[index + 2] >= 0xBE:
      return nil
    default:
      return length
    }
  }
}

extension Array<UInt8> {
  /// Lends the bytes as a view for the time of a closure.
  func withView<R, E: Error>(_ body: (ByteView) throws(E) -> R) throws(E) -> R {
    try unsafe withUnsafeBufferPointer { buffer throws(E) in try body(unsafe ByteView(buffer)) }
  }
}
