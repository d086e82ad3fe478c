internal import SchoolCalendar

/// What the deadline rules ask about the day of the test.
extension Examination {
  /// Where the day was told: the cell of a title block, or no cell when it was given outside the files.
  var placeOfDay: Place {
    guard statedDay == nil, let table = tables.first(where: { $0.title.held != nil }),
      let item = table.title.held
    else { return Place() }
    return Place(cell: CellLocation(source: table.source, sheet: table.sheetIndex, cell: item.cell))
  }

  /// The windows in which the work may be written: the grade's own, or all of the season when the grade has none.
  var windowsOfWork: [SeasonWindow] {
    guard let season else { return [] }
    let grade = work?.grade ?? form?.gradeOfCodes
    return grade.flatMap { season.window(grade: $0) }.map { [$0] } ?? season.windows
  }

  /// Whether the day lies outside every window in which the work may be written (DDL007).
  ///
  /// Such a day is most likely mistyped, so that nothing is said of the terms that would follow from it.
  var isHeldOutsideSeason: Bool {
    guard let held, !windowsOfWork.isEmpty else { return false }
    return !windowsOfWork.contains { $0.contains(held) }
  }

  /// The terms, unless the day itself is in doubt.
  var trustedTerms: Terms? { isHeldOutsideSeason ? nil : terms }
}
