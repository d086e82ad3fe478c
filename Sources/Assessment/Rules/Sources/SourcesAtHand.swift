/// What the rules across sources may take for granted: which codes tell a participant, and which files are whole.
extension Examination {
  /// Whether a file of a role was refused or has no table, so that what seems to be missing may stand in it.
  func lacksFile(_ role: Source.Role) -> Bool {
    sources.indices.contains {
      sources[$0].role == role && (sources[$0].workbook == nil || withoutTable.contains($0))
    }
  }

  /// Whether a code is one that a participant of this work can have; other codes are PRT003's and PRT005's.
  func isPlausible(code: Int) -> Bool {
    if let terms = criteria?.terms, !terms.takes(code: code) { return false }
    return roster.map { $0.codes.isEmpty || $0.codes.contains(code) } ?? true
  }

  /// How many rows have no code of their own: none, an impossible one, or that of another row.
  ///
  /// The participants rules speak of them; so many codes may seem to be missing without another mistake.
  func rowsWithoutOwnCode(_ rows: [Participant]) -> Int {
    let codes = rows.compactMap(\.code.value).filter { isPlausible(code: $0) }
    return rows.count - Set(codes).count
  }
}
