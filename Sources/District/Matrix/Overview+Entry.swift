internal import Assessment
public import Registry
public import SchoolCalendar

extension Overview.Entry {
  /// A work by its record in the registry.
  public init(_ record: WorkRecord, _ terms: Terms?) {
    let result = record.result
    let open = result.findings.filter { !$0.isFolded && $0.holdsBack }
    self.init(
      key: result.key, state: result.state, codes: Dictionary(open.map { ($0.code, 1) }, uniquingKeysWith: +),
      errors: open.count { $0.severity > .query }, queries: open.count { $0.severity == .query },
      held: result.held, terms: terms, participants: result.participants,
      upload: result.state.isHeldBack ? nil : result.upload?.path)
  }
}
