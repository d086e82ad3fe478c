/// Attributes of plain rows and cells, as bytes.
extension PlainRows {
  @inline(__always)
  func quotedNumber(_ index: inout Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "\"") else { return nil }
    index &+= 1
    var value = 0
    let start = index
    while case let byte = bytes[index] &- 48, byte < 10 {
      value = value &* 10 &+ Int(byte)
      index &+= 1
    }
    guard index > start, index &- start <= 9, bytes[index] == UInt8(ascii: "\"") else { return nil }
    index &+= 1
    return value
  }

  @inline(__always)
  func quotedReference(_ index: inout Int) -> CellReference? {
    var column = 0
    var row = 0
    let start = index
    while case let byte = bytes[index] &- 65, byte < 26 {
      column = column &* 26 &+ Int(byte) &+ 1
      index &+= 1
    }
    guard index > start, index &- start <= 3 else { return nil }
    let digits = index
    while case let byte = bytes[index] &- 48, byte < 10 {
      row = row &* 10 &+ Int(byte)
      index &+= 1
    }
    guard index > digits, index &- digits <= 7, row > 0, row <= 1_048_576, column <= 16_384,
      bytes[digits] != 48, bytes[index] == UInt8(ascii: "\"")
    else { return nil }
    index &+= 1
    return CellReference(row: row &- 1, column: column &- 1)
  }

  @inline(__always)
  func quotedType(_ index: inout Int) -> CellType? {
    let type: CellType
    let length: Int
    switch bytes[index] {
    case UInt8(ascii: "s") where bytes[index &+ 1] == UInt8(ascii: "\""): (type, length) = (.shared, 1)
    case UInt8(ascii: "n") where bytes[index &+ 1] == UInt8(ascii: "\""): (type, length) = (.number, 1)
    case UInt8(ascii: "b") where bytes[index &+ 1] == UInt8(ascii: "\""): (type, length) = (.boolean, 1)
    case UInt8(ascii: "e") where bytes[index &+ 1] == UInt8(ascii: "\""): (type, length) = (.failure, 1)
    case UInt8(ascii: "s") where bytes.has("str\"", at: index): (type, length) = (.string, 3)
    case UInt8(ascii: "i") where bytes.has("inlineStr\"", at: index): (type, length) = (.inline, 9)
    default: return nil
    }
    index &+= length &+ 1
    return type
  }

  /// Passes over `name="value"` of the tag that begins at a place.
  ///
  /// Names are of letters and stand once; the only prefix is Excel's own `x14ac:dyDescent`, where it is declared.
  func skipAttribute(_ index: inout Int, in tag: Int) -> Bool {
    let start = index
    if bytes.has("x14ac:dyDescent=", at: index) {
      guard knowsDescent else { return false }
      index &+= 15
    }
    while case let byte = bytes[index] | 0x20, byte &- 97 < 26 { index &+= 1 }
    guard index > start, bytes[start &- 1] <= 32, bytes[index] == UInt8(ascii: "="),
      bytes[index &+ 1] == UInt8(ascii: "\""), !bytes.has("xmlns=", at: start),
      !stands(start..<index &+ 1, behind: tag)
    else { return false }
    index &+= 2
    let value = index
    while case let byte = bytes[index], byte != UInt8(ascii: "\"") {
      guard byte != 0, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") else { return false }
      index &+= 1
    }
    guard index &- value <= Self.most.value else { return false }
    index &+= 1
    return true
  }

  /// Whether a name with its equals sign stands in the tag already.
  func stands(_ name: Range<Int>, behind tag: Int) -> Bool {
    var place = tag
    while place &+ name.count < name.lowerBound {
      place &+= 1
      guard bytes[place &- 1] <= 32 else { continue }
      var offset = 0
      while offset < name.count, bytes[place &+ offset] == bytes[name.lowerBound &+ offset] { offset &+= 1 }
      if offset == name.count { return true }
    }
    return false
  }
}
