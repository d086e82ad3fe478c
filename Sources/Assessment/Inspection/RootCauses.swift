internal import Spreadsheet

/// Folds findings under the one that explains them, so that a person mends the cause and not its echoes.
enum RootCauses {
  /// Sets ``Finding/cause`` of every finding that another one explains.
  static func fold(_ findings: inout [Finding], _ examination: Examination) {
    foldOtherWork(&findings)
    foldMissingColumns(&findings)
    foldShiftedColumns(&findings)
    foldShiftedRows(&findings)
    if examination.purpose == .comparison {
      foldStrangers(&findings)
      foldTwins(&findings)
    }
  }

  /// Two records without a common participant: that each stands in one of them alone is the same mistake; so is what one
  /// of them says of another work.
  private static func foldStrangers(_ findings: inout [Finding]) {
    for cause in findings where cause.code == "TPL006" && cause.expected?.kind == "participant" {
      fold(&findings, under: cause) { ["XCK002", "XCK003"].contains($0.code) }
      let claim = findings.first {
        $0.code == "TPL006" && $0.cause == nil && $0.fingerprint != cause.fingerprint
      }
      guard let claim else { continue }
      for index in findings.indices
      where findings[index].cause == cause.fingerprint || findings[index].fingerprint == cause.fingerprint {
        findings[index].cause = claim.fingerprint
      }
    }
  }

  /// One work under two codes in two transcriptions: both codes stand alone, and one of them is mistyped.
  private static func foldTwins(_ findings: inout [Finding]) {
    for cause in findings where cause.code == "XCK002" {
      guard let twin = cause.related.first?.cell else { continue }
      fold(&findings, under: cause) { $0.code == "XCK003" && $0.place.cell == twin }
    }
  }

  /// All that does not fit in a table of another work: it is of no use to mend it cell by cell.
  private static func foldOtherWork(_ findings: inout [Finding]) {
    let echoes: Set = [
      "TPL003", "TPL009", "SCR001", "SCR002", "SCR004", "SCR006", "SCR007", "SCR008", "SCR009", "SCR010",
      "XCK001",
      "XCK005", "PRT008", "PLS001", "PLS002", "PLS003", "PLS004",
    ]
    for cause in findings where cause.code == "TPL006" && cause.expected?.kind == "work" {
      let isOfCodes = cause.place.task == nil
      fold(&findings, under: cause) { finding in
        ([finding.place] + finding.related).contains { $0.source == cause.place.source }
          && (echoes.contains(finding.code) || isOfCodes && finding.code == "PRT003")
      }
    }
    foldDoubts(&findings)
  }

  /// Where a source itself says which other work it is, or its codes do, one finding is enough.
  private static func foldDoubts(_ findings: inout [Finding]) {
    let wide = findings.filter { $0.code == "TPL006" && $0.expected?.kind == "work" }
    for doubt in wide {
      let claim = findings.first {
        $0.code == "TPL006" && $0.cause == nil && $0.fingerprint != doubt.fingerprint
          && $0.place.source == doubt.place.source
          && (["subject", "grade", "level"].contains($0.expected?.kind)
            || $0.expected?.kind == "work" && $0.place.task == nil)
      }
      guard let claim else { continue }
      for index in findings.indices
      where findings[index].cause == doubt.fingerprint || findings[index].fingerprint == doubt.fingerprint {
        findings[index].cause = claim.fingerprint
      }
    }
  }

  /// Columns that are missing because a few of the sheet's belong to another work.
  private static func foldMissingColumns(_ findings: inout [Finding]) {
    for cause in findings where cause.code == "TPL006" && cause.place.task != nil {
      fold(&findings, under: cause) {
        ["TPL003", "TPL009"].contains($0.code) && $0.place.source == cause.place.source
      }
    }
  }

  /// What points in a neighbour's column look like, cell by cell (PLS003).
  private static func foldShiftedColumns(_ findings: inout [Finding]) {
    let echoes: Set = [
      "SCR001", "SCR002", "SCR004", "SCR006", "SCR008", "SCR009", "XCK001", "XCK005", "TPL002", "PRT010",
      "PRT011",
      "PRT012", "PRT013", "PRT014", "PRT015",
    ]
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
