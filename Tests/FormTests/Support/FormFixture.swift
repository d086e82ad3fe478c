import Form
import Foundation
import Testing

@testable import Assessment
@testable import Spreadsheet

/// A form of `fixtures/forms`.
struct FormFixture: CustomTestStringConvertible {
  /// The folder's name, which says what was done to the form.
  let flavour: String
  let name: String

  var testDescription: String { "\(flavour): \(name)" }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures/forms").standardized

  /// All forms, or those of some flavours.
  static func all(_ flavours: [String] = []) -> [FormFixture] {
    let paths = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String } ?? []
    return paths.sorted().filter { $0.hasSuffix(".xlsx") }.compactMap { path in
      let parts = path.split(separator: "/")
      guard parts.count == 2, flavours.isEmpty || flavours.contains(String(parts[0])) else { return nil }
      return FormFixture(flavour: String(parts[0]), name: String(parts[1]))
    }
  }

  func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: Self.root.appending(path: "\(flavour)/\(name)")))
  }

  func form() throws -> DownloadedForm { try DownloadedForm(bytes(), name: name) }

  /// The JSON beside a filled form: what it says.
  func truth() throws -> [String: Any] {
    let file = Self.root.appending(path: "\(flavour)/\(name)").deletingPathExtension().appendingPathExtension(
      "json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return value as? [String: Any] ?? [:]
  }
}

extension AcceptedProtocol {
  /// A protocol of some pupils for a form's criteria: points of every kind, the third pupil absent.
  static func synthetic(_ criteria: Criteria, pupils: Int) -> AcceptedProtocol {
    let first = criteria.terms.codes?.lowerBound ?? 1
    let rows = (0..<pupils).map { number in
      if number == 2 {
        return AcceptedRow(
          code: first + number, isAbsent: true, variants: [], points: [], schoolClass: nil, sex: nil,
          previousMark: nil)
      }
      let points = criteria.tasks.indices.map { task in
        (number + task) % 5 == 4
          ? criteria.terms.offersNotCovered(task) ? Points.notCovered : .notAttempted
          : Points((number + task) % (criteria.tasks[task].maximum + 1))
      }
      return AcceptedRow(
        code: first + number, isAbsent: false, variants: (0..<criteria.parts).map { 1 + (number + $0) % 2 },
        points: points,
        schoolClass: 1 + number % 3, sex: criteria.terms.asksSex ? (number % 2 == 0 ? .female : .male) : nil,
        previousMark: number % 4 == 0 ? PreviousMark.none : .mark(2 + number % 4))
    }
    return AcceptedProtocol(criteria: criteria, rows: rows)
  }
}
