/// The boxes in which notes open: the drawing that every note needs beside its text.
///
/// Such a drawing is VML and often no well-formed XML, so it is handled as text: shapes are cut out whole and put in at
/// the end.
struct NoteShapes {
  private var text: String

  /// A drawing as it stands; `nil` makes a new one for a sheet, by the sheet's number from one.
  init(_ bytes: [UInt8]?, sheetNumber: Int) {
    text = bytes.map { String(decoding: $0, as: UTF8.self) } ?? Self.empty(sheetNumber)
  }

  /// Takes away the shapes of some cells.
  mutating func remove(_ cells: Set<CellReference>) {
    guard !cells.isEmpty else { return }
    var kept = ""
    var rest = text[...]
    while let name = rest.place(of: ":shape "), let start = rest[..<name].lastIndex(of: "<"),
      let end = rest[name...].place(behind: "</\(rest[rest.index(after: start)..<name]):shape>")
    {
      let shape = rest[start..<end]
      kept += rest[..<start]
      if !(Self.cell(of: shape).map(cells.contains) ?? false) { kept += shape }
      rest = rest[end...]
    }
    text = kept + rest
  }

  /// Adds a shape for each note.
  mutating func add(_ notes: [NotesPart.Note]) {
    guard let end = text.lastPlace(of: "</xml>") else { return }
    var number = (Self.numbers(in: text).max() ?? 1024) + 1
    var added = ""
    for note in notes {
      added += Self.shape(note, number)
      number += 1
    }
    text.insert(contentsOf: added, at: end)
  }

  /// The drawing.
  var bytes: [UInt8] { Array(text.utf8) }

  private static func shape(_ note: NotesPart.Note, _ number: Int) -> String {
    // About 42 characters fit a line of a box five columns wide.
    let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(1) { $0 + 1 + $1.count / 42 }
    let (row, column) = (note.cell.row, note.cell.column)
    let anchor = [column + 1, 12, max(0, row - 1), 8, column + 6, 24, max(0, row - 1) + max(3, lines), 8]
    return """
      <v:shape \(spaces) id="_x0000_s\(number)" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;\
      width:240pt;height:\(14 * max(3, lines))pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">\
      <v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
      <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
      <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
      <x:Anchor>\(anchor.map(String.init).joined(separator: ", "))</x:Anchor><x:AutoFill>False</x:AutoFill>\
      <x:Row>\(row)</x:Row><x:Column>\(column)</x:Column></x:ClientData></v:shape>
      """
  }

  /// The cell to which a shape belongs.
  private static func cell(of shape: Substring) -> CellReference? {
    func number(_ name: String) -> Int? {
      guard let start = shape.place(behind: ":\(name)>") else { return nil }
      return Int(shape[start...].prefix { $0.isNumber })
    }
    guard let row = number("Row"), let column = number("Column") else { return nil }
    return CellReference(row: row, column: column)
  }

  private static func numbers(in text: String) -> [Int] {
    var numbers: [Int] = []
    var rest = text[...]
    while let start = rest.place(behind: "_x0000_s") {
      rest = rest[start...]
      if let number = Int(rest.prefix { $0.isNumber }) { numbers.append(number) }
    }
    return numbers
  }

  /// Every shape declares its prefixes: a drawing may use others.
  private static let spaces = """
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:x="urn:schemas-microsoft-com:office:excel"
    """

  private static func empty(_ sheet: Int) -> String {
    """
    <xml \(spaces)><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="\(sheet)"/>\
    </o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
    <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>
    """
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Where a text begins for the first time.
  fileprivate func place(of text: String) -> String.Index? { range(of: text)?.lowerBound }

  /// The place behind its first occurrence.
  fileprivate func place(behind text: String) -> String.Index? { range(of: text)?.upperBound }

  /// Where a text begins for the last time.
  fileprivate func lastPlace(of text: String) -> String.Index? { ranges(of: text).last?.lowerBound }

  private func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
