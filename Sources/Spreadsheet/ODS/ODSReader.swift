/// Reads an OpenDocument spreadsheet: repeated rows and cells, covered cells, typed values, text with its own spaces.
struct ODSReader: ~Copyable {
  private let archive: Archive
  private var inflater: Inflater
  private let options: ReadingOptions

  init(_ archive: consuming Archive, options: ReadingOptions) {
    inflater = Inflater(limits: options.limits)
    self.options = options
    self.archive = archive
  }

  consuming func read() throws(SpreadsheetError) -> Workbook {
    if let entry = archive.entry("mimetype") {
      let type = String(decoding: try inflater.bytes(of: entry, in: archive), as: UTF8.self)
      guard type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") else {
        throw SpreadsheetError(.notSpreadsheet)
      }
    }
    if let entry = archive.entry("META-INF/manifest.xml") {
      let manifest = ManifestXML()
      try XMLReader.read(try inflater.bytes(of: entry, in: archive), into: manifest, limits: options.limits)
      if manifest.isEncrypted { throw SpreadsheetError(.encrypted) }
    }
    guard let entry = archive.entry("content.xml") else {
      throw SpreadsheetError(.missingPart, part: "content.xml")
    }
    let content = ODSContent(limits: options.limits)
    do throws(SpreadsheetError) {
      try XMLReader.read(try inflater.bytes(of: entry, in: archive), into: content, limits: options.limits)
    } catch { throw error.inPart("content.xml") }
    try inflater.finish()
    guard content.isSpreadsheet else { throw SpreadsheetError(.notSpreadsheet) }
    let notes = archive.notes.map { ReadingNote($0) } + content.notes
    return Workbook(format: .ods, sheets: content.finished(), notes: notes)
  }
}

/// Reads the manifest for the one question: is anything encrypted.
private final class ManifestXML: XMLEvents {
  private(set) var isEncrypted = false

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    if element.name == "encryption-data" { isEncrypted = true }
  }
}
