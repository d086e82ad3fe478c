internal import Assessment
internal import Form
internal import Spreadsheet

/// The colours of the keyed sheet: grey for the absent, red for what cannot be, yellow for what is missing.
struct RowColours {
  private let sheet: TranscriptionSheet
  private var form: FormOutline { sheet.form }

  init(_ sheet: TranscriptionSheet) { self.sheet = sheet }

  func write(_ writer: borrowing SheetWriter) throws(SpreadsheetError) {
    guard let variant = form.column(.variant(1)) else { return }
    let all = sheet.cells(0...form.columns.count - 1)
    try writer.highlight(
      all, where: .formula("\(sheet.first(variant))=\"\(Words.absent)\""), sheet.styles.absent)
    for column in form.columns {
      let range = sheet.cells(column.index...column.index)
      if column.content == .code { try writer.highlight(range, where: .duplicates, sheet.styles.wrong) }
      for formula in wrong(column) {
        try writer.highlight(range, where: .formula(formula), sheet.styles.wrong)
      }
      if let formula = missing(column, variant) {
        try writer.highlight(range, where: .formula(formula), sheet.styles.missing)
      }
    }
  }

  /// When points cannot be: above the maximum, below 0, not whole, or against the criterion that binds them.
  private func wrong(_ column: ProtocolColumn) -> [String] {
    guard case .task(let task) = column.content else { return [] }
    let cell = sheet.first(column)
    let maximum = form.criteria.tasks[task].maximum
    let bound = form.criteria.dependencies.filter { $0.dependent == task }.compactMap { bond in
      form.column(.task(bond.controller)).flatMap { forbidden(cell, bond, sheet.first($0)) }
    }
    return ["AND(ISNUMBER(\(cell)),OR(\(cell)>\(maximum),\(cell)<0,\(cell)<>INT(\(cell))))"] + bound
  }

  /// When a bound criterion has points that the controlling one does not allow.
  private func forbidden(_ cell: String, _ bond: Dependency, _ controller: String) -> String? {
    let offered = form.criteria.list(.task(bond.dependent))
    let cases = form.criteria.list(.task(bond.controller)).compactMap { value -> String? in
      guard let allowed = bond.allowed.first(where: { FormValue($0.key) == value })?.value else { return nil }
      let permitted = offered.filter { value in allowed.contains { FormValue($0) == value } }
      guard permitted.count < offered.count else { return nil }
      let tests = permitted.map { "\(cell)=\($0.inFormula)" }.joined(separator: ",")
      let outside = permitted.isEmpty ? "TRUE" : "NOT(OR(\(tests)))"
      return "AND(\(controller)=\(value.inFormula),\(outside))"
    }
    // An empty cell equals 0.
    guard !cases.isEmpty else { return nil }
    return "AND(LEN(\(cell))>0,LEN(\(controller))>0,OR(\(cases.joined(separator: ","))))"
  }

  /// When something is missing: of a pupil with a variant everything is wanted, of any row the code.
  private func missing(_ column: ProtocolColumn, _ variant: ProtocolColumn) -> String? {
    let isEmpty = "LEN(\(sheet.first(column)))=0"
    switch column.content {
    case .total, .variant(1): return nil
    case .code: return "AND(\(isEmpty),LEN(\(sheet.first(variant)))>0)"
    case .task(let task):
      let own = form.column(.variant(form.criteria.tasks[task].part)) ?? variant
      return "AND(\(isEmpty),ISNUMBER(\(sheet.first(own))))"
    case .variant, .schoolClass, .sex, .mark: return "AND(\(isEmpty),ISNUMBER(\(sheet.first(variant))))"
    }
  }
}

extension FormValue {
  /// The value as a formula writes it.
  fileprivate var inFormula: String {
    switch self {
    case .number(let number): "\(number)"
    case .word(let word): "\"\(word)\""
    }
  }
}
