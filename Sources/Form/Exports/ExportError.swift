public import Spreadsheet

/// Why a file could not be taken for an export of ФИС ОКО; nothing of it was used then.
public enum ExportError: Error, Sendable, Hashable {
  /// The bytes are no workbook that the reader takes.
  case unreadable(SpreadsheetError)
  /// No sheet has the header of a known export.
  case notAnExport
  /// It is an export, but another one than was asked for.
  case otherExport(ExportKind)
  /// Nothing above the table says «ВПР год предмет класс».
  case titleMissing
  /// «Предмет:» names another subject than the title line.
  case titleContradicts(cell: CellReference)
  /// A column is not there.
  case columnMissing(String)
  /// A column stands twice.
  case columnTwice(cell: CellReference)
  /// A cell holds what cannot stand there.
  case damaged(cell: CellReference)
  /// There are no rows below the header.
  case empty
}

/// The exports that are understood.
public enum ExportKind: String, Sendable, CaseIterable {
  /// Ф1 «Индивидуальные результаты».
  case individualResults
  /// Ф3 «Статистика по отметкам».
  case markStatistics
  /// «Сравнение отметок с отметками по журналу».
  case journalComparison
}
