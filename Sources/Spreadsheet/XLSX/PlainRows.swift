/// The fast way through `<sheetData>`: one pass over the bytes, for the plain rows that programs write.
///
/// It takes a subset of well-formed XML and nothing else: no prefixes, no single quotes, no comments, no CDATA, no
/// entities but the five and numbers, no rich inline text. At the first thing it does not know it gives up, and the
/// whole part goes to ``SheetXML``, which decides. So every judgement about bad input stands in one place.
struct PlainRows {
  let bytes: ByteView
  let context: SheetContext
  let knowsDescent: Bool
  var index: Int

  private init(_ bytes: ByteView, from start: Int, knowsDescent: Bool, context: SheetContext) {
    self.bytes = bytes
    self.context = context
    self.knowsDescent = knowsDescent
    index = start
  }

  /// Attributes of one element, bytes of one attribute, bytes of one formula: what programs write is far below.
  static let most = (attributes: 16, value: 4096, formula: 1 << 16)

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

  mutating func rows(
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
  mutating func skipSpace() {
    while case let byte = bytes[index], byte == 32 || byte == 10 || byte == 13 || byte == 9 { index &+= 1 }
  }

  mutating func row(into builder: inout SheetBuilder) throws(SpreadsheetError) -> Bool {
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
}
