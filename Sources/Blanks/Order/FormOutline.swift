public import Assessment
public import Form

/// What an empty sheet takes from the form that it will end in: criteria, columns and their headers.
public struct FormOutline: Sendable {
  /// The tasks with their maxima, and the permitted values of the other columns.
  public let criteria: Criteria
  let columns: [ProtocolColumn]

  /// The outline of a downloaded form.
  ///
  /// - Parameters:
  ///   - form: the downloaded form.
  ///   - table: the shipped table of the same work; it adds dependencies where the form states none.
  public init(_ form: DownloadedForm, completedBy table: Criteria?) {
    criteria = form.description.criteria.completed(by: table)
    columns = form.protocolColumns
  }

  /// The outline of the form that a season's layout has for a work.
  ///
  /// - Throws: `FormMakingError` when the layout is that of another season, or does not tell a header.
  public init(_ criteria: Criteria, layout: FormLayout) throws(FormMakingError) {
    if let season = criteria.work?.season, season != layout.season {
      throw .otherSeason(criteria: season, layout: layout.season)
    }
    self.criteria = criteria
    columns = try ProtocolColumn.all(of: criteria, in: layout)
  }

  /// The columns of tasks, from left to right, with the places of their tasks.
  var tasks: [(column: ProtocolColumn, task: Int)] {
    columns.compactMap { column in
      if case .task(let task) = column.content { (column, task) } else { nil }
    }
  }

  /// The first column of a content.
  func column(_ content: ProtocolColumn.Content) -> ProtocolColumn? {
    columns.first { $0.content == content }
  }

  /// Whether «не пройд.» is offered for any task.
  var offersNotCovered: Bool { !criteria.terms.notCovered.isEmpty }
}
