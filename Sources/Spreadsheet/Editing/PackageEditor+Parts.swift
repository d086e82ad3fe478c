/// Which parts a package has, and how they refer to one another.
extension PackageEditor {
  /// The workbook part, which the package names in its own relationships.
  mutating func mainPart() throws(SpreadsheetError) -> String {
    let document = try relationships(of: "").first { $0.kind == "officeDocument" }
    return document?.part(from: "") ?? "xl/workbook.xml"
  }

  /// The relationships of a part to others; of the package itself for an empty name.
  mutating func relationships(of part: String) throws(SpreadsheetError) -> [Relationship] {
    guard let bytes = try bytes(of: PackageDirectory.relationships(of: part)) else { return [] }
    let relations = RelationshipsXML()
    try XMLReader.read(bytes, into: relations, limits: limits)
    return relations.meaning
  }

  /// The opening tag of a part's root.
  mutating func rootTag(of part: String) throws(SpreadsheetError) -> XMLTag {
    guard let bytes = try bytes(of: part) else { throw SpreadsheetError(.missingPart, part: part) }
    let outline = try XMLOutline(bytes, depth: 1, limits: limits)
    guard let root = outline.root else { throw SpreadsheetError(.cannotWrite, part: part) }
    return outline.tag(of: root)
  }
}
