/// A value of a data file that does not mean what it must: which one, what it was, what was expected.
public struct InvalidField: Error, Hashable, Sendable {
  /// Where in the file, `transfers[2].to`; empty for the value that is the whole file.
  public let path: String

  /// The value as it was written.
  public let value: String

  /// What is expected there, in English, to be read after «expected».
  public let expected: String
}

extension InvalidField: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    "\(path.isEmpty ? "value" : path): found «\(value)», expected \(expected)"
  }
}

extension InvalidField {
  /// A fault at a key below the place where the decoder stands.
  init(_ decoder: any Decoder, _ key: String? = nil, value: some CustomStringConvertible, expected: String) {
    var path = ""
    for step in decoder.codingPath {
      if let index = step.intValue {
        path += "[\(index)]"
      } else {
        path += path.isEmpty ? step.stringValue : "." + step.stringValue
      }
    }
    if let key { path += path.isEmpty ? key : "." + key }
    self.init(path: path, value: value.description, expected: expected)
  }
}
