internal import Assessment
internal import Spreadsheet

/// Derives a form's own description: criteria from the header, permitted values from the lists, what it has lost.
struct FormReader {
  private let workbook: Workbook
  private let sheetIndex: Int
  private let headerRow: Int
  private let columns: FormColumns
  private let name: String
  /// The rows with a total formula, one after another from the first.
  let room: Int

  private var sheet: Sheet { workbook.sheets[sheetIndex] }
  private var firstRow: Int { headerRow + 1 }

  init(_ workbook: Workbook, sheet: Int, headerRow: Int, columns: FormColumns, name: String) {
    self.workbook = workbook
    sheetIndex = sheet
    self.headerRow = headerRow
    self.columns = columns
    self.name = name
    room =
      columns.total.map { workbook.sheets[sheet].wholeFormulas(inColumn: $0, fromRow: headerRow + 1) } ?? 0
  }

  func description() -> FormDescription {
    let lists = readLists()
    var terms = EntryTerms(codes: codes())
    take(lists, into: &terms)
    terms.asksSex = columns.sex != nil
    let formulas = lists.reduce(into: [Int: String]()) { formulas, list in
      if case .formula(let text) = list.value,
        let task = columns.tasks.firstIndex(where: { $0.column == list.key })
      {
        formulas[task] = text
      }
    }
    let name = FormName(name)
    let grade = terms.codes.map { $0.lowerBound / 10_000 }
    var criteria = Criteria(work: nil, tasks: columns.tasks.map(\.criterion), terms: terms, origin: .form)
    criteria.dependencies = DependentPairs(sheet, columns, firstRow: firstRow).dependencies(formulas)
    if let season = name.season, let grade = grade ?? name.grade, let subject = name.subject {
      criteria.work = Work(season: season, grade: grade, subject: subject, level: name.level)
    }
    return FormDescription(
      sheet: sheetIndex, criteria: criteria, name: name, gradeOfCodes: grade, damage: damage(lists),
      filled: filled(),
      room: room)
  }

  // MARK: Lists

  /// The list of every input column but the code, by column; a column without one is left out.
  private func readLists() -> [Int: ListSource] {
    var lists: [Int: ListSource] = [:]
    for column in columns.inputs where column != columns.code {
      guard let validation = validation(of: column), validation.type == "list" else { continue }
      lists[column] = ListSource(validation.first, in: workbook, sheet: sheet)
    }
    return lists
  }

  private func validation(of column: Int) -> DataValidation? {
    let cell = CellReference(row: firstRow, column: column)
    return sheet.validations.first { $0.ranges.contains { $0.contains(cell) } }
  }

  /// The range of codes, as the check of the code column states it.
  private func codes() -> ClosedRange<Int>? {
    guard let check = validation(of: columns.code), ["whole", "decimal"].contains(check.type),
      let low = Double(check.first), let high = Double(check.second), low >= 1, low <= high, high < 10_000_000
    else { return nil }
    return Int(low)...Int(high)
  }

  private func take(_ lists: [Int: ListSource], into terms: inout EntryTerms) {
    for (index, task) in columns.tasks.enumerated() {
      if words(lists[task.column]).contains(Words.notCovered) { terms.notCovered.insert(index) }
    }
    let variants = numbers(lists[columns.variants[0]])
    if !variants.isEmpty { terms.variants = variants }
    let classes = numbers(columns.schoolClass.flatMap { lists[$0] })
    if let low = classes.min(), let high = classes.max() { terms.classes = low...high }
    let marks = columns.mark.flatMap { lists[$0] }
    if !numbers(marks).isEmpty {
      terms.marks = numbers(marks)
      terms.offersNoMark = words(marks).contains(Words.noMark)
    }
  }

  private func numbers(_ list: ListSource?) -> [Int] {
    guard case .values(let values)? = list else { return [] }
    return values.compactMap { value in
      switch value {
      case .number(let number): Int(exactly: number)
      case .text(let text): Int(text)
      default: nil
      }
    }
  }

  private func words(_ list: ListSource?) -> Set<String> {
    guard case .values(let values)? = list else { return [] }
    return Set(values.compactMap { if case .text(let text) = $0 { text } else { nil } })
  }

  // MARK: Damage

  private func damage(_ lists: [Int: ListSource]) -> [FormDescription.Damage] {
    var damage: [FormDescription.Damage] = []
    var missing: Set<String> = []
    for column in columns.inputs where column != columns.code {
      let cell = CellReference(row: headerRow, column: column)
      switch lists[column] {
      case nil, .broken: damage.append(.list(header: sheet[cell].description, cell: cell))
      case .sheetMissing(let name): missing.insert(name)
      case .values(let values) where values.isEmpty:
        damage.append(.list(header: sheet[cell].description, cell: cell))
      default: break
      }
    }
    damage += missing.sorted().map { .sheet(name: $0) }
    damage += workbook.misplacedCells(inSheet: sheetIndex).map { .misplaced(cell: $0) }
    if room == 0 { damage.append(.total(cell: CellReference(row: firstRow, column: columns.total ?? 0))) }
    return damage
  }

  /// The codes that stand in the form already.
  private func filled() -> [CellReference] {
    let inputs = Set(columns.inputs)
    return sheet.rows.compactMap { row in
      guard row.number >= firstRow else { return nil }
      let cell = sheet.cells[row.cells].first { cell in
        (cell.kind != .text || !cell.text.isEmpty) && inputs.contains(Int(cell.column))
      }
      return cell?.reference
    }
  }
}
