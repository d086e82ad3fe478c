extension Decoder {
  /// An error about a field below the place where the decoder stands; the name of the file is added to it later.
  func wrong(_ key: (any CodingKey)?, _ value: some CustomStringConvertible, expected: String) -> SeasonError
  {
    let steps = codingPath + (key.map { [$0] } ?? [])
    return SeasonError("", SeasonError.path(steps), .invalid(value: value.description, expected: expected))
  }

  /// Refuses a field that nobody would read: a misspelled one would be passed over in silence.
  func refuseUnknown<Key: CodingKey & CaseIterable>(_ known: Key.Type, and others: [String] = []) throws {
    let names = Key.allCases.map(\.stringValue) + others
    for key in try container(keyedBy: AnyKey.self).allKeys where !names.contains(key.stringValue) {
      throw wrong(key, key.stringValue, expected: "a known field")
    }
  }
}

extension KeyedDecodingContainer {
  /// A whole number; of another one the parser itself would not tell where it stands.
  func whole(_ key: Key) throws -> Int {
    let number = try decode(Double.self, forKey: key)
    guard let whole = Int(exactly: number) else {
      let place = SeasonError.path(codingPath + [key])
      throw SeasonError("", place, .invalid(value: "\(number)", expected: "a whole number"))
    }
    return whole
  }
}

/// Any field of an object, to see which there are.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
