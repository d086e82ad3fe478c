/// The fast way through `<sheetData>`: one pass over the bytes, for the plain rows that programs write.
///
/// It takes a subset of well-formed XML and nothing else: no prefixes, no single quotes, no comments, no CDATA, no
/// entities but the five and numbers, no rich inline text. At the first thing it does not know it gives up, and the
/// whole part goes to ``SheetXML``, which decides. So every judgement about bad input stands in one place.
struct PlainRows {
  private let bytes: ByteView
  private let context: SheetContext
  private var index: Int

  init(_ bytes: ByteView, from start: Int, context: SheetContext) {
    self.bytes = bytes
    self.context = context
    index = start
  }

  /// Reads whole rows until `</sheetData>`; its place, or `nil` when something is not plain.
  static func scan(
    _ bytes: ByteView, from start: Int, context: SheetContext, into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> Int? {
    guard bytes.isCleanText(start..<bytes.count) else { return nil }
    var scanner = PlainRows(bytes, from: start, context: context)
    while true {
      scanner.skipSpace()
      if bytes.has("<row", at: scanner.index) {
        guard try scanner.row(into: &builder) else { return nil }
      } else {
        return bytes.has("</sheetData>", at: scanner.index) ? scanner.index : nil
      }
    }
  }

  @inline(__always)
  private mutating func skipSpace() {
    while case let byte = bytes[index], byte == 32 || byte == 10 || byte == 13 || byte == 9 { index &+= 1 }
  }

  private mutating func row(into builder: inout SheetBuilder) throws(SpreadsheetError) -> Bool {
    index &+= 4
    var number: Int?
    var isHidden = false
    var isEmpty = false
    attributes: while true {
      skipSpace()
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index &+= 1
        break attributes
      case UInt8(ascii: "/"):
        guard bytes[index &+ 1] == UInt8(ascii: ">") else { return false }
        index &+= 2
        isEmpty = true
        break attributes
      case UInt8(ascii: "r") where bytes[index &+ 1] == UInt8(ascii: "="):
        index &+= 2
        guard number == nil, let value = quotedNumber(), value > 0 else { return false }
        number = value &- 1
      default:
        let isHiddenName = bytes.has("hidden=\"", at: index)
        if isHiddenName {
          isHidden = bytes[index &+ 8] == UInt8(ascii: "1") || bytes[index &+ 8] == UInt8(ascii: "t")
        }
        guard skipAttribute() else { return false }
      }
    }
    try builder.beginRow(number, isHidden: isHidden)
    if !isEmpty {
      while true {
        skipSpace()
        if bytes[index] == UInt8(ascii: "<"), bytes[index &+ 1] == UInt8(ascii: "c") {
          guard try cell(into: &builder) else { return false }
        } else if bytes.has("</row>", at: index) {
          index &+= 6
          break
        } else {
          return false
        }
      }
    }
    try builder.endRow()
    return true
  }

  /// How a cell's value is to be taken: the values of the attribute `t`.
  private enum CellType { case number, shared, string, inline, boolean, failure }

  private mutating func cell(into builder: inout SheetBuilder) throws(SpreadsheetError) -> Bool {
    index &+= 2
    var column: Int?
    var row = builder.row
    var style = 0
    var type = CellType.number
    var isEmpty = false
    attributes: while true {
      skipSpace()
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index &+= 1
        break attributes
      }
      if byte == UInt8(ascii: "/") {
        guard bytes[index &+ 1] == UInt8(ascii: ">") else { return false }
        index &+= 2
        isEmpty = true
        break attributes
      }
      guard bytes[index &- 1] <= 32 else { return false }
      if bytes[index &+ 1] == UInt8(ascii: "="), bytes[index &+ 2] == UInt8(ascii: "\"") {
        switch byte {
        case UInt8(ascii: "r"):
          index &+= 3
          guard column == nil, let place = quotedReference() else { return false }
          (column, row) = (place.column, place.row)
          continue
        case UInt8(ascii: "s"):
          index &+= 2
          guard let value = quotedNumber() else { return false }
          style = value
          continue
        case UInt8(ascii: "t"):
          index &+= 3
          guard let value = quotedType() else { return false }
          type = value
          continue
        default: break
        }
      }
      guard skipAttribute() else { return false }
    }
    let place = try builder.place(row: row, column: column)
    return isEmpty ? true : try content(of: place, type: type, style: style, into: &builder)
  }

  private mutating func content(
    of place: CellReference, type: CellType, style: Int, into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> Bool {
    var hasFormula = false
    if bytes[index] == UInt8(ascii: "<"), bytes[index &+ 1] == UInt8(ascii: "f") {
      guard formula(into: &builder) else { return false }
      hasFormula = true
    }
    if bytes.has("</c>", at: index) {
      index &+= 4
      if hasFormula { try builder.add(place, .pending, hasFormula: true, bits: 0) }
      return true
    }
    if type == .inline {
      guard bytes.has("<is><t", at: index) else { return false }
      index &+= 6
      guard try text(of: place, end: "</t></is></c>", hasFormula: hasFormula, into: &builder) else {
        return false
      }
      return true
    }
    guard bytes.has("<v", at: index) else { return false }
    index &+= 2
    if bytes.has("/></c>", at: index) {
      index &+= 6
      if hasFormula {
        if type == .string {
          try builder.addText(place, from: builder.arena.bytes.count, hasFormula: true)
        } else {
          try builder.add(place, .pending, hasFormula: true, bits: 0)
        }
      }
      return true
    }
    if type == .string {
      return try text(of: place, end: "</v></c>", hasFormula: hasFormula, into: &builder)
    }
    guard bytes[index] == UInt8(ascii: ">") else { return false }
    index &+= 1
    let start = index
    while bytes[index] > 32, bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: "&") {
      index &+= 1
    }
    let range = start..<index
    guard bytes.has("</v></c>", at: index) else { return false }
    index &+= 8
    return try value(range, of: place, type: type, style: style, hasFormula: hasFormula, into: &builder)
  }

  @inline(__always)
  private func value(
    _ range: Range<Int>, of place: CellReference, type: CellType, style: Int, hasFormula: Bool,
    into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> Bool {
    switch type {
    case .shared:
      guard let string = context.string(bytes, range) else { return false }
      if string & 0xFFFF_FFFF != 0 || hasFormula {
        try builder.add(place, .text, hasFormula: hasFormula, bits: string)
      }
    case .number:
      if range.isEmpty {
        if hasFormula { try builder.add(place, .pending, hasFormula: true, bits: 0) }
        return true
      }
      guard let number = NumberText.parse(bytes, range) else { return false }
      guard let isDate = context.isDate(style: style) else { return false }
      let value = isDate ? number + context.dateOffset : number
      try builder.add(place, isDate ? .date : .number, hasFormula: hasFormula, bits: value.bitPattern)
    case .boolean:
      let byte = bytes[range.lowerBound]
      guard range.count == 1, byte == 48 || byte == 49 else { return false }
      try builder.add(place, .boolean, hasFormula: hasFormula, bits: Double(byte &- 48).bitPattern)
    case .failure:
      let start = builder.arena.bytes.count
      bytes.append(range, to: &builder.arena.bytes)
      try builder.addText(place, from: start, .failure, hasFormula: hasFormula)
    case .string, .inline:
      return false
    }
    return true
  }

  /// Text from the rest of an opening tag to a known end, with the five entities; `_x000D_` is left to the strict way.
  private mutating func text(
    of place: CellReference, end: StaticString, hasFormula: Bool, into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> Bool {
    let preserves = bytes.has(" xml:space=\"preserve\">", at: index)
    if preserves {
      index &+= 22
    } else if bytes[index] == UInt8(ascii: ">") {
      index &+= 1
    } else {
      return false
    }
    let start = builder.arena.bytes.count
    guard PlainText.copy(bytes, from: &index, to: &builder.arena.bytes), bytes.has(end, at: index) else {
      return false
    }
    index &+= end.utf8CodeUnitCount
    try builder.addText(place, from: start, hasFormula: hasFormula)
    return true
  }

  /// A formula: passed over, or kept when the reader was asked to.
  private mutating func formula(into builder: inout SheetBuilder) -> Bool {
    index &+= 2
    while bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "/"), bytes[index &+ 1] == UInt8(ascii: ">") {
        index &+= 2
        return true
      }
      guard case let byte = bytes[index], byte <= 32, byte != 0 else { return false }
      skipSpace()
      if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ">") { continue }
      guard skipAttribute() else { return false }
    }
    index &+= 1
    if context.keepsFormulas {
      let start = builder.arena.bytes.count
      guard PlainText.copy(bytes, from: &index, to: &builder.arena.bytes) else { return false }
      builder.keepFormula(from: start)
    } else {
      while case let byte = bytes[index], byte != UInt8(ascii: "<"), byte != 0 { index &+= 1 }
    }
    guard bytes.has("</f>", at: index) else { return false }
    index &+= 4
    return true
  }

  // MARK: Attributes

  @inline(__always)
  private mutating func quotedNumber() -> Int? {
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
  private mutating func quotedReference() -> CellReference? {
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
  private mutating func quotedType() -> CellType? {
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

  /// Passes over `name="value"`.
  private mutating func skipAttribute() -> Bool {
    let start = index
    while case let byte = bytes[index],
      byte &- 97 < 26 || byte &- 65 < 26 || byte &- 48 < 10 || byte == 58 || byte == 45 || byte == 95
        || byte == 46
    {
      index &+= 1
    }
    guard index > start, bytes[index] == UInt8(ascii: "="), bytes[index &+ 1] == UInt8(ascii: "\"") else {
      return false
    }
    index &+= 2
    while case let byte = bytes[index], byte != UInt8(ascii: "\"") {
      guard byte != 0, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") else { return false }
      index &+= 1
    }
    index &+= 1
    return true
  }
}
