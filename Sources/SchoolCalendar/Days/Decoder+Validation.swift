extension Decoder {
  /// A text turned into a value, or `InvalidField`.
  func validated<Value>(_ expected: String, _ parse: (String) -> Value?) throws -> Value {
    let text = try singleValueContainer().decode(String.self)
    guard let value = parse(text) else { throw InvalidField(self, value: text, expected: expected) }
    return value
  }

  /// A word or number of a closed list, or `InvalidField` that names the list.
  func choice<Value: RawRepresentable & CaseIterable>() throws -> Value
  where Value.RawValue: Decodable & CustomStringConvertible {
    let raw = try singleValueContainer().decode(Value.RawValue.self)
    guard let value = Value(rawValue: raw) else {
      let list = Value.allCases.map(\.rawValue.description).joined(separator: ", ")
      throw InvalidField(self, value: raw, expected: "one of \(list)")
    }
    return value
  }

  /// Throws `InvalidField` for a key that nobody would read.
  func refuseKeys(except known: [String]) throws {
    for key in try container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
      throw InvalidField(self, key.stringValue, value: key.stringValue, expected: "a known key")
    }
  }
}

extension Encoder {
  /// A value written as its text.
  func write(_ text: String) throws {
    var container = singleValueContainer()
    try container.encode(text)
  }
}

/// Any key of an object, to see which there are.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }
}
