/// The fast way through a worksheet part too large to stand in memory whole: inflated piece by piece, scanned at row
/// boundaries, so that memory holds the cells and one window of the part.
struct LargeSheet: ~Copyable {
  private var stream: EntryStream
  private let context: SheetContext
  private let limits: Limits
  private let piece: Int
  /// The bytes of the whole part.
  private let size: Int
  private var window: [UInt8] = []
  private var isAtEnd = false

  init(_ stream: consuming EntryStream, context: SheetContext, limits: Limits, piece: Int) {
    size = stream.size
    self.stream = stream
    self.context = context
    self.limits = limits
    self.piece = piece
  }

  /// The builder with all rows and the shell; `nil` when anything is not plain, for the strict way to decide.
  ///
  /// - Parameter handOver: takes rows out of the builder each time that some were read; `false` ends the reading.
  consuming func read(
    into empty: SheetBuilder, handOver: ((inout SheetBuilder) -> Bool)? = nil
  ) throws(SpreadsheetError) -> SheetBuilder? {
    var builder = empty
    builder.expect(bytes: handOver == nil ? size : 2 * piece, most: limits.cells)
    guard let shell = try findRows() else { return nil }
    let head = Array(window[..<shell.rows])
    window.removeFirst(shell.rows)
    while true {
      let end = isAtEnd ? nil : window.withView { $0.last("</row>").map { $0 + 6 } }
      if isAtEnd || end != nil {
        let outcome = try window.withView { view throws(SpreadsheetError) in
          try PlainRows.scan(
            view, upTo: end, knowsDescent: shell.declaresDescent, context: context, into: &builder)
        }
        guard let outcome else { return nil }
        window.removeFirst(outcome.index)
        if let handOver, !handOver(&builder) { return nil }
        if outcome.isEndOfRows { break }
      }
      if isAtEnd { return nil }
      try more()
    }
    while !isAtEnd { try more() }
    let events = SheetXML(builder, context: context, limits: limits)
    try XMLReader.read([head[...], window[...]], into: events, limits: limits)
    return events.hasRowsInPlace ? events.builder : nil
  }

  /// Reads on until the window holds the head of the part; no honest head is longer than a token may be.
  private mutating func findRows() throws(SpreadsheetError) -> SheetShell? {
    while !isAtEnd, window.count < limits.tokenBytes {
      try more()
      if let shell = SheetShell(of: window) { return shell }
    }
    return nil
  }

  private mutating func more() throws(SpreadsheetError) {
    isAtEnd = try !stream.append(upTo: piece, to: &window)
  }
}
