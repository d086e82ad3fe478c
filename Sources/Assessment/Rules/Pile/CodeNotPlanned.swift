extension Rule {
  static let codeNotPlanned = Rule(
    "XCK011", "code-not-planned", .error, .sources,
    title: Text("Коды не этой школы", "Codes of another school"),
    message: Text(
      "{count} {count|код|кода|кодов} вне диапазона, который по плану выдан школе на эту работу ({planned}): {codes}{owner}.",
      "{count} {count|code lies|codes lie} outside the range that the plan has for this work of the school ({planned}): {codes}{owner}."
    ),
    why: Text(
      "Коды выдают каждой школе свои: с чужими в форму попали бы результаты других участников.",
      "Every school is given codes of its own: with those of another one the form would hold results of other pupils."
    ),
    mend: Text(
      "Узнайте, чей это файл. Если он этой школы, сверьте коды с бумажным протоколом; если выданы другие коды, поправьте план.",
      "Find out whose file it is. If it is this school's, compare the codes with the paper protocol; if other codes were given out, mend the plan."
    ),
    basis: .practice, accepts: [], rejects: []
  ) { examination, reporter in
    for case .codesNotPlanned(let source, let codes, let planned, let owner) in examination.crossings {
      let ranges = planned.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      reporter.report(
        Place(source: source, participant: codes.first),
        [
          "count": .number(codes.count), "planned": .text(ranges.joined(separator: ", ")),
          "codes": shownCodes(codes),
          "owner": .words(
            owner.map { Text("; по плану это коды школы \($0)", "; the plan gives them to \($0)") }
              ?? Text("", "")),
        ])
    }
  }

  /// The first of many codes: `40105, 40106, 40107, 40108, 40109 и другие`.
  static func shownCodes(_ codes: [Int]) -> Parameter {
    let first = codes.prefix(5).map(String.init).joined(separator: ", ")
    return .words(codes.count > 5 ? Text("\(first) и другие", "\(first) and others") : Text(first, first))
  }
}
