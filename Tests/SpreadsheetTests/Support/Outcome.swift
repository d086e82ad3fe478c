import Spreadsheet

/// What became of a file: its cells as texts, or the reason of the refusal.
enum Outcome: Equatable {
  case cells([String])
  case refused(SpreadsheetError.Reason)

  /// - Parameters:
  ///   - piece: the size of the pieces in which worksheet parts are inflated; whole ones without it.
  ///   - knowsRepeatedParts: whether a part may be known again; every way reads for itself otherwise.
  init(
    _ bytes: [UInt8], isStrictOnly: Bool = false, limits: Limits = Limits(), keepsFormulas: Bool = true,
    piece: Int? = nil, knowsRepeatedParts: Bool = false
  ) {
    var options = ReadingOptions()
    options.isStrictOnly = isStrictOnly
    options.keepsFormulas = keepsFormulas
    options.limits = limits
    options.knowsRepeatedParts = knowsRepeatedParts
    if let piece { (options.wholePartBytes, options.pieceBytes) = (0, piece) }
    self.init(bytes, options)
  }

  init(_ bytes: [UInt8], _ options: ReadingOptions) {
    do throws(SpreadsheetError) {
      self = .cells(Self.lines(of: try Workbook(reading: bytes, options)))
    } catch {
      self = .refused(error.reason)
    }
  }

  /// Everything that a workbook tells, a line a thing.
  static func lines(of book: Workbook) -> [String] {
    var lines = book.notes.map { "note \($0.word) \($0.sheet ?? -1) \($0.cell?.description ?? "")" }.sorted()
    for sheet in book.sheets {
      lines.append(
        "sheet \(sheet.name) \(sheet.visibility) \(sheet.merges) \(sheet.hiddenColumns) \(sheet.validations)")
      lines += sheet.rows.map { "row \($0.number) \($0.cells) \($0.isHidden)" }
      for (index, cell) in sheet.cells.enumerated() {
        lines.append(
          "\(cell.reference) \(cell.kind) \(sheet.value(of: cell)) \(cell.hasFormula) \(sheet.formula(of: index) ?? "")"
        )
      }
    }
    return lines
  }
}
