internal import Assessment
public import Form
internal import Spreadsheet

extension JSON {
  /// The answer of `oko import`: the work, its tasks, and the participants in the order of the form.
  public init(imported form: ImportedForm) {
    let work = form.criteria.work
    self = .object([
      ("schema", .string("oko/protocol/1")), ("season", JSON(work?.season)),
      ("grade", JSON(work?.grade ?? form.criteria.terms.codes.map { $0.lowerBound / 10_000 })),
      ("subject", JSON(work?.subject)), ("level", JSON(work?.level.rawValue)),
      (
        "tasks",
        .array(
          form.criteria.tasks.map {
            .object([("id", .string($0.id.description)), ("max", .int($0.maximum)), ("part", .int($0.part))])
          })
      ),
      ("participants", .array(form.rows.map { JSON($0, form.criteria.tasks) })),
    ])
  }

  private init(_ row: ImportedForm.Row, _ tasks: [TaskCriterion]) {
    let points = zip(tasks, row.points).compactMap { task, value -> (String, JSON)? in
      value == .empty ? nil : (task.id.description, JSON(value))
    }
    self = .object([
      ("code", JSON(row.code)), ("absent", .bool(row.isAbsent)),
      ("variants", .array(row.variants.map { JSON($0) })),
      ("points", .object(points)), ("class", JSON(row.schoolClass)), ("sex", JSON(row.sex)),
      ("mark", JSON(row.previousMark)), ("total", JSON(row.total)),
    ])
  }

  /// A cell's value: a whole number as a number, everything else as its text, nothing as `null`.
  init(_ value: CellValue) {
    switch value {
    case .empty, .text(""): self = .null
    case .number(let number): self = Int(exactly: number).map { .int($0) } ?? .string(value.description)
    default: self = .string(value.description)
    }
  }
}
