public import Assessment

/// A plot with its table twin: whoever cannot see the one reads the other.
public struct Plot: Sendable {
  /// The name of its files, without an extension.
  public let name: String
  /// What it shows.
  public let title: Text
  /// The numbers of the plot in words.
  public let subtitle: Text
  /// The same numbers as a table.
  public let table: StatisticsTable
  private let draw: @Sendable (inout Canvas) -> Void

  init(
    _ name: String, title: Text, subtitle: Text, table: StatisticsTable,
    draw: @escaping @Sendable (inout Canvas) -> Void
  ) {
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.table = table
    self.draw = draw
  }

  /// The picture as an SVG document, with the source and the day of its report.
  public func svg(_ language: Language, of report: StatisticsReport) -> String {
    svg(language, footer: report.footer(language))
  }

  /// The picture as an SVG document.
  ///
  /// - Parameter footer: participants, source and day.
  func svg(_ language: Language, footer: String) -> String {
    var canvas = Canvas(language)
    canvas.heading(title[language], subtitle[language], footer: footer)
    draw(&canvas)
    return canvas.document(name, title: title[language], description: subtitle[language])
  }
}
