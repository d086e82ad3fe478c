public import Assessment
public import Spreadsheet

/// What the reader sees in a file: one line of JSON, or a table for the screen.
public struct SheetReport {
  private let workbook: Workbook
  private let fileName: String

  /// A report of a workbook that was read from a file of that name.
  public init(_ workbook: Workbook, fileName: String) {
    self.workbook = workbook
    self.fileName = fileName
  }

  /// The warnings, each word once, in the order of the alphabet.
  private var warnings: [String] {
    var words = Set(workbook.notes.map(\.word.rawValue))
    if let dot = fileName.lastIndex(of: "."),
      !workbook.format.fits(extension: fileName[fileName.index(after: dot)...].lowercased())
    {
      words.insert(ReadingNote.Word.nameMismatch.rawValue)
    }
    return words.sorted()
  }

  /// The warnings in words, each with its stable word.
  private func noticed(_ language: Language) -> String {
    warnings.map { word in
      let words = ReadingNote.Word(rawValue: word)?.words[language]
      return words.map { "\($0) (\(word))" } ?? word
    }.joined(separator: ", ")
  }

  /// The contract of `oko sheet --format json`.
  public var json: JSON {
    .object([
      ("status", .string(warnings.isEmpty ? "ok" : "warn")), ("reason", .null),
      ("warnings", .array(warnings.map { .string($0) })), ("format", .string(workbook.format.rawValue)),
      ("sheets", .array(workbook.sheets.map { Self.json($0) })),
    ])
  }

  /// The same for a file that was refused.
  public static func json(refusal: SpreadsheetError) -> JSON {
    .object([
      ("status", .string("reject")), ("reason", .string(refusal.reason.rawValue)), ("warnings", .array([])),
      ("format", .null), ("sheets", .array([])),
    ])
  }

  private static func json(_ sheet: Sheet) -> JSON {
    let cells = sheet.cells.compactMap { cell -> (String, JSON)? in
      let text = sheet.value(of: cell).description
      return text.isEmpty ? nil : (cell.reference.description, .string(text))
    }
    let extent = sheet.extent
    return .object([
      ("name", .string(sheet.name)), ("hidden", .bool(sheet.visibility != .visible)),
      ("rows", .int(extent.rows)),
      ("columns", .int(extent.columns)), ("cells", .object(cells)),
    ])
  }

  /// Sheets, then every cell with its address, type and value.
  public func text(_ language: Language) -> String {
    var text = "\(fileName): \(workbook.format.rawValue)\n"
    if !warnings.isEmpty { text += language.say("Замечено: ", "Noticed: ") + noticed(language) + "\n" }
    for sheet in workbook.sheets {
      let extent = sheet.extent
      let hidden = sheet.visibility == .visible ? "" : language.say(", скрыт", ", hidden")
      text +=
        "\n" + language.say("Лист", "Sheet")
        + (sheet.name.isEmpty ? "" : " «\(Visible.text(sheet.name, language))»") + "\(hidden): "
      let rows = "\(extent.rows) \(Plural.word(extent.rows, "строка", "строки", "строк"))"
      let columns = "\(extent.columns) \(Plural.word(extent.columns, "столбец", "столбца", "столбцов"))"
      text += language.say("\(rows), \(columns)\n", "\(extent.rows) rows, \(extent.columns) columns\n")
      for row in sheet.rows {
        for cell in sheet.cells[row.cells] {
          let value = Visible.text(sheet.value(of: cell).description, language)
          let formula = cell.hasFormula ? language.say(" (формула)", " (formula)") : ""
          let note =
            row.isHidden || sheet.isHidden(column: Int(cell.column))
            ? language.say(" (скрыто)", " (hidden)") : ""
          text += "  \(cell.reference)  \(Self.name(of: cell.kind, language))\(formula)\(note)  \(value)\n"
        }
      }
    }
    return text
  }

  private static func name(of kind: Cell.Kind, _ language: Language) -> String {
    let names: Text =
      switch kind {
      case .pending: Text("без значения", "no value")
      case .text: Text("текст", "text")
      case .number: Text("число", "number")
      case .date: Text("дата", "date")
      case .boolean: Text("логическое", "boolean")
      case .failure: Text("ошибка", "error")
      }
    return names[language]
  }
}
