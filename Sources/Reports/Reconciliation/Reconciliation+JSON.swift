public import Assessment

extension JSON {
  /// The answer of `oko reconcile` (`schemas/report.schema.json`): findings as in a check, and how much was compared.
  public init(reconciliation inspection: Inspection) {
    let examination = inspection.examination
    self = .object(
      Self.head("oko/reconcile/1", inspection) + [
        ("work", JSON(examination.work?.id)), ("participants", JSON(examination.record?.participants.count)),
        ("export", examination.export?.results.map { JSON($0) } ?? .null),
        ("compared", examination.exported.map { JSON($0) } ?? .null),
      ] + Self.tail(inspection))
  }

  private init(_ results: IndividualResults) {
    self = .object([
      ("work", JSON(results.title.work.value?.id)),
      ("schools", .array(results.schools.map { JSON($0.login) })), ("participants", .int(results.rows.count)),
    ])
  }

  private init(_ comparison: ExportComparison) {
    self = .object([
      ("both", .int(comparison.both)), ("only_form", .int(comparison.onlyInForm)),
      ("only_export", .int(comparison.onlyInExport)), ("cells", .int(comparison.cells)),
      ("different", .int(comparison.different)),
      ("zero_is_not_attempted", .bool(comparison.readsZeroAsNotAttempted)),
      ("other_school", .bool(comparison.isOfAnotherSchool)),
    ])
  }
}
