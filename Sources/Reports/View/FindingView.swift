internal import Assessment
internal import Spreadsheet

/// A finding as a screen shows it.
public struct FindingView: Codable, Sendable, Equatable {
  /// A cell of one of the sources.
  public struct Cell: Codable, Sendable, Equatable, Hashable {
    /// The place of the file among the sources.
    public let source: Int
    /// The place of the sheet in its workbook.
    public let sheet: Int
    /// The cell, `H17`.
    public let name: String

    /// A cell by its place.
    public init(source: Int, sheet: Int, name: String) {
      self.source = source
      self.sheet = sheet
      self.name = name
    }
  }

  /// The code of the rule.
  public let code: String
  /// `fatal`, `error`, `query`, `warning` or `info`.
  public let severity: String
  /// The severity's word.
  public let word: String
  /// What is wrong.
  public let message: String
  /// What to do.
  public let mend: String
  /// `5А-мат.xlsx · Протокол!H17`.
  public let place: String
  /// The participant's code.
  public let participant: Int?
  /// The task.
  public let task: String?
  /// The values that would do.
  public let expected: [String]
  /// The cell, if it is about one.
  public let cell: Cell?
  /// The other cells of it.
  public let related: [Cell]
  /// Tells it again after the file has changed.
  public let fingerprint: String
  /// The value that an explanation is for.
  public let value: String
  /// Its explanation.
  public let explanation: String?
  /// The fingerprint of the finding that explains this one.
  public let cause: String?

  /// The findings of an inspection, gravest first, each with its folded ones behind it.
  static func all(of inspection: Inspection, _ language: Language) -> [FindingView] {
    let views = inspection.findings.map { FindingView($0, in: inspection, language) }
    let tops = zip(inspection.findings, views).filter { $0.0.cause == nil }.enumerated()
      .sorted { a, b in (b.element.0.severity, a.offset) < (a.element.0.severity, b.offset) }
      .map(\.element.1)
    let known = Set(tops.map(\.fingerprint))
    let lost = views.filter { $0.cause.map { !known.contains($0) } ?? false }
    let folded = Dictionary(grouping: views.filter { $0.cause != nil }) { $0.cause ?? "" }
    return tops.flatMap { [$0] + (folded[$0.fingerprint] ?? []) } + lost
  }

  private init(_ finding: Finding, in inspection: Inspection, _ language: Language) {
    code = finding.code
    severity = finding.severity.rawValue
    word = finding.severity.word[language]
    message = finding.message(language)
    mend = finding.severity > .info ? finding.mend(language) : ""
    place = PlaceNames(finding.place, in: inspection.examination).text
    participant = finding.place.participant
    task = finding.place.task?.description
    expected = finding.expected?.values ?? []
    cell = finding.place.cell.map { Cell($0) }
    related = finding.related.compactMap { $0.cell.map { Cell($0) } }
    fingerprint = finding.fingerprint
    value = inspection.examination.explainedValue(of: finding)
    explanation = finding.explanation
    cause = finding.cause
  }
}

extension FindingView.Cell {
  fileprivate init(_ location: CellLocation) {
    self.init(source: location.source, sheet: location.sheet, name: location.cell.description)
  }
}
