/// The start of an element, valid only while its handler runs.
struct XMLElement {
  /// The name without prefix or namespace.
  let name: String
  /// Whether it belongs to one of the namespaces that the reader was told to understand.
  let isKnown: Bool
  private let attributes: [(name: String, value: String, isQualified: Bool)]

  init(name: String, isKnown: Bool, attributes: [(name: String, value: String, isQualified: Bool)]) {
    self.name = name
    self.isKnown = isKnown
    self.attributes = attributes
  }

  /// The value of the attribute of that local name; one without a namespace first.
  subscript(name: String) -> String? {
    attributes.first { $0.name == name && !$0.isQualified }?.value
      ?? attributes.first { $0.name == name }?.value
  }

  /// The value of a namespaced attribute such as `r:id`.
  func qualified(_ name: String) -> String? {
    attributes.first { $0.name == name && $0.isQualified }?.value
  }

  /// Whether a boolean attribute of XML Schema says yes.
  func flag(_ name: String) -> Bool {
    self[name].map { $0 == "1" || $0 == "true" || $0 == "on" } ?? false
  }
}

/// Takes the events of one part in the order of the text.
protocol XMLEvents: AnyObject {
  func start(_ element: XMLElement) throws(SpreadsheetError)
  func end(_ name: String) throws(SpreadsheetError)
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError)
}

extension XMLEvents {
  func end(_ name: String) throws(SpreadsheetError) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {}
}
