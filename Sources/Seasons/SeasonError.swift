internal import SchoolCalendar

/// A file of the seasons' data that cannot be used: which one, where in it, and why.
public struct SeasonError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// It is no JSON, or a value is beyond what can be read; the parser's words, where it has any.
    case malformed(String)
    /// The field is not there.
    case missing
    /// The field holds a value of another type than this one.
    case wrongType(expected: String)
    /// The field's value is none of those that it may have.
    case invalid(value: String, expected: String)
  }

  /// The path below the folder of the data: `criteria/2024/4-ma.json`.
  public let file: String
  /// The place in the file, `tasks[2].id`; empty when the whole file is meant.
  public let field: String
  /// What is wrong.
  public let reason: Reason

  init(_ file: String, _ field: String, _ reason: Reason) {
    self.file = file
    self.field = field
    self.reason = reason
  }

  /// The error of a decoder, told as one of a file.
  init(_ error: any Error, file: String) {
    switch error {
    case let error as SeasonError: self.init(file, error.field, error.reason)
    case let error as InvalidField:
      self.init(file, error.path, .invalid(value: error.value, expected: error.expected))
    case let error as DecodingError: self.init(error, file: file)
    default: self.init(file, "", .malformed("\(error)"))
    }
  }

  private init(_ error: DecodingError, file: String) {
    switch error {
    case .typeMismatch(let type, let context):
      self.init(file, Self.path(context.codingPath), .wrongType(expected: Self.word(for: type)))
    case .valueNotFound(let type, let context):
      self.init(file, Self.path(context.codingPath), .wrongType(expected: Self.word(for: type)))
    case .keyNotFound(let key, let context):
      self.init(file, Self.path(context.codingPath + [key]), .missing)
    case .dataCorrupted(let context):
      let path = Self.path(context.codingPath)
      // Of the file as a whole the parser says no more than that it is no JSON.
      self.init(file, path, .malformed(path.isEmpty ? "" : context.debugDescription))
    @unknown default: self.init(file, "", .malformed("\(error)"))
    }
  }

  /// A place in a file, as a person writes it: `tasks[2].id`.
  static func path(_ steps: [any CodingKey]) -> String {
    steps.reduce("") { path, step in
      if let index = step.intValue { return "\(path)[\(index)]" }
      return path.isEmpty ? step.stringValue : "\(path).\(step.stringValue)"
    }
  }

  private static func word(for type: any Any.Type) -> String {
    switch type {
    case is Int.Type, is Double.Type: "a whole number"
    case is String.Type: "text"
    case is Bool.Type: "true or false"
    case is any Collection.Type: "\(type)".hasPrefix("Dictionary") ? "an object" : "a list"
    default: "an object"
    }
  }
}

extension SeasonError: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    let place = field.isEmpty ? file : "\(file): \(field)"
    return switch reason {
    case .malformed(let cause): "\(place): no valid JSON\(cause.isEmpty ? "" : " (\(cause))")"
    case .missing: "\(place) is missing"
    case .wrongType(let expected): "\(place): expected \(expected)"
    case .invalid(let value, let expected): "\(place): found «\(value)», expected \(expected)"
    }
  }
}
