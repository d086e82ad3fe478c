public import Assessment

/// The ФИС ОКО export Ф3 «Статистика по отметкам»: the share of each mark, group by group.
public struct MarkStatistics: Sendable, Hashable {
  /// A group's row.
  public struct Row: Sendable, Hashable {
    /// The group.
    public let group: ExportGroup
    /// How many schools it has; the column is missing in a school's own export.
    public let schools: Located<Int>?
    /// How many participants it has.
    public let participants: Located<Int>
    /// The shares of the marks 2, 3, 4 and 5, per cent, in this order.
    public let shares: [Located<Double>]
  }

  /// The marks of ``Row/shares``, in their order.
  public static let marks = [2, 3, 4, 5]

  /// The sheet's place in its workbook.
  public let sheet: Int
  /// The work, its maximum and its day.
  public let title: ExportTitle
  /// The groups in the order of the export.
  public let rows: [Row]

  /// Whether a header row is that of Ф3.
  static func isHeader(_ texts: [String]) -> Bool {
    texts.contains { $0.hasPrefix("группы участников") } && marks.allSatisfy { texts.contains(String($0)) }
  }

  /// - Throws: ``ExportError``; a group without a number of participants, or without a share, is damage.
  init(_ table: ExportSheet) throws(ExportError) {
    title = try ExportTitle(table)
    let group = try table.column("Группы участников") { $0.hasPrefix("группы участников") }
    let schools = try table.optionalColumn { $0.hasPrefix("кол-во оо") }
    let people = try table.column("Кол-во участников") { $0.hasPrefix("кол-во участников") }
    var shares: [Int] = []
    for mark in Self.marks { shares.append(try table.column(String(mark)) { $0 == String(mark) }) }
    var rows: [Row] = []
    for row in table.rows(below: table.headerRow) {
      let participants = table.whole(row, people)
      let values = shares.map { table.number(row, $0) }
      // A remark below the table has neither a count nor a share.
      if participants.isBlank, values.allSatisfy(\.isBlank) { continue }
      guard participants.value != nil else { throw .damaged(cell: participants.cell) }
      if let lost = values.first(where: { $0.value == nil }) { throw .damaged(cell: lost.cell) }
      rows.append(
        Row(
          group: ExportGroup(table.text(row, group), at: table.reference(row, group)),
          schools: schools.map { table.whole(row, $0) }, participants: participants, shares: values))
    }
    guard !rows.isEmpty else { throw .empty }
    self.rows = rows
    sheet = table.index
  }
}
