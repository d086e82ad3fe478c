/// What the reader is asked to do beyond reading values.
public struct ReadingOptions: Sendable {
  /// How much is taken before the file is refused.
  public var limits = Limits()
  /// Whether formulas are kept beside their values.
  public var keepsFormulas = false
  /// Worksheet parts above this size are inflated and scanned piece by piece; below it whole parts are faster.
  public var wholePartBytes = 8 << 20
  /// The size of such a piece.
  public var pieceBytes = 256 << 10
  /// Whether the fast way is left out; for comparing both ways.
  public var isStrictOnly = false
  /// Whether small parts are known again that were read before; off where the ways of reading are compared.
  package var knowsRepeatedParts = true

  /// The limits of a checked file, values only.
  public init() {}
}

extension Workbook {
  /// Reads a spreadsheet from its bytes; the container is told by the bytes, never by a name.
  ///
  /// - Throws: ``SpreadsheetError`` with the reason word when the file is refused; nothing of it is used then.
  public init(reading bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws(SpreadsheetError) {
    switch Signature(bytes) {
    case .empty: throw SpreadsheetError(.emptyFile)
    case .foreign: throw SpreadsheetError(.notSpreadsheet)
    case .html: throw SpreadsheetError(.htmlNotXls)
    case .xmlSpreadsheet: throw SpreadsheetError(.xmlSpreadsheet)
    case .oldExcel: throw SpreadsheetError(.legacyXls)
    case .ole: throw SpreadsheetError(Self.reason(ofOLE: bytes))
    case .text: self = try CSVReader.read(bytes, options.limits)
    case .archive: self = try Self.readArchive(bytes, options).workbook
    }
  }

  /// Reads a spreadsheet without keeping its cells: every sheet is handed over with all its rows, one whose part is above
  /// ``ReadingOptions/wholePartBytes`` in several pieces, each a sheet with some of the rows, in the order of their numbers.
  ///
  /// A sheet of 200,000 × 12, 86 MB of XML, needs 26 MB so, its file among them, and 85 MB when it is kept.
  ///
  /// - Returns: the workbook without cells; `nil` when a large sheet cannot be handed over from its first row to its last,
  ///   because rows stand out of order or it is written as programs do not write. What was handed over does not count then,
  ///   and ``init(reading:_:)`` reads the file, or says what is wrong with it.
  /// - Throws: ``SpreadsheetError`` with the reason word when the file is refused; what was handed over does not count.
  public static func reading(
    _ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions(), handingTo taker: @escaping (Sheet) -> Void
  ) throws(SpreadsheetError) -> Workbook? {
    guard case .archive = Signature(bytes) else {
      let workbook = try Workbook(reading: bytes, options)
      return workbook.handed(to: taker)
    }
    let (workbook, isWhole) = try readArchive(bytes, options, handingTo: taker)
    return isWhole ? workbook.handed(to: taker) : nil
  }

  /// Hands over the sheets that still have their cells.
  private func handed(to taker: (Sheet) -> Void) -> Workbook {
    for sheet in sheets where !sheet.cells.isEmpty { taker(sheet) }
    return Workbook(
      format: format, sheets: sheets.map(\.withoutCells), notes: notes, definedNames: definedNames)
  }

  /// An OLE container is an encrypted workbook, an old one, or a stranger; the names of its streams tell.
  private static func reason(ofOLE bytes: [UInt8]) -> SpreadsheetError.Reason {
    func holds(_ name: String) -> Bool {
      let pattern = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return bytes.withView { view in
        (0..<max(0, view.count - pattern.count)).contains { start in
          view[start] == pattern[0] && pattern.indices.allSatisfy { view[start + $0] == pattern[$0] }
        }
      }
    }
    if holds("EncryptedPackage") { return .encrypted }
    return holds("Workbook") || holds("Book") ? .legacyXls : .oleContainer
  }

  /// An archive is a package of one of two kinds, told by its parts.
  private static func readArchive(
    _ bytes: [UInt8], _ options: ReadingOptions, handingTo taker: ((Sheet) -> Void)? = nil
  ) throws(SpreadsheetError) -> (workbook: Workbook, isWhole: Bool) {
    let archive = try Archive(bytes, limits: options.limits, isStrictOnly: options.isStrictOnly)
    if archive.entry("mimetype") != nil || archive.entry("META-INF/manifest.xml") != nil {
      return (try ODSReader(archive, options: options).read(), true)
    }
    if archive.entry("xl/workbook.bin") != nil { throw SpreadsheetError(.xlsbUnsupported) }
    guard archive.entry("[Content_Types].xml") != nil else {
      throw SpreadsheetError(reason(ofArchive: archive.entries.map(\.name), archive.notes))
    }
    let isOther = archive.entries.contains {
      $0.name.utf8.starts(with: "word/".utf8) || $0.name.utf8.starts(with: "ppt/".utf8)
    }
    if isOther, !archive.entries.contains(where: { isXLSX($0.name) }) {
      throw SpreadsheetError(.notSpreadsheet)
    }
    return try XLSXReader(archive, options: options, handingTo: taker).read()
  }

  private static func isXLSX(_ name: String) -> Bool { name.lowercased().hasPrefix("xl/") }

  private static func reason(
    ofArchive names: [String], _ notes: [ReadingNote.Word]
  ) -> SpreadsheetError.Reason {
    if names.isEmpty || names.contains(where: { isXLSX($0) }) { return .missingPart }
    if notes.contains(.badEntryName) { return .badEntryName }
    return names.contains { $0.lowercased().hasSuffix(".zip") } ? .nestedArchive : .notSpreadsheet
  }
}
