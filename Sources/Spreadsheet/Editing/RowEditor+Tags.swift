/// Tags of a worksheet part and their attributes, as bytes.
extension RowEditor {
  mutating func skipSpace() {
    while case let byte = bytes[index], byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
  }

  /// Whether a tag of that name begins at a place, and the name ends there.
  func has(_ opening: StaticString, _ name: StaticString, at place: Int? = nil) -> Bool {
    var place = place ?? index
    guard bytes.has(opening, at: place) else { return false }
    place += opening.utf8CodeUnitCount
    for byte in prefix.utf8 {
      guard bytes[place] == byte else { return false }
      place += 1
    }
    guard bytes.has(name, at: place) else { return false }
    place += name.utf8CodeUnitCount
    let next = bytes[place]
    return next == 32 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next == 10 || next == 13
      || next == 9
  }

  /// The opening tag at the index, with the attribute `r` of a row or a cell.
  func tag() -> Tag? {
    var place = index
    var quote: UInt8 = 0
    while quote != 0 || bytes[place] != UInt8(ascii: ">") {
      let byte = bytes[place]
      if byte == 0 { return nil }
      if quote == 0, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == quote {
        quote = 0
      } else if quote == 0, byte == UInt8(ascii: "="), bytes[place - 1] <= 32 || bytes[place + 1] <= 32 {
        // `r = "5"`: lawful, written by nobody, and its address would be overlooked.
        return nil
      }
      place += 1
    }
    let isEmpty = bytes[place - 1] == UInt8(ascii: "/")
    guard let range = attribute(UInt8(ascii: "r"), index..<place) else {
      return Tag(start: index, end: place + 1, isEmpty: isEmpty, number: nil, column: nil)
    }
    var text: [UInt8] = []
    bytes.append(range.value, to: &text)
    let name = String(decoding: text, as: UTF8.self)
    if let row = Int(name) {
      return Tag(start: index, end: place + 1, isEmpty: isEmpty, number: row - 1, column: nil)
    }
    guard let cell = CellReference(name) else { return nil }
    return Tag(start: index, end: place + 1, isEmpty: isEmpty, number: cell.row, column: cell.column)
  }

  /// A one-letter attribute: the range with the space before it, and the range of its value.
  func attribute(_ letter: UInt8, _ range: Range<Int>) -> (whole: Range<Int>, value: Range<Int>)? {
    var place = range.lowerBound
    while place < range.upperBound {
      let isStart = bytes[place] <= 32 && bytes[place + 1] == letter && bytes[place + 2] == UInt8(ascii: "=")
      let quote = bytes[place + 3]
      if isStart, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        var end = place + 4
        while bytes[end] != quote, end < range.upperBound { end += 1 }
        return (place..<end + 1, place + 4..<end)
      }
      if bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
        let quote = bytes[place]
        place += 1
        while bytes[place] != quote, place < range.upperBound { place += 1 }
      }
      place += 1
    }
    return nil
  }

  func typeAttribute(in cell: Tag) -> (range: Range<Int>, value: String)? {
    guard let found = attribute(UInt8(ascii: "t"), cell.start..<cell.end) else { return nil }
    var text: [UInt8] = []
    bytes.append(found.value, to: &text)
    return (found.whole, String(decoding: text, as: UTF8.self))
  }
}
