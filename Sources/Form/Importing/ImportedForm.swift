public import Assessment
public import Spreadsheet

/// A filled form read back into what was keyed: as data, and as a transcription that `convert` takes again.
///
/// What a cell holds and cannot be understood is never dropped: it is kept as it stands, or, where it may be a name,
/// as a mark that no check takes for a value.
public struct ImportedForm: Sendable {
  /// One participant of a filled form.
  public struct Row: Sendable {
    /// The code; `nil` when it is not understood.
    public let code: Int?
    /// Whether the pupil was absent.
    public let isAbsent: Bool
    /// The variant of each part; empty for an absent pupil.
    public let variants: [CellValue]
    /// What stands for each task; `empty` where nothing does.
    public let points: [CellValue]
    /// The class, the sex and the mark of the previous period, as the form holds them.
    public let schoolClass: CellValue, sex: CellValue, previousMark: CellValue
    /// The stored total; `empty` for an absent pupil.
    public let total: CellValue
  }

  /// The criteria that the form states.
  public let criteria: Criteria
  /// The participants in the order of the form.
  public let rows: [Row]
  private let transcription: PlainTable

  /// Reads the filled rows of a form.
  public init(_ form: DownloadedForm) {
    criteria = form.description.criteria
    let rows = form.filledRows
    self.rows = rows.map { form.row($0) }
    let inputs = form.columns.inputs.sorted()
    let header = inputs.map { column in
      CellValue.text(
        Visible.still(form.sheet[CellReference(row: form.firstRow - 1, column: column)].description))
    }
    let values = rows.map { row in
      inputs.map { Actual.travelling(form.sheet[CellReference(row: row, column: $0)]) }
    }
    transcription = PlainTable(name: "Протокол", rows: [header] + values)
  }

  /// The form's input columns as a plain table: a transcription.
  public var table: PlainTable { transcription }
}

extension DownloadedForm {
  /// The rows that hold anything in an input column, from zero.
  fileprivate var filledRows: [Int] { description.filled.map(\.row) }

  fileprivate func row(_ row: Int) -> ImportedForm.Row {
    func value(_ column: Int?) -> CellValue {
      column.map { Actual.travelling(sheet[CellReference(row: row, column: $0)]) } ?? .empty
    }
    let code: Int? = if case .number(let number) = value(columns.code) { Int(exactly: number) } else { nil }
    let isAbsent = columns.variants.contains { value($0) == .text(Words.absent) }
    return ImportedForm.Row(
      code: code, isAbsent: isAbsent, variants: isAbsent ? [] : columns.variants.map { value($0) },
      points: columns.tasks.map { value($0.column) }, schoolClass: value(columns.schoolClass),
      sex: value(columns.sex),
      previousMark: value(columns.mark), total: isAbsent ? .empty : value(columns.total))
  }
}
