public import Assessment
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

    init(_ heading: Text) { self.heading = heading }
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
}
