public import Assessment
public import Spreadsheet

/// A file of «Аналитика» in ФИС ОКО: told by its header texts, never by its name.
public enum AnalyticsExport: Sendable, Hashable {
  /// Ф1.
  case individualResults(IndividualResults)
  /// Ф3.
  case markStatistics(MarkStatistics)
  /// The comparison with the journal.
  case journalComparison(JournalComparison)

  /// Which export it is.
  public var kind: ExportKind {
    switch self {
    case .individualResults: .individualResults
    case .markStatistics: .markStatistics
    case .journalComparison: .journalComparison
    }
  }

  /// The work, its maximum and its day.
  public var title: ExportTitle {
    switch self {
    case .individualResults(let results): results.title
    case .markStatistics(let statistics): statistics.title
    case .journalComparison(let comparison): comparison.title
    }
  }

  /// Reads a file of bytes.
  public init(_ bytes: [UInt8]) throws(ExportError) {
    let workbook: Workbook
    do throws(SpreadsheetError) {
      workbook = try Workbook(reading: bytes)
    } catch { throw .unreadable(error) }
    try self.init(workbook)
  }

  /// Understands a workbook that was read already.
  ///
  /// - Throws: ``ExportError/notAnExport`` when no sheet has a known header; others when it has one and is not whole.
  public init(_ workbook: Workbook) throws(ExportError) {
    if let table = ExportSheet.find(in: workbook, where: IndividualResults.isHeader) {
      self = .individualResults(try IndividualResults(table))
    } else if let table = ExportSheet.find(in: workbook, where: JournalComparison.isHeader) {
      self = .journalComparison(try JournalComparison(table))
    } else if let table = ExportSheet.find(in: workbook, where: MarkStatistics.isHeader) {
      self = .markStatistics(try MarkStatistics(table))
    } else {
      throw .notAnExport
    }
  }
}

extension IndividualResults {
  /// Reads Ф1, and takes no other export for it.
  ///
  /// - Throws: ``ExportError``
  public init(_ workbook: Workbook) throws(ExportError) {
    let export = try AnalyticsExport(workbook)
    guard case .individualResults(let results) = export else { throw .otherExport(export.kind) }
    self = results
  }
}
