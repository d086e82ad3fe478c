internal import SchoolCalendar

/// The result of a check: what was looked at, what was found, what was not checked.
public struct Inspection: Sendable {
  /// A step of the inspection: whether it ran, and why not.
  public struct Step: Sendable, Hashable {
    /// The step.
    public let phase: Phase
    /// Why it did not run; `nil` when it did.
    public let reason: Text?
  }

  /// What was looked at.
  public internal(set) var examination: Examination
  /// All findings in the order of the steps, then of the sources; none is dropped.
  public internal(set) var findings: [Finding]
  /// The steps.
  public internal(set) var steps: [Step]

  /// Whether a form may be written, by the table of product.md §4: no fatal finding, no error, no unexplained query.
  public var isAccepted: Bool {
    findings.allSatisfy { finding in
      finding.severity < .query || (finding.severity == .query && finding.explanation != nil)
    } && examination.record != nil
  }

  /// The protocol for a writer of forms, if nothing stands against it.
  public var accepted: AcceptedProtocol? {
    guard isAccepted, let record = examination.record else { return nil }
    var rows: [AcceptedRow] = []
    for (index, participant) in record.participants.enumerated() {
      guard let row = Self.row(participant, record.joined[index], record.criteria) else { return nil }
      rows.append(row)
    }
    return AcceptedProtocol(criteria: record.criteria, rows: rows)
  }

  /// A row with every value present; `nil` when one is missing, which no accepted inspection lets happen.
  private static func row(
    _ participant: Participant, _ joined: [AssessmentProtocol.JoinedPoints], _ criteria: Criteria
  ) -> AcceptedRow? {
    guard let code = participant.code.value else { return nil }
    if participant.isAbsent {
      return AcceptedRow(
        code: code, isAbsent: true, variants: [], points: [], schoolClass: nil, sex: nil, previousMark: nil)
    }
    let points = joined.compactMap(\.entry.points)
    let variants = participant.variants.compactMap { variant -> Int? in
      if case .number(let number)? = variant.value { number } else { nil }
    }
    guard points.count == criteria.tasks.count, variants.count == criteria.parts,
      let schoolClass = participant.schoolClass.value, let mark = participant.previousMark.value,
      criteria.terms.asksSex == false || participant.sex.value != nil
    else { return nil }
    return AcceptedRow(
      code: code, isAbsent: false, variants: variants, points: points, schoolClass: schoolClass,
      sex: criteria.terms.asksSex ? participant.sex.value : nil, previousMark: mark)
  }

  /// What the steps could not look at, for nothing says how it must be.
  public var gaps: [Text] {
    guard let record = examination.record, record.criteria.terms.codes == nil else { return [] }
    return [
      Text(
        "диапазон кодов — нет ни формы, ни таблицы критериев",
        "the range of codes: there is neither a form nor a table of criteria")
    ]
  }

  /// How many findings have a severity.
  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// The gravest finding's severity.
  public var worst: Severity? { findings.map(\.severity).max() }

  /// The same inspection with the findings of one step only.
  public func only(_ phase: Phase) -> Inspection { only { $0.rule?.phase == phase } }

  /// The same inspection with those findings only that somebody asks for.
  public func only(_ isWanted: (Finding) -> Bool) -> Inspection {
    var copy = self
    copy.findings = findings.filter(isWanted)
    return copy
  }

  /// An inspection that did not take place because of a failure of our own (SYS001).
  public static func notRun(on sources: [Source], because reason: Text) -> Inspection {
    var examination = Examination.empty
    examination.sources = sources
    let steps = Phase.allCases.filter { $0 != .form }.map {
      Step(phase: $0, reason: Text("сбой программы", "the program failed"))
    }
    return Inspection(examination: examination, findings: [], steps: steps).failed(reason)
  }

  /// Adds a failure of our own (SYS001): the data is not to blame.
  public func failed(_ reason: Text) -> Inspection {
    var copy = self
    copy.examination.failures = [reason]
    copy.findings += Inspector.run([.container], on: copy.examination, school: nil).filter {
      $0.code == "SYS001"
    }
    return copy
  }

  /// Adds what the reading back of a written form showed (OUT001).
  public func reread(_ differences: [RereadDifference]) -> Inspection {
    var copy = self
    copy.examination.rereadDifferences = differences
    copy.steps.append(Step(phase: .form, reason: nil))
    copy.findings += Inspector.run([.form], on: copy.examination, school: nil)
    return copy
  }
}
