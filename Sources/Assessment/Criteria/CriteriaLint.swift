/// Checks a table of criteria by itself, without any protocol: that it adds up.
public enum CriteriaLint {
  /// What is wrong with a table: its total (CRT001), its scale (CRT002), its tasks (CRT003).
  public static func findings(in criteria: Criteria) -> [Finding] {
    let checks: [(Rule, (Criteria, Place, inout Reporter) -> Void)] = [
      (.totalMismatch, total), (.scaleBroken, scale), (.taskDuplicate, tasks),
    ]
    var findings: [Finding] = []
    for (rule, check) in checks {
      var reporter = Reporter(rule)
      check(criteria, Place(), &reporter)
      findings += reporter.findings
    }
    Fingerprint.assign(to: &findings, school: nil)
    return findings
  }

  /// The sum of the maxima is the total.
  static func total(_ criteria: Criteria, _ place: Place, _ reporter: inout Reporter) {
    let sum = criteria.sumOfMaxima
    guard sum != criteria.total else { return }
    reporter.report(
      place, ["table": .words(criteria.name), "sum": .number(sum), "total": .number(criteria.total)],
      expected: Expectation("sum", [String(sum)]), actual: Actual(raw: String(criteria.total), type: "number")
    )
  }

  /// The bands follow one another from 0 to the total; a scale that is not known breaks nothing.
  static func scale(_ criteria: Criteria, _ place: Place, _ reporter: inout Reporter) {
    guard let faults = criteria.scaleFaults else { return }
    let bands = criteria.scale.map { "\($0.mark): \($0.points.lowerBound)–\($0.points.upperBound)" }
    for fault in faults {
      reporter.report(
        place, ["table": .words(criteria.name), "fault": .words(fault)],
        expected: Expectation("points", ["0–\(criteria.total)"]),
        actual: Actual(raw: bands.joined(separator: ", "), type: "text"))
    }
  }

  /// No task stands twice.
  static func tasks(_ criteria: Criteria, _ place: Place, _ reporter: inout Reporter) {
    guard Set(criteria.tasks.map(\.id)).count < criteria.tasks.count else { return }
    var counts: [TaskID: Int] = [:]
    for task in criteria.tasks { counts[task.id, default: 0] += 1 }
    for task in criteria.tasks {
      guard let count = counts.removeValue(forKey: task.id), count > 1 else { continue }
      var place = place
      place.task = task.id
      reporter.report(
        place, ["table": .words(criteria.name), "task": .text(task.id.description), "count": .number(count)])
    }
  }
}

extension Examination {
  /// The tables of criteria that a check rests on, each with the file it comes from: the form's and the shipped one.
  var criteriaTables: [(criteria: Criteria, place: Place)] {
    guard let criteria else { return [] }
    guard form != nil else { return [(criteria, Place())] }
    var own = (criteria, Place(source: formSource))
    guard var shipped else { return [own] }
    // A scale that the form took over from the table is the table's.
    if criteria.scale == shipped.scale, criteria.total == shipped.total { own.0.scale = [] }
    shipped.work = shipped.work ?? work
    return [own, (shipped, Place())]
  }
}

extension Criteria {
  fileprivate var sumOfMaxima: Int { tasks.reduce(0) { $0 + $1.maximum } }

  /// How a message calls the table: «Таблица 2024/4-МА/basic» or «Форма».
  fileprivate var name: Text {
    if origin == .form { return Text("Форма", "The form") }
    return work.map { Text("Таблица \($0.id)", "Table \($0.id)") }
      ?? Text("Таблица критериев", "The criteria table")
  }

  /// Where the scale leaves a gap, overlaps, or misses an end; `nil` when there is no scale or nothing is wrong.
  fileprivate var scaleFaults: [Text]? {
    let bands = scale.sorted { $0.points.lowerBound < $1.points.lowerBound }
    guard let first = bands.first else { return nil }
    var faults: [Text] = []
    if first.points.lowerBound > 0 { faults.append(Self.gap(0, first.points.lowerBound - 1)) }
    if first.points.lowerBound < 0 {
      faults.append(
        Text("начинается с \(first.points.lowerBound)", "it begins with \(first.points.lowerBound)"))
    }
    var end = first.points.upperBound
    for band in bands.dropFirst() {
      let start = band.points.lowerBound
      if start > end + 1 { faults.append(Self.gap(end + 1, start - 1)) }
      if start <= end {
        faults.append(
          Text("\(start) б. относится к двум отметкам", "\(start) points belong to two marks"))
      }
      end = max(end, band.points.upperBound)
    }
    // A wrong total is CRT001; a scale that fits the sum of the tasks is then right.
    if end != total, end != sumOfMaxima {
      faults.append(
        end < total
          ? Self.gap(end + 1, total)
          : Text("кончается на \(end), а не на \(total)", "it ends at \(end), not at \(total)"))
    }
    return faults.isEmpty ? nil : faults
  }

  private static func gap(_ from: Int, _ to: Int) -> Text {
    from == to
      ? Text("\(from) б. не относится ни к одной отметке", "\(from) points belong to no mark")
      : Text(
        "от \(from) до \(to) б. не относятся ни к одной отметке", "\(from) to \(to) points belong to no mark")
  }
}
