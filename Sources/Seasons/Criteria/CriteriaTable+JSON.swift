internal import Assessment

extension CriteriaTable {
  /// The table as a file of `schemas/criteria/`: fields in the order of the schema, lines of at most 110 characters.
  public var json: String {
    var lines = [
      Self.line("$schema", "../../criteria.schema.json"), Self.line("season", work.season),
      Self.line("grade", work.grade), Self.line("subject", work.subject), Self.line("title", title),
      Self.line("level", work.level.rawValue), Self.list("tasks", tasks.map(\.json)),
      Self.line("total", total),
    ]
    if !scale.isEmpty { lines.append(Self.list("scale", scale.map(\.json))) }
    if !dependencies.isEmpty { lines.append(Self.list("dependencies", dependencies.map(\.json))) }
    lines += [
      Self.line("source", source), Self.line("confidence", confidence), Self.line("tasksBasis", tasksBasis),
    ]
    if let scaleBasis { lines.append(Self.line("scaleBasis", scaleBasis)) }
    if let notes { lines.append(Self.line("notes", notes)) }
    return "{\n  " + lines.joined(separator: ",\n  ") + "\n}\n"
  }

  private static func line(_ key: String, _ value: Int) -> String { "\"\(key)\": \(value)" }

  private static func line(_ key: String, _ value: String) -> String { "\"\(key)\": \(value.quoted)" }

  /// A list with as many items to a line as fit.
  private static func list(_ key: String, _ items: [String]) -> String {
    var rows: [String] = []
    for (index, item) in items.enumerated() {
      let item = item + (index + 1 < items.count ? "," : "")
      if let row = rows.last, row.count + item.count < 106 {
        rows[rows.count - 1] = "\(row) \(item)"
      } else {
        rows.append(item)
      }
    }
    return "\"\(key)\": [\n    " + rows.joined(separator: "\n    ") + "\n  ]"
  }
}

extension CriteriaTable.Task {
  fileprivate var json: String {
    "{\"id\": \(id.quoted), \"max\": \(max)\(part.map { ", \"part\": \($0)" } ?? "")}"
  }
}

extension CriteriaTable.Band {
  fileprivate var json: String { "{\"mark\": \(mark), \"from\": \(from), \"to\": \(to)}" }
}

extension CriteriaTable.Limit {
  fileprivate var json: String {
    let names = dependents.map(\.quoted).joined(separator: ", ")
    return "{\"controller\": \(controller.quoted), \"whenIn\": [\(Self.json(whenIn))], "
      + "\"dependents\": [\(names)], \"allowed\": [\(Self.json(allowed))]}"
  }

  private static func json(_ points: [Points]) -> String {
    points.map { $0.number.map(String.init) ?? $0.word.quoted }.joined(separator: ", ")
  }
}

extension String {
  /// The text as a JSON string.
  fileprivate var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
