internal import Assessment
internal import Spreadsheet

/// A place with its names: what a person, or another program, reads.
struct PlaceNames {
  let file: String?
  let sheet: String?
  let cell: String?

  init(_ place: Place, in examination: Examination) {
    let source = (place.source ?? place.cell?.source).flatMap {
      examination.sources.indices.contains($0) ? examination.sources[$0] : nil
    }
    file = source?.name
    let sheets = source?.workbook?.sheets
    // A text table has one sheet without a name; its cells are addressed as in any other.
    sheet = place.cell.flatMap { cell in
      sheets.flatMap { $0.indices.contains(cell.sheet) ? $0[cell.sheet].name : nil }
    }
    .flatMap { $0.isEmpty ? nil : $0.composed }
    // A sheet named after a pupil is called by its place in the workbook.
    .map { PersonName.isLikely($0) ? "№ \((place.cell?.sheet ?? 0) + 1)" : $0 }
    cell = place.cell?.cell.description
  }

  /// `5А-мат.xlsx · Протокол!H17`, as far as it is known.
  var text: String { [file ?? "", address ?? ""].filter { !$0.isEmpty }.joined(separator: " · ") }

  /// `Протокол!H17`
  var address: String? {
    let parts = [sheet, cell].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "!")
  }
}
