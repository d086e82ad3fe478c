internal import Spreadsheet

/// An uploaded form held against what ФИС ОКО gives back, cell by cell, by participant code.
public struct ExportComparison: Sendable {
  /// Something in which the two differ.
  struct Difference {
    let words: Text
    let place: Place
    var related: [Place] = []
    var expected: Expectation?
    var actual: Actual?
  }

  /// How many participants stand in both.
  public internal(set) var both = 0
  /// How many stand in the form alone, absent pupils left out.
  public internal(set) var onlyInForm = 0
  /// How many stand in the export alone.
  public internal(set) var onlyInExport = 0
  /// How many cells were compared.
  public internal(set) var cells = 0
  /// How many of them differ.
  public internal(set) var different = 0
  /// Whether 0 of the export was taken for X of the form: the export has no X at all.
  public internal(set) var readsZeroAsNotAttempted = false
  /// Whether the export looks like another school's, so that its cells were not compared.
  public internal(set) var isOfAnotherSchool = false
  var differences: [Difference] = []

  /// Compares; `nil` when the form or the export was not read, or they are of different works.
  init?(_ examination: Examination) {
    guard let record = examination.record, let export = examination.export, let results = export.results,
      WorkClaim.contradictions(in: examination).isEmpty, !results.differsInTasks(from: record.criteria)
    else { return nil }
    let sides = ExportSides(record: record, export: export, results: results, examination: examination)
    checkSchools(sides)
    if let stranger = sides.strangeness {
      isOfAnotherSchool = true
      differences.append(stranger)
      return
    }
    readsZeroAsNotAttempted = sides.readsZeroAsNotAttempted
    for row in record.participants where row.code.value.map({ !record.standsTwice($0) }) ?? false {
      compare(row, sides)
    }
    let known = Set(record.participants.compactMap(\.code.value))
    for row in export.rows where !(row.code.value.map(known.contains) ?? true) {
      onlyInExport += 1
      let code = row.code.value.map(String.init) ?? ""
      differences.append(
        Difference(
          words: Text(
            "участник \(code) есть в выгрузке, а в форме его нет",
            "participant \(code) is in the export, but not in the form"),
          place: sides.place(row.code.cell, of: row), actual: sides.actual(row.code.cell)))
    }
  }

  /// A school's line states how many rows follow; fewer mean a cut file.
  private mutating func checkSchools(_ sides: ExportSides) {
    for (index, school) in sides.results.schools.enumerated()
    where sides.export.login == nil || school.login == sides.export.login {
      guard let stated = school.stated, let count = stated.value else { continue }
      let rows = sides.results.rows.count { $0.school == index }
      guard rows != count else { continue }
      differences.append(
        Difference(
          words: Text(
            "в строке школы заявлено участников: \(count), а строк с ними: \(rows)",
            "the school's line states \(count) participants, but \(rows) follow"),
          place: Place(cell: sides.location(stated.cell)),
          expected: Expectation("count", [String(count)]), actual: Actual(raw: String(rows), type: "number")))
    }
  }

  private mutating func compare(_ row: Participant, _ sides: ExportSides) {
    guard let code = row.code.value else { return }
    let others = sides.rows[code] ?? []
    guard let other = others.first else {
      if row.isAbsent { return }
      onlyInForm += 1
      let place = sides.record.place(of: row, column: row.code.column)
      differences.append(
        Difference(
          words: Text(
            "участник \(code) есть в форме, а в выгрузке его нет",
            "participant \(code) is in the form, but not in the export"),
          place: place, actual: sides.record.actual(at: place)))
      return
    }
    both += 1
    if others.count > 1 {
      differences.append(
        Difference(
          words: Text(
            "участник \(code) стоит в выгрузке дважды", "participant \(code) stands in the export twice"),
          place: sides.place(other.code.cell, of: other),
          related: others.dropFirst().map { sides.place($0.code.cell, of: $0) }))
      return
    }
    for cell in sides.cells(row, other) {
      cells += 1
      guard let difference = cell.difference else { continue }
      different += 1
      differences.append(difference)
    }
  }
}

extension IndividualResults {
  /// Whether the export is of other tasks, or of other maxima, than the form.
  func differsInTasks(from criteria: Criteria) -> Bool {
    tasks.map(\.criterion.id) != criteria.tasks.map(\.id)
      || tasks.map(\.criterion.maximum) != criteria.tasks.map(\.maximum)
      || title.maximum?.value.map { $0 != criteria.total } ?? false
  }
}
