/// The parts that say which parts there are: relationships and content types.
enum PackageDirectory {
  /// A relationships part with one relationship more.
  ///
  /// - Returns: the part and the identifier of the new relationship.
  static func adding(
    _ kind: String, target: String, to part: [UInt8]?, _ dialect: PackageDialect, limits: Limits
  ) throws(SpreadsheetError) -> (bytes: [UInt8], id: String) {
    let outline = try XMLOutline(part ?? Array(noRelationships.utf8), depth: 2, limits: limits)
    guard let root = outline.root else { throw SpreadsheetError(.cannotWrite) }
    let taken = Set(outline.children(of: 0).compactMap { outline.tag(of: $0)["Id"] })
    var number = taken.count + 1
    while taken.contains("rId\(number)") { number += 1 }
    var patch = XMLPatch()
    patch.append(
      "<\(root.prefix)Relationship Id=\"rId\(number)\" Type=\"\(dialect.relationships)/\(kind)\" Target=\"\(XMLText.escaped(target))\"/>",
      to: root, in: outline)
    return (patch.applied(to: outline.bytes), "rId\(number)")
  }

  /// The content types with those of some parts, and of some extensions where they are not there yet.
  static func types(
    _ part: [UInt8], adding parts: [(name: String, type: String)], extensions: [(name: String, type: String)],
    limits: Limits
  ) throws(SpreadsheetError) -> [UInt8] {
    let outline = try XMLOutline(part, depth: 2, limits: limits)
    guard let root = outline.root else { throw SpreadsheetError(.cannotWrite) }
    let known = Set(outline.children(of: 0).compactMap { outline.tag(of: $0)["Extension"]?.lowercased() })
    var text = ""
    for (name, type) in extensions where !known.contains(name) {
      text += "<\(root.prefix)Default Extension=\"\(name)\" ContentType=\"\(type)\"/>"
    }
    for (name, type) in parts {
      text += "<\(root.prefix)Override PartName=\"/\(XMLText.escaped(name))\" ContentType=\"\(type)\"/>"
    }
    var patch = XMLPatch()
    patch.append(text, to: root, in: outline)
    return patch.applied(to: outline.bytes)
  }

  /// Where the relationships of a part stand.
  static func relationships(of part: String) -> String {
    let name =
      part.utf8.lastIndex(of: UInt8(ascii: "/")).map { part.utf8.index(after: $0) } ?? part.startIndex
    return "\(part[..<name])_rels/\(part[name...]).rels"
  }

  private static let noRelationships = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>
    """
}
