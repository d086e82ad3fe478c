/// Cells of plain rows: their attributes, formula and value.
extension PlainRows {
  /// How a cell's value is to be taken: the values of the attribute `t`.
  enum CellType { case number, shared, string, inline, boolean, failure }

  @inline(__always)
  func cell(
    at start: inout Int, _ digits: RowDigits, into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> Bool {
    // A copy of the place: what is handed on by reference would go to memory and back at every byte.
    var index = start
    defer { start = index }
    guard let head = usualHead(at: &index, row: builder.row, digits) ?? anyHead(at: &index, row: builder.row)
    else {
      return false
    }
    let place = try builder.place(row: head.row, column: head.column)
    if head.isEmpty { return true }
    if bytes.has("<v>", at: index), let digits = whole(from: index &+ 3) {
      switch head.type {
      case .number:
        guard let isDate = context.isDate(style: head.style) else { return false }
        let value = isDate ? Double(digits.value) + context.dateOffset : Double(digits.value)
        try builder.add(place, isDate ? .date : .number, hasFormula: false, bits: value.bitPattern)
        index = digits.end
        return true
      case .shared:
        guard digits.value < context.strings.count else { return false }
        let bits = context.strings[digits.value]
        if bits & 0xFFFF_FFFF != 0 { try builder.add(place, .text, hasFormula: false, bits: bits) }
        index = digits.end
        return true
      default: break
      }
    }
    return try content(at: &index, of: place, type: head.type, style: head.style, into: &builder)
  }

  /// What the opening tag of a cell says.
  struct CellHead {
    var row: Int
    var column: Int?
    var style = 0
    var type = CellType.number
    var isEmpty = false
  }

  /// Reads the opening tag of a cell as programs write it: `r`, `s` and `t` in this order, and nothing else.
  ///
  /// It leaves the place alone when the tag is another one: ``anyHead(at:row:)`` reads that.
  @inline(__always)
  private func usualHead(at start: inout Int, row: Int, _ digits: RowDigits) -> CellHead? {
    var index = start &+ 2
    var head = CellHead(row: row)
    if bytes.has(" r=\"", at: index) {
      index &+= 4
      if let column = digits.column(bytes, &index) {
        head.column = column
      } else {
        guard let place = quotedReference(&index) else { return nil }
        (head.column, head.row) = (place.column, place.row)
      }
    }
    if bytes.has(" s=\"", at: index) {
      index &+= 3
      guard let style = quotedNumber(&index) else { return nil }
      head.style = style
    }
    if bytes.has(" t=\"", at: index) {
      index &+= 4
      guard let type = quotedType(&index) else { return nil }
      head.type = type
    }
    if bytes[index] == UInt8(ascii: ">") {
      start = index &+ 1
    } else {
      guard bytes.has("/>", at: index) else { return nil }
      start = index &+ 2
      head.isEmpty = true
    }
    return head
  }

  /// Reads the opening tag of a cell, attributes in any order; `nil` when it is not plain.
  private func anyHead(at index: inout Int, row: Int) -> CellHead? {
    let tag = index
    index &+= 2
    var head = CellHead(row: row)
    var style: Int?
    var type: CellType?
    var count = 0
    while bytes[index] == 32 {
      if bytes.has(" r=\"", at: index) {
        index &+= 4
        guard head.column == nil, let place = quotedReference(&index) else { return nil }
        (head.column, head.row) = (place.column, place.row)
      } else if bytes.has(" s=\"", at: index) {
        index &+= 3
        guard style == nil, let value = quotedNumber(&index) else { return nil }
        style = value
      } else if bytes.has(" t=\"", at: index) {
        index &+= 4
        guard type == nil, let value = quotedType(&index) else { return nil }
        type = value
      } else {
        guard otherAttribute(&index, in: tag, &count) else { return nil }
      }
    }
    head.isEmpty = bytes.has("/>", at: index)
    guard head.isEmpty || bytes[index] == UInt8(ascii: ">") else { return nil }
    index &+= head.isEmpty ? 2 : 1
    (head.style, head.type) = (style ?? 0, type ?? .number)
    return head
  }

  /// Passes over spaces and an attribute that says nothing of the value; `r`, `s` and `t` come here only when they are
  /// written in a way that nobody writes them.
  private func otherAttribute(_ index: inout Int, in tag: Int, _ count: inout Int) -> Bool {
    index &+= 1
    let first = bytes[index]
    if first == 32 || first == UInt8(ascii: ">") || first == UInt8(ascii: "/") { return true }
    let isOwn = first == UInt8(ascii: "r") || first == UInt8(ascii: "s") || first == UInt8(ascii: "t")
    guard !isOwn || bytes[index &+ 1] != UInt8(ascii: "=") else { return false }
    count &+= 1
    return count < Self.most.attributes &- 3 && skipAttribute(&index, in: tag)
  }

  /// Up to seven digits from a place to `</v></c>`, as nearly every value is; `nil` for anything else.
  @inline(__always)
  private func whole(from start: Int) -> (value: Int, end: Int)? {
    // Without a loop: how many digits there are is what a processor cannot foresee.
    let (value, count) = bytes.digits(at: start)
    guard count > 0, bytes.has("</v></c>", at: start &+ count) else { return nil }
    return (value, start &+ count &+ 8)
  }

  private func content(
    at index: inout Int, of place: CellReference, type: CellType, style: Int, into builder: inout SheetBuilder
  ) throws(SpreadsheetError) -> Bool {
    var hasFormula = false
    if bytes[index] == UInt8(ascii: "<"), bytes[index &+ 1] == UInt8(ascii: "f") {
      guard formula(at: &index, into: &builder) else { return false }
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
      guard try text(at: &index, of: place, end: "</t></is></c>", hasFormula: hasFormula, into: &builder)
      else {
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
      return try text(at: &index, of: place, end: "</v></c>", kind, hasFormula: hasFormula, into: &builder)
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
  private func text(
    at index: inout Int, of place: CellReference, end: StaticString, _ kind: Cell.Kind = .text,
    hasFormula: Bool,
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
  private func formula(at index: inout Int, into builder: inout SheetBuilder) -> Bool {
    let tag = index
    index &+= 2
    var count = 0
    while bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "/"), bytes[index &+ 1] == UInt8(ascii: ">") {
        index &+= 2
        return true
      }
      guard case let byte = bytes[index], byte <= 32, byte != 0 else { return false }
      skipSpace(&index)
      if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ">") { continue }
      count &+= 1
      guard count < Self.most.attributes, skipAttribute(&index, in: tag) else { return false }
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
