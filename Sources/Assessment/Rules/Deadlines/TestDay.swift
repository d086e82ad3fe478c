internal import SchoolCalendar

/// A day on which a work is written, or planned to be: what DDL005, DDL006 and DDL007 judge.
struct TestDay {
  /// Where the day is told.
  let place: Place
  let held: CalendarDay
  /// The terms that follow from it, where they can be counted.
  let terms: Terms?
  /// The windows in which the work may be written.
  let windows: [SeasonWindow]

  /// Whether the day lies outside every window (DDL007).
  var isOutsideSeason: Bool { !windows.isEmpty && !windows.contains { $0.contains(held) } }

  /// The terms, unless the day itself is in doubt.
  var trustedTerms: Terms? { isOutsideSeason ? nil : terms }
}

extension Examination {
  /// The test days: that of the protocol, or all days of a plan.
  var testDays: [TestDay] {
    guard let plan else {
      return held.map { [TestDay(place: placeOfDay, held: $0, terms: terms, windows: windowsOfWork)] } ?? []
    }
    return plan.works.enumerated().compactMap { index, work in
      guard let held = work.held.value else { return nil }
      return TestDay(
        place: work.held.place.of(work.key), held: held, terms: plannedTerms[index],
        windows: windows(grade: work.grade.value?.grade))
    }
  }

  /// The windows of a grade, or all of the season when the grade has none.
  private func windows(grade: Int?) -> [SeasonWindow] {
    guard let season else { return [] }
    return grade.flatMap { season.window(grade: $0) }.map { [$0] } ?? season.windows
  }
}

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
    windows(grade: work?.grade ?? form?.gradeOfCodes)
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
