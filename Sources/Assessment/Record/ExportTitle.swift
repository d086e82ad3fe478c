public import SchoolCalendar

/// The block above the table of a ФИС ОКО export: which work it is of.
public struct ExportTitle: Sendable, Hashable {
  /// The work, by the line «ВПР 2024 Математика 4 класс».
  public let work: Located<Work>
  /// The highest primary score (points), as the export states it.
  public let maximum: Located<Int>?
  /// The day under «Дата:», where it is one day.
  public let day: Located<CalendarDay>?

  /// A title of its parts.
  public init(work: Located<Work>, maximum: Located<Int>?, day: Located<CalendarDay>?) {
    self.work = work
    self.maximum = maximum
    self.day = day
  }
}
