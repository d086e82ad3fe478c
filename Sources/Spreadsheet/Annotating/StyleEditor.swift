/// Adds looks to a styles part: fonts, fills, borders and cell formats are appended, nothing that is there changes.
struct StyleEditor {
  /// One of the lists of the part, with what was added to it.
  private struct List {
    let name: String
    let place: XMLOutline.Element
    var items: [String]
    let original: Int

    init?(_ name: String, in outline: XMLOutline) {
      guard let section = outline.section(name), !section.element.isEmpty else { return nil }
      self.name = name
      place = section.element
      items = outline.children(of: section.index).map { outline.raw($0.whole) }
      original = items.count
    }

    /// The number of an item; one that is there already is used again.
    mutating func number(of item: String) -> Int {
      if let known = items.firstIndex(of: item) { return known }
      items.append(item)
      return items.count - 1
    }
  }

  private let outline: XMLOutline
  private var fonts: List
  private var fills: List
  private var borders: List
  private var formats: List

  /// - Throws: `cannotWrite` when the part lacks one of its lists, or what the XML reader refuses.
  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    outline = try XMLOutline(bytes, depth: 3, limits: limits)
    guard let fonts = List("fonts", in: outline), let fills = List("fills", in: outline),
      let borders = List("borders", in: outline), let formats = List("cellXfs", in: outline),
      !formats.items.isEmpty
    else { throw SpreadsheetError(.cannotWrite) }
    (self.fonts, self.fills, self.borders, self.formats) = (fonts, fills, borders, formats)
  }

  private var prefix: String { outline.root?.prefix ?? "" }

  // MARK: Looks that are there

  /// The fill of a cell format as the part writes it; `nil` when the part has no such format.
  func fill(ofFormat format: Int) -> String? {
    guard formats.items.indices.contains(format),
      let number = Self.tag(of: formats.items[format])["fillId"].flatMap({ Int($0) }),
      fills.items.indices.contains(number)
    else { return nil }
    return fills.items[number]
  }

  /// The cell formats whose fill has one of the colours.
  func formats(filledWith colours: [CellStyle.Colour]) -> Set<Int> {
    let words = colours.map(\.argb)
    return Set(
      formats.items.indices.filter { index in
        guard let fill = fill(ofFormat: index)?.uppercased(), fill.contains("FGCOLOR") else { return false }
        return words.contains { fill.contains("RGB=\"\($0)\"") }
      })
  }

  // MARK: Looks that are added

  /// A cell format like another one, with a colour behind.
  mutating func format(like base: Int, filledWith colour: CellStyle.Colour) -> Int {
    format(like: base, fill: fills.number(of: solid(colour)))
  }

  /// A cell format like another one, with a fill as the part once wrote it; without one, with none.
  mutating func format(like base: Int, filledAs fill: String?) -> Int {
    guard let fill, fill.hasPrefix("<\(prefix)fill") else { return format(like: base, fill: 0) }
    return format(like: base, fill: fills.number(of: fill))
  }

  private mutating func format(like base: Int, fill: Int) -> Int {
    let item = formats.items.indices.contains(base) ? formats.items[base] : formats.items[0]
    let tag = Self.tag(of: item)
    let changed = tag.with("fillId", String(fill)).with("applyFill", "1")
    return formats.number(of: changed.text + item.dropFirst(tag.text.count))
  }

  /// The cell format of a look.
  mutating func format(_ look: CellStyle) -> Int {
    let p = prefix
    let font = fonts.number(of: look.font(p))
    let fill = look.fill.map { fills.number(of: solid($0)) } ?? 0
    let border = look.hasBorder ? borders.number(of: look.border(p)) : 0
    return formats.number(
      of: "<\(p)xf numFmtId=\"0\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" xfId=\"0\""
        + " applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\">"
        + "\(look.alignment(p))<\(p)protection locked=\"\(look.isLocked ? 1 : 0)\"/></\(p)xf>")
  }

  private func solid(_ colour: CellStyle.Colour) -> String {
    "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\"><\(prefix)fgColor rgb=\"\(colour.argb)\"/>"
      + "<\(prefix)bgColor indexed=\"64\"/></\(prefix)patternFill></\(prefix)fill>"
  }

  /// The part with everything that was added.
  var bytes: [UInt8] {
    var patch = XMLPatch()
    for list in [fonts, fills, borders, formats] where list.items.count > list.original {
      patch.replace(
        list.place.tag, with: outline.tag(of: list.place).with("count", String(list.items.count)).text)
      patch.insert(list.items[list.original...].joined(), at: list.place.content.upperBound)
    }
    return patch.applied(to: outline.bytes)
  }

  /// The opening tag of an item.
  private static func tag(of item: String) -> XMLTag {
    XMLTag(String(item.prefix(through: item.firstIndex(of: ">") ?? item.index(before: item.endIndex))))
  }

  /// A styles part for a workbook that has none.
  static func minimal(_ dialect: PackageDialect) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <styleSheet xmlns="\(dialect.main)"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """
  }
}
