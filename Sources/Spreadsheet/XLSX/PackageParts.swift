/// A relationship of a part to another (ECMA-376, part 2, 9.3).
struct Relationship: Sendable {
  let id: String
  /// The last word of the type's address: `worksheet`, `sharedStrings` …
  let kind: String
  let target: String
  let isExternal: Bool

  /// Whether two dots follow one another in the target, as in a path that climbs.
  var hasTwoDots: Bool {
    var previous: UInt8 = 0
    for byte in target.utf8 {
      if byte == UInt8(ascii: "."), previous == byte { return true }
      previous = byte
    }
    return false
  }

  /// The part that the target names, seen from a folder; `nil` when it lies outside the package.
  func part(from folder: String) -> String? {
    let bytes = target.utf8
    let slash = UInt8(ascii: "/")
    guard !isExternal, !bytes.contains(UInt8(ascii: ":")), !bytes.contains(UInt8(ascii: "\\")) else {
      return nil
    }
    // What programs write is a path down, from the folder or from the root: nothing to take away from it.
    let isAbsolute = bytes.first == slash
    let path = isAbsolute ? target.dropFirst() : target[...]
    if Self.isDownward(path.utf8) {
      return isAbsolute || folder.isEmpty ? String(path) : "\(folder)/\(path)"
    }
    var parts = isAbsolute ? [] : folder.utf8.split(separator: slash)
    for piece in bytes.split(separator: slash) where !piece.elementsEqual(".".utf8) {
      if !piece.elementsEqual("..".utf8) {
        parts.append(piece)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.map { Substring($0) }.joined(separator: "/")
  }

  /// Whether a path has pieces, and none of them is empty or begins with a dot.
  private static func isDownward(_ path: Substring.UTF8View) -> Bool {
    var previous = UInt8(ascii: "/")
    for byte in path {
      if previous == UInt8(ascii: "/"), byte == previous || byte == UInt8(ascii: ".") { return false }
      previous = byte
    }
    return previous != UInt8(ascii: "/")
  }
}

/// Reads a relationships part.
final class RelationshipsXML: XMLMeaning {
  static let repeated = RepeatedParts<[Relationship]>()
  private(set) var meaning: [Relationship] = []

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    guard element.name == "Relationship", let id = element["Id"], let target = element["Target"] else {
      return
    }
    let type = element["Type"] ?? ""
    let slash = type.utf8.lastIndex(of: UInt8(ascii: "/"))
    let kind = slash.map { String(type[type.utf8.index(after: $0)...]) } ?? type
    meaning.append(
      Relationship(id: id, kind: kind, target: target, isExternal: element["TargetMode"] == "External"))
  }
}

/// What the workbook part says: sheets in order, the date system, defined names.
struct WorkbookPart {
  var sheets: [(name: String, relationship: String, visibility: Visibility)] = []
  var uses1904 = false
  var names: [DefinedName] = []
}

/// Reads the workbook part.
final class WorkbookXML: XMLMeaning {
  static let repeated = RepeatedParts<WorkbookPart>()
  private(set) var meaning = WorkbookPart()
  private let limits: Limits
  private var name: String?
  private var formula: [UInt8] = []

  init(limits: Limits) { self.limits = limits }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    switch element.name {
    case "sheet":
      let visibility = element["state"].flatMap { Visibility(rawValue: $0) } ?? .visible
      meaning.sheets.append(
        ((element["name"] ?? ""), element.qualified("id") ?? element["id"] ?? "", visibility))
      guard meaning.sheets.count <= limits.sheets else {
        throw SpreadsheetError(.tooManySheets, limit: limits.sheets)
      }
    case "workbookPr" where element.isKnown: meaning.uses1904 = element.flag("date1904")
    case "definedName":
      name = element["name"]
      formula = []
    default: break
    }
  }

  func end(_ element: String) throws(SpreadsheetError) {
    guard element == "definedName", let name else { return }
    meaning.names.append(DefinedName(name: name, formula: String(decoding: formula, as: UTF8.self)))
    self.name = nil
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    if name != nil { unsafe formula.append(contentsOf: bytes) }
  }
}

/// Reads `[Content_Types].xml` for the one question: which kind of workbook is it.
final class ContentTypesXML: XMLMeaning {
  static let repeated = RepeatedParts<Bool>()
  /// Whether the workbook has macros.
  private(set) var meaning = false

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    if element["ContentType"]?.hasSuffix("macroEnabled.main+xml") == true { meaning = true }
  }
}
