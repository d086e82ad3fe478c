/// Cells of plain rows: their attributes, formula and value.
extension PlainRows {
  /// How a cell's value is to be taken: the values of the attribute `t`.
  enum CellType { case number, shared, string, inline, boolean, failure }

  mutating func cell(into builder: inout SheetBuilder) throws(SpreadsheetError) -> Bool {
    let tag = index
    index &+= 2
    var column: Int?
    var row = builder.row
    var style: Int?
    var type: CellType?
    var isEmpty = false
    var count = 0
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
          guard style == nil, let value = quotedNumber() else { return false }
          style = value
          continue
        case UInt8(ascii: "t"):
          index &+= 3
          guard type == nil, let value = quotedType() else { return false }
          type = value
          continue
        default: break
        }
      }
      count &+= 1
      guard count < Self.most.attributes &- 3, skipAttribute(in: tag) else { return false }
    }
    let place = try builder.place(row: row, column: column)
    if isEmpty { return true }
    return try content(of: place, type: type ?? .number, style: style ?? 0, into: &builder)
  }

  mutating func content(
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
      guard type == .number || type == .string else { return false }
      index &+= 6
      if type == .string {
        try builder.addText(place, from: builder.arena.bytes.count, hasFormula: hasFormula)
      } else if hasFormula {
        try builder.add(place, .pending, hasFormula: true, bits: 0)
      }
      return true
    }
    if type == .string || type == .failure {
      let kind: Cell.Kind = type == .string ? .text : .failure
      return try text(of: place, end: "</v></c>", kind, hasFormula: hasFormula, into: &builder)
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
  func value(
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
    case .string, .inline, .failure:
      return false
    }
    return true
  }

  /// Text from the rest of an opening tag to a known end, with the five entities; `_x000D_` is left to the strict way.
  mutating func text(
    of place: CellReference, end: StaticString, _ kind: Cell.Kind = .text, hasFormula: Bool,
    into builder: inout SheetBuilder
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
    try builder.addText(place, from: start, kind, hasFormula: hasFormula)
    return true
  }

  /// A formula: passed over, or kept when the reader was asked to.
  mutating func formula(into builder: inout SheetBuilder) -> Bool {
    let tag = index
    index &+= 2
    var count = 0
    while bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "/"), bytes[index &+ 1] == UInt8(ascii: ">") {
        index &+= 2
        return true
      }
      guard case let byte = bytes[index], byte <= 32, byte != 0 else { return false }
      skipSpace()
      if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ">") { continue }
      count &+= 1
      guard count < Self.most.attributes, skipAttribute(in: tag) else { return false }
    }
    index &+= 1
    let start = builder.arena.bytes.count
    // A formula that is not kept is read all the same: its entities must be sound too.
    guard PlainText.copy(bytes, from: &index, to: &builder.arena.bytes, hasEscapes: false),
      bytes.has("</f>", at: index), builder.arena.bytes.count &- start <= Self.most.formula
    else { return false }
    if context.keepsFormulas {
      builder.keepFormula(from: start)
    } else {
      builder.arena.bytes.removeLast(builder.arena.bytes.count &- start)
    }
    index &+= 4
    return true
  }
}
