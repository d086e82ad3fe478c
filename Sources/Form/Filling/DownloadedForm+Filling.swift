public import Assessment
internal import Spreadsheet

extension DownloadedForm {
  /// The form with the protocol in it: only input cells change, and the stored values of the totals.
  ///
  /// Rows are filled from the first one on, in the order of the protocol, without gaps. Of an absent pupil the code and
  /// «отсутствовал» are entered, and the total stays as it was.
  ///
  /// - Throws: ``FormError/tooFewRows(room:needed:)``, ``FormError/otherTasks``, ``FormError/unreadable(_:)``, also for
  ///   a form with cells in rows that are not theirs.
  public func filled(with accepted: AcceptedProtocol) throws(FormError) -> [UInt8] {
    guard accepted.criteria.tasks.map(\.id) == columns.tasks.map(\.criterion.id) else { throw .otherTasks }
    guard accepted.rows.count <= room else { throw .tooFewRows(room: room, needed: accepted.rows.count) }
    let isMisplaced = description.damage.contains { if case .misplaced = $0 { true } else { false } }
    guard !isMisplaced else { throw .unreadable(SpreadsheetError(.cannotWrite, part: sheet.part)) }
    let edits = SheetEdits(
      accepted.rows.enumerated().map { index, row in
        SheetEdits.Row(number: firstRow + index, cells: cells(of: row))
      })
    do throws(SpreadsheetError) {
      // At level 1 the sheet of a form comes out as small as ФИС ОКО's own (92 kB of 741), in a quarter of the time.
      return try PackageEditor(bytes).applying(edits, to: sheet, level: 1)
    } catch { throw .unreadable(error) }
  }

  /// What goes into the cells of a row.
  func cells(of row: AcceptedRow) -> [(column: Int, edit: CellEdit)] {
    var cells: [(column: Int, edit: CellEdit)] = [(columns.code, .number(row.code))]
    if row.isAbsent { return cells + [(columns.variants[0], .text(Words.absent))] }
    for (column, variant) in zip(columns.variants, row.variants) { cells.append((column, .number(variant))) }
    for (task, points) in zip(columns.tasks, row.points) {
      cells.append((task.column, points.number.map { .number($0) } ?? .text(points.word)))
    }
    if let column = columns.schoolClass, let number = row.schoolClass {
      cells.append((column, .number(number)))
    }
    if let column = columns.sex, let sex = row.sex { cells.append((column, .text(sex.rawValue))) }
    if let column = columns.mark, let mark = row.previousMark {
      switch mark {
      case .mark(let number): cells.append((column, .number(number)))
      case .none: cells.append((column, .text(Words.noMark)))
      }
    }
    if let column = columns.total { cells.append((column, .result(row.sum))) }
    return cells
  }
}
