public import Assessment
public import Spreadsheet

/// The copy of somebody's own workbook with the findings in it: coloured cells, notes, and a sheet that lists them.
///
/// An XLSX workbook is changed in place and loses nothing. ODS and CSV cannot carry all of that in a way that every
/// program shows, so their copy is an XLSX workbook with the same sheets and cells. It holds what the file holds, names
/// too, and stays in the school.
public struct AnnotatedReport {
  private let inspection: Inspection
  private let language: Language
  private let source: Int
  private let bytes: [UInt8]

  /// The report of an inspection for one of its sources.
  ///
  /// - Parameters:
  ///   - inspection: what was found.
  ///   - language: that of the notes.
  ///   - source: the place of the file among the sources.
  ///   - bytes: the file as it was read.
  public init(_ inspection: Inspection, _ language: Language, source: Int, bytes: [UInt8]) {
    self.inspection = inspection
    self.language = language
    self.source = source
    self.bytes = bytes
  }

  /// The copy; `nil` when the file could not be read, so that there is nothing to copy.
  ///
  /// - Throws: `SpreadsheetError` with `cannotWrite` and the part that cannot be changed safely.
  public func workbook() throws(SpreadsheetError) -> [UInt8]? {
    guard let own = inspection.examination.sources[source].workbook else { return nil }
    switch own.format {
    case .xlsx, .xlsm: return try annotated(bytes, own)
    case .ods, .csv, .tsv:
      let copy = try own.copiedAsXLSX()
      return try annotated(copy, try Workbook(reading: copy))
    }
  }

  private func annotated(_ bytes: [UInt8], _ workbook: Workbook) throws(SpreadsheetError) -> [UInt8] {
    let former = workbook.sheets.firstIndex { ExplanationSheet.isOurs($0) }
    let names = workbook.sheets.map(\.name)
    let annotations = WorkbookAnnotations(
      marks: marks, sheet: FindingsSheet(inspection, language, source: source, sheetNames: names).sheet,
      former: former, palette: Severity.allCases.compactMap(\.markColour), author: "oko")
    return try WorkbookAnnotator(bytes, workbook, annotations).bytes()
  }

  // MARK: Marks

  /// The marks of each sheet: what was merely normalised is listed and not marked, what is folded is marked with its
  /// cause.
  private var marks: [Int: [WorkbookAnnotations.Mark]] {
    var notes: [CellLocation: [Finding]] = [:]
    for finding in inspection.findings where finding.cause == nil && finding.severity.markColour != nil {
      let cells = ([finding.place] + finding.related).compactMap(\.cell).filter { $0.source == source }
      for cell in Set(cells) { notes[cell, default: []].append(finding) }
    }
    var marks: [Int: [WorkbookAnnotations.Mark]] = [:]
    for (location, findings) in notes {
      let gravest = findings.map(\.severity).max() ?? .warning
      guard let colour = gravest.markColour else { continue }
      marks[location.sheet, default: []].append(
        WorkbookAnnotations.Mark(
          cell: location.cell, colour: colour, note: findings.map { note($0) }.joined(separator: "\n\n")))
    }
    return marks
  }

  private func note(_ finding: Finding) -> String {
    let head = "\(finding.severity.word[language]) \(finding.code). \(finding.message(language))"
    return head + "\n→ " + finding.mend(language)
  }
}

extension Severity {
  /// The colour of a marked cell: pale enough to read on, and not one that people pick from a palette.
  var markColour: CellStyle.Colour? {
    switch self {
    case .fatal, .error: 0xF9CDC8
    case .query: 0xE4D4F5
    case .warning: 0xFEEAAB
    case .info: nil
    }
  }
}
