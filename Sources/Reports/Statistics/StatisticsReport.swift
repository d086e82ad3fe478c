public import Assessment
internal import Objectivity
public import SchoolCalendar

/// Statistics of results as one value: figures, sentences, tables, plots; shown as text, JSON, HTML, CSV and SVG.
public struct StatisticsReport: Sendable {
  /// Where the numbers come from.
  public struct Origin: Sendable {
    /// The names of the files.
    public let sources: [String]
    /// The day of the report.
    public let day: CalendarDay

    /// An origin.
    public init(sources: [String], day: CalendarDay) {
      self.sources = sources
      self.day = day
    }
  }

  /// A part under its own heading: a school, a work, a topic.
  public struct Section: Sendable {
    /// The heading.
    public let heading: Text
    /// Figures.
    public var facts: [Fact] = []
    /// Sentences.
    public var statements: [Statement] = []
    /// Plots, each with its table.
    public var plots: [Plot] = []
    /// Further tables.
    public var tables: [StatisticsTable] = []
    /// The school that the part is about; `nil` for one about many.
    public var school: String?

    init(_ heading: Text, of school: String? = nil) {
      self.heading = heading
      self.school = school
    }

    /// Whether a sign was found.
    var hasSign: Bool { statements.contains { $0.grade != .description } }
  }

  /// The kind, in English: `markings`, `threshold` …
  public let kind: String
  /// The title.
  public let title: Text
  /// Where the numbers come from.
  public let origin: Origin
  /// The parts.
  public let sections: [Section]
  /// What holds for the whole report: how it is meant, and how it is not.
  public let notes: [Statement]

  init(
    _ kind: String, _ title: Text, _ origin: Origin, _ sections: [Section], notes: [Statement] = []
  ) {
    self.kind = kind
    self.title = title
    self.origin = origin
    self.sections = sections
    self.notes = notes
  }

  /// All plots in order.
  public var plots: [Plot] { sections.flatMap(\.plots) }

  /// All tables in order, those of the plots too.
  public var tables: [StatisticsTable] { sections.flatMap { $0.plots.map(\.table) + $0.tables } }

  private func with(_ sections: [Section]) -> StatisticsReport {
    StatisticsReport(kind, title, origin, sections, notes: notes)
  }

  /// The same report with what concerns one school only; its figures were corrected for all schools that were looked at.
  public func showing(school: String) -> StatisticsReport { with(sections.filter { $0.school == school }) }

  /// The same report for somebody who looks at many schools: what concerns all of them, and the schools with a sign.
  public var overview: StatisticsReport { with(sections.filter { $0.school == nil || $0.hasSign }) }

  /// The schools that have a part of their own, in its order.
  public var schools: [String] {
    sections.compactMap(\.school).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The name of a work as people read it: «Математика, 6 класс, ВПР 2024».
  public static func title(ofWork id: String) -> Text { WorkName.text(id) }
}
