public import Assessment

extension Seasons {
  /// The works for which there is a table, by season, grade, subject and level.
  public func works() throws(SeasonError) -> [Work] {
    let named = files.paths(in: "criteria").compactMap { SubjectFile.work(at: $0) }
    return (named + (try otherTables().map(\.table.work))).sorted { $0.sortKey < $1.sortKey }
  }

  /// The table of a work as its file states it; `nil` when there is none.
  public func table(for work: Work) throws(SeasonError) -> CriteriaTable? { try located(work)?.table }

  /// What a protocol of the work is checked by; `nil` when there is no table.
  ///
  /// What the form takes beside points comes from the season's layout. Without one, nothing is known of the codes.
  public func criteria(for work: Work) throws(SeasonError) -> Criteria? {
    guard let (table, path) = try located(work) else { return nil }
    let layout = try layout(season: work.season)
    let terms = layout?.terms(grade: work.grade, tasks: table.tasks.count) ?? EntryTerms(codes: nil)
    return try table.criteria(terms: terms, file: path)
  }

  /// What each table holds in short, by season, grade, subject and level.
  public func summaries() throws(SeasonError) -> [CriteriaSummary] {
    var summaries: [CriteriaSummary] = []
    for work in try works() {
      if let table = try table(for: work) { summaries.append(CriteriaSummary(table)) }
    }
    return summaries
  }

  /// The subjects' names as the form spells them, by code: those of the program and those of a folder's tables.
  public func titles() throws(SeasonError) -> [String: String] {
    let known = SubjectFile.names.keys.map { ($0, Subject.title($0)) }
    let added = try otherTables().map { ($0.table.work.subject, $0.table.title) }
    return Dictionary(known + added) { first, _ in first }
  }

  private func located(_ work: Work) throws(SeasonError) -> (table: CriteriaTable, path: String)? {
    let others = try otherTables()
    guard let path = SubjectFile.path(of: work) else { return others.last { $0.table.work == work } }
    guard let table: CriteriaTable = try files.decoded(path) else { return nil }
    try Self.expect(work.id, table.work.id, "season", path)
    return (table, path)
  }

  /// The tables of subjects that the program does not know by name, which a folder may add under any file name.
  private func otherTables() throws(SeasonError) -> [(table: CriteriaTable, path: String)] {
    var tables: [(CriteriaTable, String)] = []
    for path in files.paths(in: "criteria") where SubjectFile.work(at: path) == nil {
      guard let table: CriteriaTable = try files.decoded(path) else { continue }
      if let right = SubjectFile.path(of: table.work) {
        throw SeasonError(
          path, "", .invalid(value: path, expected: "the file name \(right) for \(table.work.id)"))
      }
      tables.append((table, path))
    }
    return tables
  }
}

extension Work {
  fileprivate var sortKey: (Int, Int, String, Int) {
    (season, grade, subject, level == .basic ? 0 : 1)
  }
}
