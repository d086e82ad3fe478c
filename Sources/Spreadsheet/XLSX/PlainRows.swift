/// The fast way through `<sheetData>`: one pass over the bytes, for the plain rows that programs write.
///
/// It takes a subset of well-formed XML and nothing else: no prefixes, no single quotes, no comments, no CDATA, no
/// entities but the five and numbers, no rich inline text. At the first thing it does not know it gives up, and the
/// whole part goes to ``SheetXML``, which decides. So every judgement about bad input stands in one place.
struct PlainRows {
  private let bytes: ByteView
  private let context: SheetContext
  private let knowsDescent: Bool
  private var index: Int

  private init(_ bytes: ByteView, from start: Int, knowsDescent: Bool, context: SheetContext) {
    self.bytes = bytes
    self.context = context
    self.knowsDescent = knowsDescent
    index = start
  }

  /// Attributes of one element, bytes of one attribute, bytes of one formula: what programs write is far below.
  private static let most = (attributes: 16, value: 4096, formula: 1 << 16)

  /// Whether the limits are so wide that nothing plain can exceed them unseen.
  static func fits(_ limits: Limits) -> Bool {
    limits.depth >= 8 && limits.attributes >= most.attributes && limits.tokenBytes >= 1 << 17
  }

  /// Reads whole rows until `</sheetData>`; its place, or `nil` when something is not plain.
  static func scan(
    _ bytes: ByteView, in shell: SheetShell, context: SheetContext, into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> Int? {
    guard bytes.isCleanText(shell.rows..<bytes.count) else { return nil }
    var scanner = PlainRows(
      bytes, from: shell.rows, knowsDescent: shell.declaresDescent, context: context)
    let outcome = try scanner.rows(upTo: nil, into: &builder)
    return outcome.flatMap { $0.isEndOfRows ? $0.index : nil }
  }

  /// Reads the rows of a window that begins between two rows, up to a place between two rows or, without one, to the
  /// end; how far it came, and whether `</sheetData>` stands there. `nil` when something is not plain.
  static func scan(
    _ bytes: ByteView, upTo end: Int?, knowsDescent: Bool, context: SheetContext,
    into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> (index: Int, isEndOfRows: Bool)? {
    guard bytes.isCleanText(0..<(end ?? bytes.count)) else { return nil }
    var scanner = PlainRows(bytes, from: 0, knowsDescent: knowsDescent, context: context)
    return try scanner.rows(upTo: end, into: &builder)
  }

  private mutating func rows(
    upTo end: Int?, into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> (index: Int, isEndOfRows: Bool)? {
    while true {
      skipSpace()
      if let end, index >= end { return (index, false) }
      if bytes.has("<row", at: index) {
        guard try row(into: &builder) else { return nil }
      } else {
        return bytes.has("</sheetData>", at: index) ? (index, true) : nil
      }
    }
  }

  @inline(__always)
  private mutating func skipSpace() {
    while case let byte = bytes[index], byte == 32 || byte == 10 || byte == 13 || byte == 9 { index &+= 1 }
  }

  private mutating func row(into builder: inout SheetBuilder) throws(SpreadsheetError) -> Bool {
    let tag = index
    index &+= 4
    var number: Int?
    var isHidden = false
    var isEmpty = false
    var count = 0
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
        guard bytes[index &- 1] <= 32 else { return false }
        index &+= 2
        guard number == nil, let value = quotedNumber(), value > 0, value <= CellReference.last.row &+ 1
        else { return false }
        number = value &- 1
      default:
        if bytes.has("hidden=\"1\"", at: index) || bytes.has("hidden=\"true\"", at: index)
          || bytes.has("hidden=\"on\"", at: index)
        {
          isHidden = true
        }
        count &+= 1
        guard count < Self.most.attributes, skipAttribute(in: tag) else { return false }
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
    case .string, .inline, .failure:
      return false
    }
    return true
  }

  /// Text from the rest of an opening tag to a known end, with the five entities; `_x000D_` is left to the strict way.
  private mutating func text(
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
  private mutating func formula(into builder: inout SheetBuilder) -> Bool {
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

  /// Passes over `name="value"` of the tag that begins at a place.
  ///
  /// Names are of letters and stand once; the only prefix is Excel's own `x14ac:dyDescent`, where it is declared.
  private mutating func skipAttribute(in tag: Int) -> Bool {
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
  private func stands(_ name: Range<Int>, behind tag: Int) -> Bool {
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
