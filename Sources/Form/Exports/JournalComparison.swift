public import Assessment

/// The ФИС ОКО export «Сравнение отметок с отметками по журналу»: who went down, held, or went up against the journal.
public struct JournalComparison: Sendable, Hashable {
  /// How many participants, and what share of the group, per cent.
  public struct Share: Sendable, Hashable {
    /// The number of participants; `nil` where the export has no such column.
    public let count: Located<Int>?
    /// The share, per cent; `nil` where the export has no such column.
    public let percent: Located<Double>?
  }

  /// A group's row.
  public struct Row: Sendable, Hashable {
    /// The group.
    public let group: ExportGroup
    /// How many participants it has.
    public let participants: Located<Int>
    /// «Понизили»: the mark of the work is below that of the journal.
    public let lowered: Share
    /// «Подтвердили»: both are the same.
    public let confirmed: Share
    /// «Повысили»: the mark of the work is above that of the journal.
    public let raised: Share
  }

  /// The sheet's place in its workbook.
  public let sheet: Int
  /// The work, its maximum and its day.
  public let title: ExportTitle
  /// The groups in the order of the export.
  public let rows: [Row]

  /// Whether a header row is that of the comparison.
  static func isHeader(_ texts: [String]) -> Bool {
    texts.contains { $0.hasPrefix("группы участников") }
      && JournalColumns.stems.allSatisfy { stem in texts.contains { $0.hasPrefix(stem) } }
  }

  /// - Throws: ``ExportError``; a group without a number of participants is damage.
  init(_ table: ExportSheet) throws(ExportError) {
    title = try ExportTitle(table)
    let columns = try JournalColumns(table)
    var rows: [Row] = []
    for row in table.rows(below: columns.lastHeaderRow) {
      let participants = table.whole(row, columns.participants)
      let shares = columns.shares.map { $0.share(row, table) }
      if participants.isBlank, shares.allSatisfy(\.isBlank) { continue }
      guard participants.value != nil else { throw .damaged(cell: participants.cell) }
      if let lost = shares.lazy.compactMap(\.lost).first { throw .damaged(cell: lost) }
      rows.append(
        Row(
          group: ExportGroup(
            table.text(row, columns.group), at: table.reference(row, columns.group)),
          participants: participants, lowered: shares[0], confirmed: shares[1], raised: shares[2]))
    }
    guard !rows.isEmpty else { throw .empty }
    self.rows = rows
    sheet = table.index
  }
}
