internal import Spreadsheet

/// Folds findings under the one that explains them, so that a person mends the cause and not its echoes.
enum RootCauses {
  /// Sets ``Finding/cause`` of every finding that another one explains.
  static func fold(_ findings: inout [Finding], _ examination: Examination) {
    foldMissingColumns(&findings)
    foldShiftedColumns(&findings)
    foldShiftedRows(&findings)
  }

  /// Columns that are missing because the sheet belongs to another work.
  private static func foldMissingColumns(_ findings: inout [Finding]) {
    for cause in findings.filter({ $0.code == "TPL006" && $0.place.task != nil }) {
      for index in findings.indices
      where ["TPL003", "TPL009"].contains(findings[index].code)
        && findings[index].place.source == cause.place.source
      {
        findings[index].cause = cause.fingerprint
      }
    }
  }

  /// What points in a neighbour's column look like, cell by cell (PLS003).
  private static func foldShiftedColumns(_ findings: inout [Finding]) {
    let echoes: Set = ["SCR001", "SCR002", "SCR004", "SCR006", "SCR008", "XCK001", "XCK005"]
    for cause in findings where cause.code == "PLS003" {
      let cells = Set(cause.related.compactMap(\.cell))
      fold(&findings, under: cause) { echoes.contains($0.code) && $0.place.cell.map(cells.contains) ?? false }
      foldPatterns(&findings, under: cause, rows: Set(cells.map(Row.init)))
    }
  }

  /// What points in a neighbour's row look like (PLS004): nothing fits that row's code, sum and mark.
  private static func foldShiftedRows(_ findings: inout [Finding]) {
    let echoes: Set = ["XCK001", "XCK005", "SCR001", "SCR009", "SCR010", "PRT001", "PRT009"]
    for cause in findings where cause.code == "PLS004" {
      let rows = Set(([cause.place] + cause.related).compactMap(\.cell).map(Row.init))
      fold(&findings, under: cause) {
        echoes.contains($0.code) && $0.place.cell.map { rows.contains(Row($0)) } ?? false
      }
      foldPatterns(&findings, under: cause, rows: rows)
    }
  }

  /// Patterns of whole rows (PLS001, PLS002) mean nothing where the rows are shifted.
  private static func foldPatterns(_ findings: inout [Finding], under cause: Finding, rows: Set<Row>) {
    fold(&findings, under: cause) { finding in
      ["PLS001", "PLS002"].contains(finding.code)
        && ([finding.place] + finding.related).contains { $0.cell.map { rows.contains(Row($0)) } ?? false }
    }
  }

  /// Folds the findings that a cause explains, but for those that another cause has taken.
  private static func fold(_ findings: inout [Finding], under cause: Finding, where isEcho: (Finding) -> Bool)
  {
    for index in findings.indices where findings[index].cause == nil && isEcho(findings[index]) {
      findings[index].cause = cause.fingerprint
    }
  }

  /// A row of a sheet.
  private struct Row: Hashable {
    let source: Int
    let sheet: Int
    let row: Int

    init(_ location: CellLocation) {
      source = location.source
      sheet = location.sheet
      row = location.cell.row
    }
  }
}
