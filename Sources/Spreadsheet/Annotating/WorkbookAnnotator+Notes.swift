/// The notes of a sheet and the boxes in which they open.
extension WorkbookAnnotator {
  mutating func annotate(
    _ sheet: Sheet, number: Int, _ marks: [WorkbookAnnotations.Mark]
  ) throws(SpreadsheetError) {
    let folder = Self.folder(of: sheet.part)
    let relations = try package.relationships(of: sheet.part)
    let known = relations.first { $0.kind == "comments" }?.part(from: folder)
    let notes = marks.compactMap { mark in mark.note.map { (cell: mark.cell, text: $0) } }
      .sorted { $0.cell < $1.cell }
    guard known != nil || !notes.isEmpty else { return }
    let bytes = if let known { try package.bytes(of: known) } else { [UInt8]?.none }
    let part = try NotesPart(bytes, author: annotations.author, dialect, limits: package.limits)
    let own = notes.filter { !part.theirs.contains($0.cell) }
    guard !own.isEmpty || !part.ours.isEmpty else { return }
    let name = if let known { known } else { try link("comments", "xl/comments", ".xml", to: sheet).name }
    package.put(part.bytes(with: own), as: name)
    try draw(own, removing: part.ours, in: sheet, number: number)
  }

  /// Puts the boxes of the notes into the sheet's drawing of notes.
  mutating func draw(
    _ notes: [NotesPart.Note], removing old: Set<CellReference>, in sheet: Sheet, number: Int
  ) throws(SpreadsheetError) {
    let place = try SheetDrawing(try package.bytes(of: sheet.part) ?? [], limits: package.limits)
    let folder = Self.folder(of: sheet.part)
    let known = try package.relationships(of: sheet.part).first { $0.id == place.relationship }?.part(
      from: folder)
    let bytes = if let known { try package.bytes(of: known) } else { [UInt8]?.none }
    var shapes = NoteShapes(bytes, sheetNumber: number)
    shapes.remove(old)
    shapes.add(notes)
    if let known { return package.put(shapes.bytes, as: known) }
    let new = try link("vmlDrawing", "xl/drawings/vmlDrawing", ".vml", to: sheet)
    package.put(shapes.bytes, as: new.name)
    package.put(place.referring(to: new.id, dialect), as: sheet.part)
  }

  /// A name for a new part, with a relationship from a sheet.
  mutating func link(
    _ kind: String, _ stem: String, _ end: String, to sheet: Sheet
  ) throws(SpreadsheetError) -> (name: String, id: String) {
    let name = package.freeName(stem, end)
    if kind == "comments" { types.append((name, ContentType.notes)) }
    return (name, try relate(sheet.part, kind, target: "/" + name))
  }
}
