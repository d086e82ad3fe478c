internal import Assessment

/// The other cells of a finding as people read them: `H5, H6, баллы.xlsx · Лист1!C5`; the file and the sheet stand where
/// they are not those of the finding itself.
struct OtherCells {
  private let names: [String]

  init(_ finding: Finding, in examination: Examination) {
    let own = PlaceNames(finding.place, in: examination)
    names = finding.related.compactMap { place in
      let other = PlaceNames(place, in: examination)
      guard let cell = other.cell else { return place.participant.map(String.init) }
      if other.file == own.file { return other.sheet == own.sheet ? cell : "\(other.sheet ?? "")!\(cell)" }
      return other.text
    }
  }

  /// The first ones, and how many more there are.
  func first(_ count: Int, _ language: Language) -> String {
    let rest = names.count - count
    let shown = names.prefix(count).joined(separator: ", ")
    return rest > 0 ? shown + language.say(" и ещё \(rest)", " and \(rest) more") : shown
  }
}
