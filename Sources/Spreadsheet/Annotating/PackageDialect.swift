/// Which of the two namespaces of the format a package is written in: transitional, as almost all are, or strict.
enum PackageDialect {
  case transitional, strict

  /// Told by the root of the workbook part.
  init(main root: XMLTag) {
    self = root.text.contains("purl.oclc.org/ooxml") ? .strict : .transitional
  }

  /// The namespace of worksheets, styles and notes.
  var main: String {
    switch self {
    case .transitional: "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    case .strict: "http://purl.oclc.org/ooxml/spreadsheetml/main"
    }
  }

  /// The namespace of references between parts, and the beginning of each relationship's type.
  var relationships: String {
    switch self {
    case .transitional: "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    case .strict: "http://purl.oclc.org/ooxml/officeDocument/relationships"
    }
  }
}

/// The content types of the parts that are added.
enum ContentType {
  private static let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  static let worksheet = "\(spreadsheet).worksheet+xml"
  static let styles = "\(spreadsheet).styles+xml"
  static let notes = "\(spreadsheet).comments+xml"
  static let drawing = "application/vnd.openxmlformats-officedocument.vmlDrawing"
}
