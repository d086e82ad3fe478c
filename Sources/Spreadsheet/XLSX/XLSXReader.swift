/// Reads an XLSX package: from the content types by relationships to the sheets, in the order of the workbook.
struct XLSXReader: ~Copyable {
  private let archive: Archive
  private var inflater: Inflater
  private let options: ReadingOptions
  private var arena = TextArena()
  private var notes: [ReadingNote]
  /// Takes the rows of large sheets as they are read, instead of having them kept.
  private let taker: ((Sheet) -> Void)?
  /// Whether a large sheet could not be handed over from its first row to its last.
  private var isBroken = false

  init(_ archive: consuming Archive, options: ReadingOptions, handingTo taker: ((Sheet) -> Void)? = nil) {
    notes = archive.notes.map { ReadingNote($0) }
    inflater = Inflater(limits: options.limits)
    self.options = options
    self.archive = archive
    self.taker = taker
  }

  /// The workbook; whether it is whole says nothing unless rows were handed over.
  consuming func read() throws(SpreadsheetError) -> (workbook: Workbook, isWhole: Bool) {
    let limits = options.limits
    let hasMacros = try meaning(of: "[Content_Types].xml", ContentTypesXML())
    let main = try mainPart()
    let folder = main.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(main[..<$0]) } ?? ""
    let book = try meaning(of: main, WorkbookXML(limits: limits))
    let relations = try relationships(of: main)
    let context = try context(relations, folder: folder, uses1904: book.uses1904)
    var sheets: [Sheet] = []
    var room = limits.cells
    for entry in book.sheets {
      guard let relation = relations.first(where: { $0.id == entry.relationship }) else {
        throw SpreadsheetError(.missingPart, part: entry.relationship)
      }
      guard relation.kind == "worksheet" else {
        notes.append(ReadingNote(.notWorksheet))
        continue
      }
      let part = try part(of: relation, folder: folder)
      let sheet = try sheet(entry.name, entry.visibility, part, number: sheets.count, context, room: room)
      room -= sheet.cells.count
      sheets.append(sheet)
    }
    try inflater.finish()
    for index in sheets.indices { sheets[index].arena = arena }
    let workbook = Workbook(
      format: hasMacros ? .xlsm : .xlsx, sheets: sheets, notes: notes, definedNames: book.names)
    return (workbook, !isBroken)
  }

  // MARK: Parts

  /// The workbook part, which the package names in its own relationships.
  private mutating func mainPart() throws(SpreadsheetError) -> String {
    let usual = "xl/workbook.xml"
    guard archive.entry("_rels/.rels") != nil else { return usual }
    let root = try meaning(of: "_rels/.rels", RelationshipsXML())
    guard let document = root.first(where: { $0.kind == "officeDocument" }) else { return usual }
    guard let part = document.part(from: "") else {
      throw SpreadsheetError(.badRelTarget, part: "_rels/.rels")
    }
    return part
  }

  private mutating func relationships(of part: String) throws(SpreadsheetError) -> [Relationship] {
    let name = PackageDirectory.relationships(of: part)
    guard archive.entry(name) != nil else { return [] }
    return try meaning(of: name, RelationshipsXML())
  }

  private mutating func part(of relation: Relationship, folder: String) throws(SpreadsheetError) -> String {
    guard let part = relation.part(from: folder) else { throw SpreadsheetError(.badRelTarget, part: folder) }
    if relation.hasTwoDots { notes.append(ReadingNote(.badRelTarget)) }
    return part
  }

  private mutating func context(
    _ relations: [Relationship], folder: String, uses1904: Bool
  ) throws(SpreadsheetError) -> SheetContext {
    var dateStyles: [Bool] = []
    var strings: [UInt64] = []
    if let relation = relations.first(where: { $0.kind == "styles" }), let name = relation.part(from: folder),
      archive.entry(name) != nil
    {
      dateStyles = try meaning(of: name, StyleSheet())
    }
    if let relation = relations.first(where: { $0.kind == "sharedStrings" }) {
      let name = try part(of: relation, folder: folder)
      let bytes = try inflater.bytes(of: entry(name), in: archive)
      do throws(SpreadsheetError) {
        strings = try SharedStrings.read(bytes, into: &arena, limits: options.limits)
      } catch { throw error.inPart(name) }
    }
    return SheetContext(
      strings: strings, dateStyles: dateStyles, dateOffset: uses1904 ? 1462 : 0,
      keepsFormulas: options.keepsFormulas)
  }

  private func entry(_ name: String) throws(SpreadsheetError) -> Archive.Entry {
    guard let entry = archive.entry(name) else { throw SpreadsheetError(.missingPart, part: name) }
    return entry
  }

  /// What a part means: as it was read before, or as the events tell it now.
  private mutating func meaning<Events: XMLMeaning>(
    of name: String, _ events: @autoclosure () -> Events
  ) throws(SpreadsheetError) -> Events.Meaning {
    let entry = try entry(name)
    let limits = options.limits
    try inflater.admit(entry)
    let isRemembered = options.knowsRepeatedParts && !options.isStrictOnly
    if isRemembered, let known = try Events.repeated.meaning(of: entry, in: archive, limits) {
      return known
    }
    let bytes = try inflater.bytes(of: entry, in: archive, isAdmitted: true)
    let events = events()
    do throws(SpreadsheetError) {
      let isStrict = options.isStrictOnly
      let isPlain = try bytes.withView { view throws(SpreadsheetError) in
        try isStrict ? false : PlainXML.tell(view, to: events, limits: limits)
      }
      if !isPlain { try XMLReader.read(bytes, into: events, limits: limits) }
    } catch { throw error.inPart(name) }
    let meaning = events.meaning
    if isRemembered { try Events.repeated.keep(meaning, of: entry, in: archive, limits) }
    return meaning
  }

  // MARK: Sheets

  private mutating func sheet(
    _ name: String, _ visibility: Visibility, _ part: String, number: Int, _ context: SheetContext, room: Int
  ) throws(SpreadsheetError) -> Sheet {
    let entry = try entry(part)
    var builder = SheetBuilder(sheet: number, arena: arena, limits: options.limits, roomForCells: room)
    arena.bytes = []
    try inflater.admit(entry)
    do throws(SpreadsheetError) {
      builder = try rows(of: entry, context, builder, name, visibility)
    } catch { throw error.inPart(part) }
    var sheet = builder.finish(name: name, visibility: visibility, part: part)
    if visibility != .visible { builder.note(.hiddenSheet) }
    notes += builder.notes
    arena = builder.arena
    if let taker {
      sheet.arena = arena
      if !sheet.cells.isEmpty { taker(sheet) }
      sheet = sheet.withoutCells
    }
    return sheet
  }

  /// The rows of a worksheet part and its shell: the fast way where it can, the strict way everywhere else.
  private mutating func rows(
    of entry: Archive.Entry, _ context: SheetContext, _ empty: SheetBuilder, _ name: String,
    _ visibility: Visibility
  ) throws(SpreadsheetError) -> SheetBuilder {
    if entry.size > options.wholePartBytes, !options.isStrictOnly {
      if let filled = large(entry, context, empty, name, visibility) { return filled }
      // Some of its rows may be out of the house already: this sheet cannot be read a second time.
      if taker != nil {
        isBroken = true
        return empty
      }
    }
    let slack = options.keepsFormulas ? KeptPart.slack : 0
    let bytes = try inflater.bytes(of: entry, in: archive, isAdmitted: true, slack: slack)
    let isSmall = entry.size <= options.wholePartBytes
    if !options.isStrictOnly, isSmall, var filled = Self.plain(bytes, context, options.limits, empty) {
      if options.keepsFormulas { filled.xml = KeptPart(bytes) }
      return filled
    }
    let events = SheetXML(empty, context: context, limits: options.limits)
    try XMLReader.read(bytes, into: events, limits: options.limits)
    return events.builder
  }

  /// The fast way piece by piece; like ``plain(_:_:_:_:)`` it refuses nothing.
  private func large(
    _ entry: Archive.Entry, _ context: SheetContext, _ empty: SheetBuilder, _ name: String,
    _ visibility: Visibility
  ) -> SheetBuilder? {
    guard PlainRows.fits(options.limits) else { return nil }
    do throws(SpreadsheetError) {
      let stream = try archive.stream(entry)
      let sheet = LargeSheet(stream, context: context, limits: options.limits, piece: options.pieceBytes)
      guard let taker else { return try sheet.read(into: empty) }
      let base = empty.arena.bytes.count
      return try sheet.read(into: empty) { $0.handOver(name, visibility, keepingText: base, to: taker) }
    } catch { return nil }
  }

  /// The fast way: ``PlainRows`` for the rows, ``PlainXML`` for the shell around them.
  ///
  /// It refuses nothing: whatever is wrong, the strict way says so, with its reason and its line.
  private static func plain(
    _ bytes: [UInt8], _ context: SheetContext, _ limits: Limits, _ empty: SheetBuilder
  ) -> SheetBuilder? {
    var builder = empty
    builder.expect(bytes: bytes.count, most: 2048)
    guard PlainRows.fits(limits), let shell = SheetShell(of: bytes) else { return nil }
    do throws(SpreadsheetError) {
      let end = try bytes.withView { view throws(SpreadsheetError) in
        try PlainRows.scan(view, in: shell, context: context, into: &builder)
      }
      guard let end else { return nil }
      let events = SheetXML(builder, context: context, limits: limits)
      let isPlain = try bytes.withView { view throws(SpreadsheetError) in
        try PlainXML.tell(view, leavingOut: shell.rows..<end, to: events, limits: limits)
      }
      if !isPlain {
        try XMLReader.read([bytes[..<shell.rows], bytes[end...]], into: events, limits: limits)
      }
      return events.hasRowsInPlace ? events.builder : nil
    } catch { return nil }
  }
}

/// Where the rows of a plain worksheet part begin.
struct SheetShell {
  /// The place behind `<sheetData>`.
  let rows: Int
  /// Whether the root declares the prefix of `x14ac:dyDescent`, which Excel writes on every row.
  let declaresDescent: Bool

  /// `nil` when the head is not plain: a prefix, a comment, another encoding.
  init?(of bytes: [UInt8]) {
    guard let shell = bytes.withView({ SheetShell(in: $0) }) else { return nil }
    self = shell
  }

  private init?(in view: ByteView) {
    guard let start = view.first("<sheetData>", from: 0), case let head = view.prefix(start),
      PlainHead.isPlain(head),
      let root = head.first("<worksheet", from: 0), let end = head.first(UInt8(ascii: ">"), from: root)
    else { return nil }
    rows = start + 11
    let tag = view.prefix(end)
    declaresDescent =
      tag.first(" xmlns:x14ac=\"", from: root) != nil && tag.first(UInt8(ascii: "'"), from: root) == nil
  }
}
