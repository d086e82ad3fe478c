extension RuleBook {
  /// TPL: the table and the form.
  static let tables: [Rule] = [
    .tableNotFound, .columnUnknown, .columnMissing, .columnDuplicate, .formDamaged, .wrongWork, .formNotBlank,
    .formTableDisagree, .maximumDisagrees, .tableEmpty,
  ]
}
