public import Assessment
internal import FoundationEssentials
internal import Spreadsheet

/// A plan in JSON (`schemas/plan.schema.json`): its tables, with the path of every value in place of a cell.
public struct PlanDocument: Sendable {
  /// Why text is no plan in JSON.
  public struct Fault: Error, Sendable {
    /// What is wrong, in the parser's words.
    public let reason: String
  }

  /// The tables.
  public let tables: [PlanTable]

  /// Whether bytes look like JSON: told by the first character, never by the name.
  public static func isLikely(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes.dropFirst(start).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  /// Reads JSON.
  public init(_ bytes: [UInt8]) throws(Fault) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do {
      let tree = try JSONDecoder().decode(JSONTree.self, from: Data(bytes.dropFirst(start)))
      tables = Self.tables(of: tree)
    } catch let DecodingError.dataCorrupted(context) {
      throw Fault(reason: context.underlyingError.map { "\($0)" } ?? context.debugDescription)
    } catch {
      throw Fault(reason: "\(error)")
    }
  }

  /// The fields of each list by their keys.
  private static let fields: [(key: String, kind: PlanTable.Kind, columns: [String: PlanColumn])] = [
    ("schools", .schools, ["login": .login, "name": .schoolName, "coordinator": .coordinator]),
    (
      "works", .works,
      [
        "school": .login, "grade": .grade, "subject": .subject, "level": .level, "held": .held,
        "participants": .participants, "firstCode": .firstCode, "lastCode": .lastCode, "observer": .observer,
        "expert": .expert, "secondExpert": .secondExpert,
      ]
    ),
    ("observers", .observers, ["name": .person, "workplace": .workplace]),
    (
      "experts", .experts,
      ["name": .person, "school": .login, "subject": .subject, "experience": .experience]
    ),
    ("approvals", .approvals, ["what": .approved, "date": .held, "number": .number]),
  ]

  private static func tables(of tree: JSONTree) -> [PlanTable] {
    guard case .object(let root) = tree else { return [] }
    let known = Set(fields.map(\.key) + ["schema", "$schema", "season"])
    let surplus = root.keys.filter { !known.contains($0) }.sorted().map { Place(source: 0, header: $0) }
    return fields.compactMap { key, kind, columns in
      guard case .array(let items)? = root[key] else { return nil }
      return table(kind, items, key, columns, surplus: kind == .schools ? surplus : [])
    }
  }

  private static func table(
    _ kind: PlanTable.Kind, _ items: [JSONTree], _ key: String, _ columns: [String: PlanColumn],
    surplus: [Place]
  ) -> PlanTable {
    var unknown: Set<String> = []
    let rows = items.enumerated().map { number, item in
      let path = "\(key)[\(number)]"
      var cells: [PlanColumn: PlanTable.Cell] = [:]
      var places: [PlanColumn: Place] = [:]
      for (name, column) in columns { places[column] = Place(source: 0, header: "\(path).\(name)") }
      if case .object(let values) = item {
        for (name, value) in values {
          guard let column = columns[name], let place = places[column] else {
            unknown.insert("\(key)[].\(name)")
            continue
          }
          if let cell = value.cell { cells[column] = PlanTable.Cell(cell, at: place) }
        }
      } else {
        unknown.insert(path)
      }
      return PlanTable.Row(cells: cells, places: places, place: Place(source: 0, header: path))
    }
    return PlanTable(
      kind, rows: rows, unknownColumns: surplus + unknown.sorted().map { Place(source: 0, header: $0) })
  }
}

/// JSON as it stands, before anything is asked of it: a value of the wrong type is for the plan's rules to say.
private enum JSONTree: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  /// The value as a cell would hold it; `nil` for nothing.
  var cell: CellValue? {
    switch self {
    case .null: nil
    case .bool(let value): .boolean(value)
    case .number(let number): .number(number)
    case .text(let text): text.allSatisfy(\.isWhitespace) ? nil : .text(text)
    case .array: .failure("[…]")
    case .object: .failure("{…}")
    }
  }
}
