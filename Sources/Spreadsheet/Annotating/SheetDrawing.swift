/// The place of a worksheet part where it refers to the drawing of its notes (ECMA-376, part 1, 18.3.1.52).
struct SheetDrawing {
  private let outline: XMLOutline
  /// The identifier of the relationship to the drawing, if there is one.
  let relationship: String?

  init(_ part: [UInt8], limits: Limits) throws(SpreadsheetError) {
    outline = try XMLOutline(part, depth: 2, limits: limits)
    relationship = outline.section("legacyDrawing").flatMap { [outline] in
      outline.tag(of: $0.element).qualified("id")
    }
  }

  /// What stands behind the reference in a worksheet part, by the format's order.
  private static let later: Set<String> = [
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst", "AlternateContent",
  ]

  /// The part with a reference to a drawing.
  func referring(to id: String, _ dialect: PackageDialect) -> [UInt8] {
    guard let root = outline.root else { return outline.bytes }
    let children = outline.children(of: 0)
    let rows = children.firstIndex { $0.name == "sheetData" } ?? 0
    let next = children[rows...].first { Self.later.contains($0.name) }
    var patch = XMLPatch()
    patch.insert(
      "<\(root.prefix)legacyDrawing xmlns:r=\"\(dialect.relationships)\" r:id=\"\(id)\"/>",
      at: next?.whole.lowerBound ?? root.content.upperBound)
    return patch.applied(to: outline.bytes)
  }
}
