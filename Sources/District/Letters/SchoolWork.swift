internal import Assessment
public import Registry
public import SchoolCalendar

/// A work of a school with its findings as people read them, for the school's packet.
public struct SchoolWork: Sendable {
  /// Which work.
  public let key: WorkKey
  /// Where it stands.
  public let state: WorkState
  /// The findings that hold it back and are not folded, with the names that the files have today.
  public let findings: [FindingDocument]
  /// The day of the test.
  public let held: CalendarDay?
  /// The terms, where the day is known.
  public let terms: Terms?
  /// What ФИС ОКО answered to its last form; empty when nothing is known.
  public let answer: String

  /// A work by its record.
  ///
  /// - Parameters:
  ///   - record: what the registry holds of it.
  ///   - terms: its terms, where the day is known.
  ///   - answer: what ФИС ОКО answered to its last form.
  ///   - name: the name of a file by its digest.
  public init(_ record: WorkRecord, _ terms: Terms?, answer: String = "", name: (String) -> String?) {
    key = record.result.key
    state = record.result.state
    held = record.result.held
    self.terms = terms
    self.answer = answer
    findings = record.result.findings.filter { !$0.isFolded && $0.holdsBack }
      .compactMap { FindingDocument($0)?.named(name) }
  }
}
