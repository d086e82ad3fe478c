internal import Spreadsheet

/// Both sides of a reconciliation, and how their cells are held against each other.
struct ExportSides {
  let record: AssessmentProtocol
  let export: SystemExport
  let results: IndividualResults
  let examination: Examination
  /// The export's rows by code.
  let rows: [Int: [IndividualResults.Row]]
  let readsZeroAsNotAttempted: Bool

  init(
    record: AssessmentProtocol, export: SystemExport, results: IndividualResults, examination: Examination
  ) {
    self.record = record
    self.export = export
    self.results = results
    self.examination = examination
    rows = Dictionary(grouping: export.rows.filter { $0.code.value != nil }) { $0.code.value ?? 0 }
    // How the system writes a task that was not attempted is not known: where no X stands at all, 0 is its word.
    readsZeroAsNotAttempted =
      !export.rows.contains { $0.points.contains { $0.value == .notAttempted } }
      && record.participants.contains { $0.points.contains(.points(.notAttempted)) }
  }

  // MARK: Places

  func location(_ cell: CellReference) -> CellLocation {
    CellLocation(source: export.source, sheet: results.sheet, cell: cell)
  }

  func place(_ cell: CellReference, of row: IndividualResults.Row, task: TaskID? = nil) -> Place {
    Place(
      cell: location(cell), participant: row.code.value, schoolClass: row.schoolClass.value, task: task)
  }

  func actual(_ cell: CellReference) -> Actual {
    guard let workbook = examination.sources[export.source].workbook,
      workbook.sheets.indices.contains(results.sheet)
    else { return Actual(raw: "", type: "empty") }
    return Actual(workbook.sheets[results.sheet], cell)
  }

  // MARK: Another school

  /// What shows that the export is another school's: hardly a code in common, or hardly a row of them alike.
  ///
  /// Schools draw their codes from one range, so that strangers share some by chance.
  var strangeness: ExportComparison.Difference? {
    let own = record.participants.filter { !$0.isAbsent && $0.code.value != nil }
    let shared = own.filter { $0.code.value.map { rows[$0] != nil } ?? false }
    let alike = shared.count { row in
      row.code.value.flatMap { rows[$0]?.first }.map { other in
        zip(row.points, other.points).allSatisfy { agree($0, $1) }
      } ?? false
    }
    let isNamed = export.login != nil
    let isForeign =
      export.rows.isEmpty
      || !isNamed && (2 * shared.count < own.count || shared.count >= 5 && 5 * alike < shared.count)
    guard isForeign, !own.isEmpty else { return nil }
    let who = export.login ?? results.schools.compactMap(\.login).first ?? ""
    let name = who.isEmpty ? "" : " (\(who))"
    let words =
      export.rows.isEmpty
      ? Text("школы \(who) в выгрузке нет", "the export does not hold the school \(who)")
      : Text(
        "похоже, это выгрузка другой школы\(name): из \(own.count) кодов формы в ней \(shared.count), полностью совпали строки: \(alike)",
        "this looks like the export of another school\(name): it holds \(shared.count) of the form's \(own.count) codes, rows that agree: \(alike)"
      )
    return ExportComparison.Difference(words: words, place: Place(cell: location(results.title.work.cell)))
  }

  // MARK: Cells

  /// A pair of cells, and the difference if there is one.
  struct Cell {
    let difference: ExportComparison.Difference?
  }

  /// The cells of a pupil in both, in the order of the form.
  func cells(_ row: Participant, _ other: IndividualResults.Row) -> [Cell] {
    if row.isAbsent || other.isAbsent {
      let variant = row.variants.first?.column ?? -1
      let isSame = row.isAbsent && (other.isAbsent || !holdsResults(other))
      return [
        cell(
          isSame, row, column: variant, other.variants.first ?? Located(nil, at: other.code.cell), other,
          Text("вариант", "the variant"))
      ]
    }
    var found: [Cell] = []
    for (part, value) in other.variants.enumerated() where row.variants.indices.contains(part) {
      let name = KeyedColumn.variant(part).name(record.criteria)
      found.append(
        cell(
          row.variants[part].value == value.value, row, column: row.variants[part].column, value, other, name)
      )
    }
    for task in record.criteria.tasks.indices {
      found.append(points(task, row, other))
    }
    found.append(
      cell(
        row.schoolClass.value == other.schoolClass.value, row, column: row.schoolClass.column,
        other.schoolClass, other, KeyedColumn.schoolClass.name(record.criteria)))
    let journal = other.journalMark.isBlank ? PreviousMark.none : other.journalMark.value
    found.append(
      cell(
        row.previousMark.value == journal, row, column: row.previousMark.column, other.journalMark, other,
        Text("отметка по журналу", "the mark of the journal")))
    found.append(score(row, other, arePointsSame: zip(row.points, other.points).allSatisfy { agree($0, $1) }))
    return found
  }

  private func holdsResults(_ row: IndividualResults.Row) -> Bool {
    !row.score.isBlank || row.points.contains { !$0.isBlank }
  }

  private func points(_ task: Int, _ row: Participant, _ other: IndividualResults.Row) -> Cell {
    let column = KeyedColumn.task(task)
    return cell(
      agree(row.points[task], other.points[task]), row, column: record.column(column, of: row),
      other.points[task], other, column.name(record.criteria), task: record.criteria.tasks[task].id)
  }

  /// Whether points agree: as they are written, and what adds nothing where the export has no word for it.
  private func agree(_ own: PointsEntry, _ other: Located<Points>) -> Bool {
    guard let points = own.points else { return own == .blank && other.isBlank }
    if points == other.value { return true }
    if points == .notAttempted, readsZeroAsNotAttempted { return other.value == Points(0) }
    // A topic that was not taught may come back as nothing at all.
    return points == .notCovered && other.isBlank
  }

  /// The primary score against the form's sum; where points differ already, against the export's own points.
  private func score(_ row: Participant, _ other: IndividualResults.Row, arePointsSame: Bool) -> Cell {
    let sum =
      arePointsSame
      ? row.points.reduce(0) { $0 + ($1.points?.counted ?? 0) }
      : other.points.reduce(0) { $0 + ($1.value?.counted ?? 0) }
    if other.score.value == sum { return Cell(difference: nil) }
    let code = row.code.value.map(String.init) ?? ""
    let shown = actual(other.score.cell).shown
    return Cell(
      difference: .init(
        words: Text(
          "участник \(code), первичный балл: в выгрузке «\(shown.text(.ru))», а баллы за задания дают \(sum)",
          "participant \(code), the primary score: the export has «\(shown.text(.en))», but the points of the tasks make \(sum)"
        ),
        place: place(other.score.cell, of: other), related: [record.place(of: row, column: row.code.column)],
        expected: Expectation("sum", [String(sum)]), actual: actual(other.score.cell)))
  }

  private func cell<Value>(
    _ isSame: Bool, _ row: Participant, column: Int, _ value: Located<Value>, _ other: IndividualResults.Row,
    _ name: Text, task: TaskID? = nil
  ) -> Cell {
    guard !isSame else { return Cell(difference: nil) }
    var place = record.place(of: row, column: column)
    place.task = task
    let (own, theirs) = (record.actual(at: place), actual(value.cell))
    let code = row.code.value.map(String.init) ?? ""
    func words(_ language: Language) -> (String, String) {
      (own.shown.text(language), theirs.shown.text(language))
    }
    return Cell(
      difference: .init(
        words: Text(
          "участник \(code), \(name.ru): в форме «\(words(.ru).0)», в выгрузке «\(words(.ru).1)»",
          "participant \(code), \(name.en): «\(words(.en).0)» in the form, «\(words(.en).1)» in the export"),
        place: place, related: [self.place(value.cell, of: other, task: task)],
        expected: Expectation("export", [theirs.raw]), actual: own))
  }
}
