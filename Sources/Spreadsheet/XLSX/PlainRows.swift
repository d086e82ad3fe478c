/// The fast way through `<sheetData>`: one pass over the bytes, for the plain rows that programs write.
///
/// It takes a subset of well-formed XML and nothing else: no prefixes, no single quotes, no comments, no CDATA, no
/// entities but the five and numbers, no rich inline text. At the first thing it does not know it gives up, and the
/// whole part goes to ``SheetXML``, which decides. So every judgement about bad input stands in one place.
///
/// The scanner itself does not change; its place in the bytes is handed from step to step, so that it stays in a
/// register (measured: 690 instructions a cell with the place as a property, 190 so).
struct PlainRows {
  let bytes: ByteView
  let context: SheetContext
  let knowsDescent: Bool

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
    let scanner = PlainRows(bytes: bytes, context: context, knowsDescent: shell.declaresDescent)
    let outcome = try scanner.rows(from: shell.rows, upTo: nil, into: &builder)
    return outcome.flatMap { $0.isEndOfRows ? $0.index : nil }
  }

  /// Reads the rows of a window that begins between two rows, up to a place between two rows or, without one, to the
  /// end; how far it came, and whether `</sheetData>` stands there. `nil` when something is not plain.
  static func scan(
    _ bytes: ByteView, upTo end: Int?, knowsDescent: Bool, context: SheetContext,
    into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> (index: Int, isEndOfRows: Bool)? {
    guard bytes.isCleanText(0..<(end ?? bytes.count)) else { return nil }
    let scanner = PlainRows(bytes: bytes, context: context, knowsDescent: knowsDescent)
    return try scanner.rows(from: 0, upTo: end, into: &builder)
  }

  private func rows(
    from start: Int, upTo end: Int?, into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> (index: Int, isEndOfRows: Bool)? {
    var index = start
    while true {
      skipSpace(&index)
      if let end, index >= end { return (index, false) }
      if bytes.has("<row", at: index) {
        guard try row(at: &index, into: &builder) else { return nil }
      } else {
        return bytes.has("</sheetData>", at: index) ? (index, true) : nil
      }
    }
  }

  @inline(__always)
  func skipSpace(_ index: inout Int) {
    while case let byte = bytes[index], byte == 32 || byte == 10 || byte == 13 || byte == 9 { index &+= 1 }
  }

  private func row(at index: inout Int, into builder: inout SheetBuilder) throws(SpreadsheetError) -> Bool {
    guard let head = rowHead(at: &index) else { return false }
    try builder.beginRow(head.number, isHidden: head.isHidden)
    let digits = RowDigits(builder.row)
    while !head.isEmpty {
      if bytes.has("<c", at: index) {
        guard try cell(at: &index, digits, into: &builder) else { return false }
      } else if bytes.has("</row>", at: index) {
        index &+= 6
        break
      } else {
        let start = index
        skipSpace(&index)
        guard index > start else { return false }
      }
    }
    try builder.endRow()
    return true
  }

  /// The opening tag of a row; `nil` when it is not plain.
  private func rowHead(at index: inout Int) -> (number: Int?, isHidden: Bool, isEmpty: Bool)? {
    let tag = index
    index &+= 4
    var number: Int?
    var isHidden = false
    var count = 0
    while true {
      skipSpace(&index)
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index &+= 1
        return (number, isHidden, false)
      case UInt8(ascii: "/"):
        guard bytes[index &+ 1] == UInt8(ascii: ">") else { return nil }
        index &+= 2
        return (number, isHidden, true)
      case UInt8(ascii: "r") where bytes[index &+ 1] == UInt8(ascii: "="):
        guard bytes[index &- 1] <= 32 else { return nil }
        index &+= 2
        guard number == nil, let value = quotedNumber(&index), value > 0,
          value <= CellReference.last.row &+ 1
        else { return nil }
        number = value &- 1
      default:
        if bytes.has("hidden=\"1\"", at: index) || bytes.has("hidden=\"true\"", at: index)
          || bytes.has("hidden=\"on\"", at: index)
        {
          isHidden = true
        }
        count &+= 1
        guard count < Self.most.attributes, skipAttribute(&index, in: tag) else { return nil }
      }
    }
  }
}
