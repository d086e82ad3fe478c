internal import Spreadsheet

/// The codes of the protocol against those that were given out.
struct RosterComparison {
  /// Rows of the transcriptions whose code was not given out, and that no other rule speaks of.
  let notIssued: [Participant]
  /// Cells of the list without a code, or with a number that no grade has for one.
  let unclear: [CellLocation]
  /// Whether all codes of the list are those of another grade.
  let isOtherGrade: Bool
  /// Codes that the protocol uses and beside which the list, which holds names, has none.
  let unnamed: [Roster.Entry]
  /// Codes of the form's range that were given out and have no row, each once.
  let unused: [Roster.Entry]
  /// How many rows are known to hold a wrong code or none: so many unused codes are theirs.
  let rowsWithWrongCode: Int

  init(_ record: AssessmentProtocol, _ roster: Roster) {
    let terms = record.criteria.terms
    var used: [Int: Int] = [:]
    var withoutCode = 0
    for row in record.participants {
      if let code = row.code.value, terms.takes(code: code) {
        used[code, default: 0] += 1
      } else {
        withoutCode += 1
      }
    }
    isOtherGrade = !roster.entries.isEmpty && !roster.entries.contains { terms.takes(code: $0.code) }
    let unknown = record.participants.filter { row in
      row.code.value.map { used[$0] == 1 && !roster.codes.contains($0) } ?? false
    }
    // Rows of the list whose code is wrong own as many of these: naming them too would only repeat the cause.
    unclear =
      roster.unclear
      + roster.entries.filter { !terms.takes(code: $0.code) && EntryTerms.grade(ofCode: $0.code) == nil }
      .map(\.location)
    let wrong = unclear.count + roster.entries.count - roster.codes.count
    notIssued = isOtherGrade || unknown.count <= wrong ? [] : unknown
    var seen: Set<Int> = []
    unused = roster.entries.filter {
      terms.takes(code: $0.code) && used[$0.code] == nil && seen.insert($0.code).inserted
        && ($0.person != nil || !roster.hasNames)
    }
    unnamed = !roster.hasNames ? [] : roster.entries.filter { $0.person == nil && used[$0.code] != nil }
    let repeated = used.values.reduce(0) { $0 + $1 - 1 }
    rowsWithWrongCode = withoutCode + notIssued.count + repeated
  }

  /// Whether two codes of the same length differ in one digit: 40022 and 40072.
  static func differByOneDigit(_ a: Int, _ b: Int) -> Bool {
    var (a, b, different) = (a, b, 0)
    while a > 0 && b > 0 {
      if a % 10 != b % 10 { different += 1 }
      (a, b) = (a / 10, b / 10)
    }
    return a == b && different == 1
  }
}
