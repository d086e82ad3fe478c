/// Makes the annotated copy of an XLSX workbook: its parts stay as they are but for what is added to them.
///
/// Changed are the worksheets with marks (the formats of the marked cells, a reference to the notes), the styles part
/// (looks appended), the workbook part, the directories; added are notes and one sheet.
public struct WorkbookAnnotator: ~Copyable {
  var package: PackageEditor
  private let workbook: Workbook
  let annotations: WorkbookAnnotations
  private(set) var dialect = PackageDialect.transitional
  /// The workbook part.
  private var main = ""
  var types: [(name: String, type: String)] = []

  /// Opens a package.
  ///
  /// - Parameters:
  ///   - bytes: the whole workbook.
  ///   - workbook: what the reader made of the same bytes.
  ///   - annotations: what is put into it.
  ///   - limits: of what is inflated.
  public init(
    _ bytes: [UInt8], _ workbook: Workbook, _ annotations: WorkbookAnnotations, limits: Limits = Limits()
  ) throws(SpreadsheetError) {
    package = try PackageEditor(bytes, limits: limits)
    self.workbook = workbook
    self.annotations = annotations
  }

  /// The annotated copy.
  ///
  /// - Throws: ``SpreadsheetError`` with `cannotWrite` and the part that is written in a way that cannot be changed
  ///   safely.
  public consuming func bytes() throws(SpreadsheetError) -> [UInt8] {
    main = try package.mainPart()
    dialect = PackageDialect(main: try package.rootTag(of: main))
    var styles = try StyleEditor(try stylesPart(), limits: package.limits)
    let former = FormerFills(annotations.former.map { workbook.sheets[$0] })
    var fills = FormerFills(nil)
    for (index, sheet) in workbook.sheets.enumerated() where index != annotations.former {
      try mark(sheet, annotations.marks[index] ?? [], &styles, from: former, to: &fills)
      try annotate(sheet, number: index + 1, annotations.marks[index] ?? [])
    }
    var added = annotations.sheet
    fills.write(to: &added)
    try add(added, &styles)
    if let part = stylesName { package.put(styles.bytes, as: part) }
    try finishTypes()
    return try package.finish()
  }

  private var stylesName: String?

  // MARK: Cells

  /// Gives the marked cells their colours, and those that were marked before their own look.
  private mutating func mark(
    _ sheet: Sheet, _ marks: [WorkbookAnnotations.Mark], _ styles: inout StyleEditor,
    from former: FormerFills,
    to fills: inout FormerFills
  ) throws(SpreadsheetError) {
    let marked = styles.formats(filledWith: annotations.palette)
    let colours = Dictionary(marks.map { ($0.cell, $0.colour) }) { first, _ in first }
    guard !marked.isEmpty || !marks.isEmpty, let part = try package.bytes(of: sheet.part) else { return }
    let events = CellFormatsXML(wanted: Set(colours.keys), marked: marked)
    try XMLReader.read(part, into: events, limits: package.limits)
    var edits: [Int: [(column: Int, edit: CellEdit)]] = [:]
    // In order, for looks are numbered as they come: the same copy has the same bytes.
    for cell in Set(colours.keys).union(events.formats.keys).sorted() {
      let format = events.format(of: cell)
      // A cell that was marked before keeps of its owner's look what stood behind it.
      let own =
        marked.contains(format) ? former[sheet.name, cell] : styles.fill(ofFormat: format).flatMap(Self.seen)
      let next =
        colours[cell].map { styles.format(like: format, filledWith: $0) }
        ?? styles.format(like: format, filledAs: own)
      if let own, colours[cell] != nil { fills.keep(own, sheet.name, cell) }
      if next != format { edits[cell.row, default: []].append((cell.column, .style(next))) }
    }
    guard !edits.isEmpty else { return }
    try package.edit(SheetEdits(edits.map { SheetEdits.Row(number: $0, cells: $1) }), inPart: sheet.part)
  }

  /// A fill, unless it shows nothing.
  private static func seen(_ fill: String) -> String? {
    let hasPattern = fill.contains("patternType=") && !fill.contains("patternType=\"none\"")
    return hasPattern || fill.contains("gradientFill") ? fill : nil
  }

  // MARK: The added sheet

  private mutating func add(
    _ sheet: AddedSheet, _ styles: inout StyleEditor
  ) throws(SpreadsheetError) {
    let bytes = sheet.part(&styles, dialect)
    if let former = annotations.former { return package.put(bytes, as: workbook.sheets[former].part) }
    let name = package.freeName("xl/worksheets/sheet", ".xml")
    package.put(bytes, as: name)
    types.append((name, ContentType.worksheet))
    let id = try relate(main, "worksheet", target: "/" + name)
    let outline = try XMLOutline(try package.bytes(of: main) ?? [], depth: 3, limits: package.limits)
    guard let list = outline.section("sheets") else { throw SpreadsheetError(.cannotWrite, part: main) }
    let numbers = outline.children(of: list.index).compactMap {
      outline.tag(of: $0)["sheetId"].flatMap { Int($0) }
    }
    var patch = XMLPatch()
    patch.append(
      "<\(list.element.prefix)sheet name=\"\(XMLText.escaped(freeTabName(sheet.name)))\""
        + " sheetId=\"\((numbers.max() ?? 0) + 1)\" xmlns:r=\"\(dialect.relationships)\" r:id=\"\(id)\"/>",
      to: list.element, in: outline)
    package.put(patch.applied(to: outline.bytes), as: main)
  }

  /// The name for the tab, with a number where a sheet is called so already.
  private func freeTabName(_ name: String) -> String {
    let taken = Set(workbook.sheets.map { $0.name.lowercased() })
    if !taken.contains(name.lowercased()) { return name }
    var number = 2
    while taken.contains("\(name) (\(number))".lowercased()) { number += 1 }
    return "\(name) (\(number))"
  }

  // MARK: Parts

  /// The styles part; a workbook without one gets one.
  private mutating func stylesPart() throws(SpreadsheetError) -> [UInt8] {
    let relation = try package.relationships(of: main).first { $0.kind == "styles" }
    if let name = relation?.part(from: Self.folder(of: main)), let bytes = try package.bytes(of: name) {
      stylesName = name
      return bytes
    }
    let name = package.freeName("xl/styles", ".xml")
    types.append((name, ContentType.styles))
    _ = try relate(main, "styles", target: "/" + name)
    stylesName = name
    return Array(StyleEditor.minimal(dialect).utf8)
  }

  /// A relationship from a part to another one.
  mutating func relate(_ part: String, _ kind: String, target: String) throws(SpreadsheetError) -> String {
    let name = PackageDirectory.relationships(of: part)
    let (bytes, id) = try PackageDirectory.adding(
      kind, target: target, to: try package.bytes(of: name), dialect, limits: package.limits)
    package.put(bytes, as: name)
    return id
  }

  private mutating func finishTypes() throws(SpreadsheetError) {
    let name = "[Content_Types].xml"
    guard let bytes = try package.bytes(of: name) else { throw SpreadsheetError(.missingPart, part: name) }
    let extensions = types.contains { $0.type == ContentType.notes } ? [("vml", ContentType.drawing)] : []
    guard !types.isEmpty else { return }
    package.put(
      try PackageDirectory.types(bytes, adding: types, extensions: extensions, limits: package.limits),
      as: name)
  }

  static func folder(of part: String) -> String {
    part.split(separator: "/").dropLast().joined(separator: "/")
  }
}
