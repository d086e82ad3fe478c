internal import Assessment
internal import Spreadsheet

/// The columns of the comparison with the journal: for each outcome a share and a count.
///
/// The outcome stands above both of its columns, with «%» and «Кол-во» in the row below, or each column's header names
/// outcome and unit by itself.
struct JournalColumns {
  /// How the headers of the outcomes begin: lowered, confirmed, raised.
  static let stems = ["понизили", "подтвердили", "повысили"]

  /// The columns of an outcome.
  struct Outcome {
    var count: Int?
    var percent: Int?
  }

  let group: Int
  let participants: Int
  let shares: [Outcome]
  /// The lower row of the header, from zero.
  let lastHeaderRow: Int

  init(_ table: ExportSheet) throws(ExportError) {
    group = try table.column("Группы участников") { $0.hasPrefix("группы участников") }
    participants = try table.column("Кол-во участников") { $0.hasPrefix("кол-во участников") }
    let below = table.headerRow + 1
    // A number with its «%» is a share of a group, and no header.
    let hasUnits =
      Self.unit(of: table.text(below, participants)) == nil
      && table.sheet.row(below).map { row in
        table.sheet.cells[row.cells].map { table.sheet.value(of: $0).description }.contains { text in
          !text.contains(where: \.isNumber) && Self.unit(of: text) != nil
        }
      } ?? false
    var shares: [Outcome] = []
    for stem in Self.stems { shares.append(try Self.outcome(stem, table, hasUnits)) }
    self.shares = shares
    lastHeaderRow = hasUnits ? below : table.headerRow
  }

  private static func outcome(
    _ stem: String, _ table: ExportSheet, _ hasUnits: Bool
  ) throws(ExportError) -> Outcome {
    var outcome = Outcome()
    for (place, header) in table.headers.enumerated() where header.text.hasPrefix(stem) {
      let next = table.headers.indices.contains(place + 1) ? table.headers[place + 1].column : nil
      let last = hasUnits ? (next ?? header.column + 2) - 1 : header.column
      for column in header.column...max(header.column, last) {
        let text = hasUnits ? table.text(table.headerRow + 1, column) : table.text(table.headerRow, column)
        switch unit(of: text) {
        case .percent where outcome.percent == nil: outcome.percent = column
        case .count where outcome.count == nil: outcome.count = column
        case nil: break
        default: throw .columnTwice(cell: table.reference(table.headerRow, column))
        }
      }
    }
    guard outcome.count != nil || outcome.percent != nil else {
      throw .columnMissing(stem.prefix(1).uppercased() + stem.dropFirst())
    }
    return outcome
  }

  private enum Unit { case percent, count }

  private static func unit(of text: String) -> Unit? {
    let folded = Folded(text).text
    if folded.contains("%") || folded.contains("дол") { return .percent }
    return folded.contains("кол") || folded.contains("чел") ? .count : nil
  }
}

extension JournalColumns.Outcome {
  func share(_ row: Int, _ table: ExportSheet) -> JournalComparison.Share {
    JournalComparison.Share(
      count: count.map { table.whole(row, $0) }, percent: percent.map { table.number(row, $0) })
  }
}

extension JournalComparison.Share {
  /// Whether nothing stands in its cells.
  var isBlank: Bool { count?.isBlank ?? true && percent?.isBlank ?? true }

  /// The cell that holds what is no number.
  var lost: CellReference? {
    if let count, count.value == nil { return count.cell }
    return percent.flatMap { $0.value == nil ? $0.cell : nil }
  }
}
