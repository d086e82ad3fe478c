import Blanks
import Form
import Seasons
import Testing

@testable import Assessment

/// Outlines of works of three seasons: one part, two parts with «не пройд.», bound criteria.
enum Outline {
  static let works = ["2024/4-МА", "2025/7-ГГ", "2026/8-АЯ"]

  static func of(_ id: String) throws -> FormOutline {
    let work = try #require(Work(id: id))
    let (criteria, layout) = try (Seasons().criteria(for: work), Seasons().layout(season: work.season))
    return try FormOutline(try #require(criteria), layout: try #require(layout))
  }

  /// The codes of a class of three.
  static func rows(_ outline: FormOutline, empty: Int = 0) throws -> SheetRows {
    let first = try #require(outline.criteria.terms.codes).lowerBound
    return try #require(SheetRows(codes: Array(first..<first + 3), count: 3 + empty))
  }

  static func heading(_ outline: FormOutline) -> SheetHeading {
    var heading = SheetHeading(work: outline.criteria.work)
    heading.school = "МКОУ «Образцовская СОШ»"
    heading.schoolClass = 2
    return heading
  }
}
