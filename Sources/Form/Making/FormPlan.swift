internal import Assessment
internal import Spreadsheet

/// Everything that is decided about a form before its first cell is written.
struct FormPlan {
  let layout: FormLayout
  let criteria: Criteria
  let columns: [ProtocolColumn]
  let pairs: [PermittedPairs]
  let total: TotalFormula
  /// The columns that have a list in the hidden sheet, in its order.
  let listed: [ProtocolColumn]
  /// The name of the hidden sheet.
  let lists: String
  /// The name of the sheet of the ordinal numbers of classes, where there is one.
  let classNumbers: String?

  init(_ criteria: Criteria, layout: FormLayout) throws(FormMakingError) {
    if let season = criteria.work?.season, season != layout.season {
      throw .otherSeason(criteria: season, layout: layout.season)
    }
    let columns = try ProtocolColumn.all(of: criteria, in: layout)
    // Observed: three columns stay free between the total and the pairs.
    let pairs = PermittedPairs.all(of: criteria, firstColumn: columns.count + 3)
    let classNumbers = layout.sheets.first { $0.role == .classNumbers }?.name
    guard let lists = layout.sheets.first(where: { $0.role == .lists })?.name,
      layout.sheets.contains(where: { $0.role == .protocol })
    else { throw .layoutIncomplete(season: layout.season) }
    listed = columns.filter { column in
      switch column.content {
      case .code, .total: false
      case .schoolClass: classNumbers == nil
      case .task(let index): !pairs.contains { $0.dependent == index }
      case .variant, .sex, .mark: true
      }
    }
    self.layout = layout
    self.criteria = criteria
    self.columns = columns
    self.pairs = pairs
    self.lists = lists
    self.classNumbers = classNumbers
    total = TotalFormula(layout.total, columns: columns)
  }

  /// The row of the headers, from zero.
  var headerRow: Int { layout.rows.lowerBound - 2 }
}
