internal import CLate

/// An XLSX workbook that is being made in memory, through libxlsxwriter; gone when it goes.
///
/// Sheets stand in the order in which they are added, and each is filled while it is added. Text is always written as
/// text: nothing that a person typed becomes a formula. The same calls give the same bytes.
@safe public struct WorkbookWriter: ~Copyable {
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let file: MemoryFile
  private var formats: [UnsafeMutablePointer<lxw_format>] = unsafe []
  private var styles: [CellStyle: CellStyle.ID] = [:]
  private var names: Set<String> = []

  /// An empty workbook.
  public init(_ properties: DocumentProperties = DocumentProperties()) throws(SpreadsheetError) {
    let file = try MemoryFile()
    guard let book = unsafe Self.open(file.path) else { throw SpreadsheetError(.cannotWrite) }
    self.file = file
    unsafe self.book = unsafe book
    set(properties)
  }

  deinit { unsafe lxw_workbook_free(book) }

  /// Parts are gathered in temporary files without a name; memory is the place for them where there is one.
  private static func open(_ path: String) -> UnsafeMutablePointer<lxw_workbook>? {
    unsafe withCStrings(["/dev/shm"]) { texts in
      var options = unsafe lxw_workbook_options()
      unsafe options.tmpdir = unsafe texts[0]
      return unsafe workbook_new_opt(path, &options)
    }
  }

  private func set(_ properties: DocumentProperties) {
    unsafe withCStrings([properties.title, properties.subject, properties.author, properties.comments]) {
      texts in
      var set = unsafe lxw_doc_properties()
      unsafe set.title = unsafe texts[0]
      unsafe set.subject = unsafe texts[1]
      unsafe set.author = unsafe texts[2]
      unsafe set.comments = unsafe texts[3]
      unsafe set.created = properties.created
      unsafe workbook_set_properties(book, &set)
    }
  }

  /// Makes a style known to the workbook; the same style twice is one.
  public mutating func style(_ style: CellStyle) -> CellStyle.ID {
    if let known = styles[style] { return known }
    let id = CellStyle.ID(index: unsafe formats.count)
    guard let format = unsafe workbook_add_format(book) else { return id }
    unsafe style.apply(to: format)
    unsafe formats.append(format)
    styles[style] = id
    return id
  }

  /// Adds a sheet and fills it.
  ///
  /// - Throws: ``SpreadsheetError`` when the name is not one for a sheet or stands twice, or when the closure throws.
  public mutating func sheet(
    _ name: String, _ fill: (borrowing SheetWriter) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    guard !name.isEmpty, !name.utf8.contains(0), names.insert(name.lowercased()).inserted,
      unsafe workbook_validate_sheet_name(book, name) == LXW_NO_ERROR,
      let sheet = unsafe workbook_add_worksheet(book, name)
    else { throw SpreadsheetError(.cannotWrite, part: name) }
    try fill(unsafe SheetWriter(sheet: sheet, formats: formats, name: name))
  }

  /// Ends the workbook and hands over its bytes.
  public consuming func bytes() throws(SpreadsheetError) -> [UInt8] {
    let closing = unsafe book
    unsafe book = nil
    guard unsafe workbook_close(closing) == LXW_NO_ERROR else { throw SpreadsheetError(.cannotWrite) }
    return try file.bytes()
  }
}
