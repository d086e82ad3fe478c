/// Copies the rows of a worksheet part and changes the cells that edits name, nothing else.
///
/// It goes from tag to tag and copies everything between untouched: attributes, their order, styles, formulas, white
/// space. What stands behind the last edited row is not looked at.
struct RowEditor {
  let bytes: ByteView
  let prefix: String
  private let words: [String: Int]
  var index: Int
  private var copied: Int
  private(set) var out: [UInt8] = []

  /// - Parameters:
  ///   - prefix: the namespace prefix of the part's elements with its colon, usually empty.
  ///   - words: the shared strings that edits may use, with their numbers.
  init(_ bytes: ByteView, from start: Int, prefix: String, words: [String: Int]) {
    self.bytes = bytes
    self.prefix = prefix
    self.words = words
    index = start
    copied = 0
    out.reserveCapacity(KeptPart.slack)
  }

  /// What takes the place of the first so many bytes of the part; all others stay as they are.
  ///
  /// - Returns: `nil` when the part is written in a way that this editor does not know.
  static func edited(
    _ bytes: ByteView, rowsFrom start: Int, prefix: String, words: [String: Int], _ edits: SheetEdits
  ) -> (head: [UInt8], count: Int)? {
    var editor = RowEditor(bytes, from: start, prefix: prefix, words: words)
    var pending = edits.rows[...]
    var last = -1
    // A row that was put in is looked for to the end: rows may stand out of order.
    var hasInserted = false
    while !pending.isEmpty || hasInserted {
      guard let row = editor.nextRow() else { return nil }
      switch row {
      case .end(let place):
        editor.flush(to: place)
        for row in pending { editor.insert(row) }
        pending = []
        hasInserted = false
      case .row(let tag):
        let number = tag.number ?? last + 1
        guard number > last else { return nil }
        last = number
        while let missing = pending.first, missing.number < number {
          editor.flush(to: tag.start)
          editor.insert(missing)
          hasInserted = true
          pending = pending.dropFirst()
        }
        guard let current = pending.first, current.number == number else {
          guard editor.skipRow(tag) else { return nil }
          continue
        }
        guard editor.edit(current, in: tag) else { return nil }
        pending = pending.dropFirst()
      }
    }
    return (editor.out, editor.copied)
  }

  // MARK: Rows

  struct Tag {
    let start: Int
    /// Behind the closing `>` of the opening tag.
    let end: Int
    let isEmpty: Bool
    let number: Int?
    let column: Int?
  }

  private enum Next {
    case row(Tag), end(Int)
  }

  private mutating func nextRow() -> Next? {
    skipSpace()
    guard bytes[index] == UInt8(ascii: "<") else { return nil }
    if has("</", "sheetData") { return .end(index) }
    guard has("<", "row"), let tag = tag() else { return nil }
    return .row(tag)
  }

  private mutating func skipRow(_ tag: Tag) -> Bool {
    index = tag.end
    if tag.isEmpty { return true }
    guard let end = closing("row", from: index) else { return false }
    index = end
    return true
  }

  /// The place behind the next closing tag of a name; `nil` when white space stands in it.
  private func closing(_ name: StaticString, from start: Int) -> Int? {
    var place = start
    while let found = bytes.first("</", from: place) {
      if has("</", name, at: found) {
        let end = found + 2 + prefix.utf8.count + name.utf8CodeUnitCount
        return bytes[end] == UInt8(ascii: ">") ? end + 1 : nil
      }
      place = found + 2
    }
    return nil
  }

  private mutating func edit(_ row: SheetEdits.Row, in tag: Tag) -> Bool {
    var pending = row.cells[...]
    if tag.isEmpty {
      flush(to: tag.end - 2)
      while out.last == 32 { out.removeLast() }
      out.append(UInt8(ascii: ">"))
      for cell in pending { insert(cell.edit, row: row.number, column: cell.column) }
      write("</", "row>")
      copied = tag.end
      index = tag.end
      return true
    }
    index = tag.end
    var column = -1
    while true {
      skipSpace()
      if has("</", "row") {
        flush(to: index)
        for cell in pending { insert(cell.edit, row: row.number, column: cell.column) }
        guard let end = closing("row", from: index) else { return false }
        index = end
        return true
      }
      guard has("<", "c"), let cell = self.tag() else { return false }
      let place = cell.column ?? column + 1
      guard place > column, cell.number == nil || cell.number == row.number else { return false }
      column = place
      while let missing = pending.first, missing.column < place {
        flush(to: cell.start)
        insert(missing.edit, row: row.number, column: missing.column)
        pending = pending.dropFirst()
      }
      guard let end = endOfCell(cell) else { return false }
      if let current = pending.first, current.column == place {
        guard replace(cell, end, with: current.edit) else { return false }
        pending = pending.dropFirst()
      }
      index = end
    }
  }

  private func endOfCell(_ cell: Tag) -> Int? {
    if cell.isEmpty { return cell.end }
    return closing("c", from: cell.end)
  }

  // MARK: Cells

  private mutating func replace(_ cell: Tag, _ end: Int, with edit: CellEdit) -> Bool {
    flush(to: cell.start)
    let type = typeAttribute(in: cell)
    let text: String
    var kind: String?
    switch edit {
    case .style(let number): return restyle(cell, end, number)
    case .number(let number): text = value(String(number))
    case .text(let word): (text, kind) = content(of: word)
    case .result(let number):
      guard let formula = formula(in: cell, end) else { return false }
      text = formula + value(String(number))
    }
    let keepsType = kind == nil && type.map { $0.value == "n" } ?? false
    let head = cell.isEmpty ? cell.end - 2 : cell.end - 1
    if let type, !keepsType {
      bytes.append(cell.start..<type.range.lowerBound, to: &out)
      if let kind { out += Array(" t=\"\(kind)\"".utf8) }
      bytes.append(type.range.upperBound..<head, to: &out)
    } else {
      bytes.append(cell.start..<head, to: &out)
      while out.last == 32 { out.removeLast() }
      if let kind { out += Array(" t=\"\(kind)\"".utf8) }
    }
    while out.last == 32 { out.removeLast() }
    out += Array(">\(text)</\(prefix)c>".utf8)
    copied = end
    return true
  }

  /// The cell with another style and all else as it was.
  private mutating func restyle(_ cell: Tag, _ end: Int, _ style: Int) -> Bool {
    if let range = attribute(UInt8(ascii: "s"), cell.start..<cell.end) {
      bytes.append(cell.start..<range.value.lowerBound, to: &out)
      out += Array("\(style)".utf8)
      bytes.append(range.value.upperBound..<end, to: &out)
    } else {
      let head = cell.isEmpty ? cell.end - 2 : cell.end - 1
      bytes.append(cell.start..<head, to: &out)
      while out.last == 32 { out.removeLast() }
      out += Array(" s=\"\(style)\"".utf8)
      bytes.append(head..<end, to: &out)
    }
    copied = end
    return true
  }

  private mutating func insert(_ row: SheetEdits.Row) {
    out += Array("<\(prefix)row r=\"\(row.number + 1)\">".utf8)
    for cell in row.cells { insert(cell.edit, row: row.number, column: cell.column) }
    write("</", "row>")
  }

  /// A cell that was not there; a formula's result has nowhere to go without its formula and is left out.
  private mutating func insert(_ edit: CellEdit, row: Int, column: Int) {
    let place = CellReference(row: row, column: column)
    switch edit {
    case .number(let number):
      out += Array("<\(prefix)c r=\"\(place)\">\(value(String(number)))</\(prefix)c>".utf8)
    case .text(let word):
      let (text, kind) = content(of: word)
      out += Array("<\(prefix)c r=\"\(place)\" t=\"\(kind)\">\(text)</\(prefix)c>".utf8)
    case .style(let style): out += Array("<\(prefix)c r=\"\(place)\" s=\"\(style)\"/>".utf8)
    case .result: break
    }
  }

  private func value(_ text: String) -> String { "<\(prefix)v>\(text)</\(prefix)v>" }

  /// A word is a shared string where the workbook has it already, and stands in its cell otherwise: so no other part
  /// changes.
  private func content(of word: String) -> (text: String, kind: String) {
    if let number = words[word] { return (value(String(number)), "s") }
    return ("<\(prefix)is><\(prefix)t>\(XMLText.escaped(word))</\(prefix)t></\(prefix)is>", "inlineStr")
  }

  /// The formula element of a cell, as it stands.
  private func formula(in cell: Tag, _ end: Int) -> String? {
    guard !cell.isEmpty else { return nil }
    var scanner = self
    scanner.index = cell.end
    scanner.skipSpace()
    guard scanner.has("<", "f"), let tag = scanner.tag() else { return nil }
    let close = tag.isEmpty ? tag.end : closing("f", from: tag.end)
    guard let close, close <= end else { return nil }
    var text: [UInt8] = []
    bytes.append(tag.start..<close, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Output

  private mutating func flush(to place: Int) {
    guard place > copied else { return }
    bytes.append(copied..<place, to: &out)
    copied = place
  }

  private mutating func write(_ opening: String, _ name: String) {
    out += Array("\(opening)\(prefix)\(name)".utf8)
  }
}
