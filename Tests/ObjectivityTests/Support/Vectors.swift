import Foundation
import Testing

/// Known answers: `fixtures/objectivity/vectors.json`.
struct Vectors {
  private let value: Any?

  /// One group of answers.
  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../fixtures/objectivity/vectors.json").standardized
    let all = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    value = try #require(all?[name])
  }

  private init(value: Any?) { self.value = value }

  subscript(_ key: String) -> Vectors { Vectors(value: (value as? [String: Any])?[key]) }

  /// A number; of a rational the quotient.
  var number: Double {
    get throws {
      if let fraction = value as? [String: Any], let text = fraction["num"] as? String,
        let top = Double(text), let bottom = Double(fraction["den"] as? String ?? "")
      {
        return top / bottom
      }
      return try #require((value as? NSNumber)?.doubleValue)
    }
  }

  var list: [Vectors] {
    get throws { try #require(value as? [Any]).map { Vectors(value: $0) } }
  }

  var numbers: [Double] { get throws { try list.map { try $0.number } } }
  var ints: [Int] { get throws { try numbers.map { Int($0) } } }
  var table: [[Int]] { get throws { try list.map { try $0.ints } } }
  var int: Int { get throws { Int(try number) } }
}

/// Whether a number is the expected one to so many digits; rational answers are exact to 1e-12.
func expect(
  _ number: Double?, _ expected: Double, within tolerance: Double = 1e-9,
  at location: SourceLocation = #_sourceLocation
) {
  guard let number else {
    Issue.record("There is no number, \(expected) was expected.", sourceLocation: location)
    return
  }
  #expect(abs(number - expected) <= tolerance * max(1, abs(expected)), sourceLocation: location)
}

/// Whether numbers are the expected ones.
func expect(
  _ numbers: [Double], _ expected: [Double], within tolerance: Double = 1e-9,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(numbers.count == expected.count, sourceLocation: location)
  for (number, expected) in zip(numbers, expected) {
    expect(number, expected, within: tolerance, at: location)
  }
}

/// A rational answer is met to this.
let exact = 1e-12
