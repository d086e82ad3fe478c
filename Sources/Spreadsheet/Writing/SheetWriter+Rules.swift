internal import CLate

extension SheetWriter {
  /// Checks what is entered into a rectangle of cells.
  public func rule(_ rule: InputRule, for range: CellRange) throws(SpreadsheetError) {
    // The library prints a warning of its own for longer texts; here they are an error.
    let fits = rule.title.count <= 32 && rule.message.count <= 255 && (rule.hint?.count ?? 0) <= 255
    try check(range.first, fits) { _, _ in LXW_NO_ERROR }
    let texts = [rule.kind.formula.map { "=" + $0 }, rule.title, rule.message, rule.hint]
    try check(range) { (top, left, bottom, right) in
      unsafe withCStrings(texts.map { $0?.isEmpty == true ? nil : $0 }) { pointers in
        var validation = unsafe lxw_data_validation()
        unsafe rule.apply(to: &validation)
        unsafe validation.value_formula = unsafe pointers[0]
        unsafe validation.error_title = unsafe pointers[1]
        unsafe validation.error_message = unsafe pointers[2]
        unsafe validation.input_message = unsafe pointers[3]
        return unsafe worksheet_data_validation_range(sheet, top, left, bottom, right, &validation)
      }
    }
  }

  /// Colours those cells of a rectangle for which a rule holds.
  public func highlight(
    _ range: CellRange, where rule: HighlightRule, _ style: CellStyle.ID
  ) throws(SpreadsheetError) {
    let formula: String? = if case .formula(let text) = rule { "=" + text } else { nil }
    try check(range) { (top, left, bottom, right) in
      unsafe withCStrings([formula]) { pointers in
        var condition = unsafe lxw_conditional_format()
        let type = formula == nil ? LXW_CONDITIONAL_TYPE_DUPLICATE : LXW_CONDITIONAL_TYPE_FORMULA
        unsafe condition.type = UInt8(type.rawValue)
        unsafe condition.value_string = unsafe pointers[0]
        unsafe condition.format = unsafe format(style)
        return unsafe worksheet_conditional_format_range(sheet, top, left, bottom, right, &condition)
      }
    }
  }
}

extension InputRule {
  /// The type of the check and its bounds.
  fileprivate func apply(to validation: inout lxw_data_validation) {
    unsafe validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    let severity = isWarning ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP
    unsafe validation.error_type = UInt8(severity.rawValue)
    switch kind {
    case .list: unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    case .formula: unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
    case .whole(let range):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      unsafe validation.minimum_number = Double(range.lowerBound)
      unsafe validation.maximum_number = Double(range.upperBound)
    }
  }
}

extension InputRule.Kind {
  /// The formula of a list or of a free check.
  fileprivate var formula: String? {
    switch self {
    case .list(let formula), .formula(let formula): formula
    case .whole: nil
    }
  }
}
