public import Assessment
public import SchoolCalendar

/// What stands above the table of an empty sheet; what is not known stays a line to write on.
public struct SheetHeading: Sendable {
  /// The work.
  public var work: Work?
  /// The school's name.
  public var school: String?
  /// The school's login, `edu123456`.
  public var login: String?
  /// The day of the test.
  public var held: CalendarDay?
  /// The ordinal number of the class for which the sheet is.
  public var schoolClass: Int?

  /// A heading of a work.
  public init(work: Work?) { self.work = work }

  /// `ВПР 2024, Математика, 4 класс`; of what is not known nothing is said.
  var workTitle: String {
    guard let work else { return "ВПР" }
    return "ВПР \(work.season), \(subject ?? work.subject), \(work.grade) класс"
  }

  /// The same with the class: `ВПР 2024, Математика, 4 класс (№ 1)`.
  var classTitle: String { workTitle + (schoolClass.map { " (№ \($0))" } ?? "") }

  /// The subject's title, with the level where it is not the basic one.
  var subject: String? {
    work.map { Subject.title($0.subject) + ($0.level == .advanced ? " (углублённый уровень)" : "") }
  }

  var grade: Int? { work?.grade }
}
