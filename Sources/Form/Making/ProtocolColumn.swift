package import Assessment

/// One column of a form's protocol sheet, of a downloaded form or of one that is being made.
package struct ProtocolColumn: Hashable, Sendable {
  /// What stands in a column.
  package enum Content: Hashable, Sendable {
    case code
    /// The variant of a part, from 1.
    case variant(Int)
    /// The points of a task, by its place in the criteria.
    case task(Int)
    case schoolClass, sex, mark, total
  }

  /// What stands in it.
  package let content: Content
  /// Its header.
  package let header: String
  /// The place in the sheet, from zero; columns that people neither fill nor read are not counted.
  package let index: Int

  /// The columns of a layout for a work, from left to right.
  package static func all(
    of criteria: Criteria, in layout: FormLayout
  ) throws(FormMakingError) -> [ProtocolColumn] {
    var columns: [ProtocolColumn] = []
    for content in contents(of: criteria, in: layout) {
      let header = try Self.header(of: content, criteria, layout)
      columns.append(ProtocolColumn(content: content, header: header, index: columns.count))
    }
    return columns
  }

  /// What the columns hold; variant and tasks come once for each part, where the layout places the variant.
  private static func contents(of criteria: Criteria, in layout: FormLayout) -> [Content] {
    func tasks(of part: Int?) -> [Content] {
      criteria.tasks.indices.filter { part == nil || criteria.tasks[$0].part == part }.map { .task($0) }
    }
    return layout.columns.flatMap { column -> [Content] in
      switch column {
      case .code: [.code]
      case .variant where criteria.parts > 1: (1...criteria.parts).flatMap { [.variant($0)] + tasks(of: $0) }
      case .variant: [.variant(1)]
      case .tasks: criteria.parts > 1 ? [] : tasks(of: nil)
      case .class: [.schoolClass]
      case .sex: [.sex]
      case .mark: [.mark]
      case .total: [.total]
      }
    }
  }

  private static func header(
    of content: Content, _ criteria: Criteria, _ layout: FormLayout
  ) throws(FormMakingError) -> String {
    switch content {
    case .variant(let part) where criteria.parts > 1:
      guard let text = layout.variantOfPart else { throw .partsUnknown(season: layout.season) }
      return text.replacing("{part}", with: "\(part)")
    case .task(let index):
      let task = criteria.tasks[index]
      return try layout.header(.tasks)
        .replacing("{id}", with: task.id.description).replacing("{max}", with: "\(task.maximum)")
    case .code: return try layout.header(.code)
    case .variant: return try layout.header(.variant)
    case .schoolClass: return try layout.header(.class)
    case .sex: return try layout.header(.sex)
    case .mark: return try layout.header(.mark)
    case .total: return try layout.header(.total)
    }
  }
}

extension FormLayout {
  /// The header of a column that the layout has.
  fileprivate func header(_ column: Column) throws(FormMakingError) -> String {
    guard let header = headers[column] else { throw .layoutIncomplete(season: season) }
    return header
  }
}
