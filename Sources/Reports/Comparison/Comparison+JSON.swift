public import Assessment

extension JSON {
  /// The answer of `oko compare` (`schemas/report.schema.json`): findings as in a check, and how often the two agree.
  ///
  /// - Parameters:
  ///   - inspection: the inspection of both keyings.
  ///   - merged: the path of the agreed sheet, if one was written.
  public init(comparison inspection: Inspection, merged: String?) {
    let keyings = inspection.examination.keyings
    self = .object(
      Self.head("oko/compare/1", inspection) + [
        ("work", JSON(inspection.examination.work?.id)),
        ("participants", JSON(inspection.examination.record?.participants.count)),
        ("codes", keyings.map { JSON(codes: $0) } ?? .null),
        ("agreement", keyings.map { JSON($0, inspection.examination) } ?? .null),
        ("errors", keyings.flatMap { KeyingErrors($0) }.map { JSON($0) } ?? .null),
        ("merged", JSON(merged)),
      ] + Self.tail(inspection))
  }

  private init(codes keyings: KeyingComparison) {
    self = .object([
      ("both", .int(keyings.both)), ("only_first", .int(keyings.alone.first)),
      ("only_second", .int(keyings.alone.second)),
    ])
  }

  private init(_ keyings: KeyingComparison, _ examination: Examination) {
    guard let criteria = examination.criteria else {
      self = .null
      return
    }
    let columns = keyings.columns.map { column -> JSON in
      .object([
        ("column", JSON.both { column.column.name(criteria)[$0] }),
        ("task", JSON(column.column.task(criteria)?.description)),
        ("cells", .int(column.compared)), ("disputed", .int(column.disputed)),
        ("rate", Self.rate(column.compared, column.disputed)),
      ])
    }
    let alone = keyings.onlyInOne.map { column, isFirst -> JSON in
      .object([
        ("column", JSON.both { column.name(criteria)[$0] }), ("in", .string(isFirst ? "first" : "second")),
      ])
    }
    self = .object([
      ("cells", .int(keyings.compared)), ("disputed", .int(keyings.disputed)),
      ("rate", Self.rate(keyings.compared, keyings.disputed)), ("shifted_rows", .int(keyings.shifted)),
      ("columns", .array(columns)), ("not_compared", .array(alone)),
    ])
  }

  /// The share of cells that agree, 0 to 1.
  private static func rate(_ cells: Int, _ disputed: Int) -> JSON {
    cells == 0 ? .null : .number(Double(cells - disputed) / Double(cells))
  }

  private init(_ errors: KeyingErrors) {
    self = .object([
      ("per_thousand", .number(errors.perThousand)), ("low", .number(errors.low)),
      ("high", .number(errors.high)), ("confidence", .number(0.95)),
      ("assumptions", JSON.both { KeyingErrors.assumptions[$0] }),
    ])
  }
}
