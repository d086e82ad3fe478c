public import SchoolCalendar

/// One step of a package's way as it was put down.
public struct CustodyRecord: Sendable, Hashable {
  /// The step.
  public let step: CustodyStep
  /// When it happened.
  public let at: Moment
  /// Who gave: a role or a member of staff.
  public let giver: String
  /// Who took.
  public let taker: String
  /// How many works; `nil` when they were not counted.
  public let works: Int?

  /// A step.
  public init(step: CustodyStep, at: Moment, giver: String, taker: String, works: Int?) {
    self.step = step
    self.at = at
    self.giver = giver
    self.taker = taker
    self.works = works
  }
}

/// The way of the works of one school and one test: what was put down, in the order of the steps.
public struct CustodyChain: Sendable, Hashable {
  /// The school's login.
  public let school: String
  /// The school's name for messages; its login where the name is not known.
  public let title: String
  /// The work.
  public let work: Work
  /// What was put down, by step, then by time.
  public let records: [CustodyRecord]

  /// A chain of records in any order.
  public init(school: String, title: String? = nil, work: Work, records: [CustodyRecord]) {
    self.school = school
    self.title = title ?? school
    self.work = work
    self.records = records.sorted { ($0.step, $0.at) < ($1.step, $1.at) }
  }

  /// What tells the chain: `edu380001 2024/7-ГГ/basic`.
  public var key: String { "\(school) \(work.id)" }

  /// Whether the package went straight from the observer to the commission (clause 10.4).
  public var isDirect: Bool {
    guard let toCommission = first(.toCommission), first(.toMunicipal) == nil else { return false }
    let giver = Folded(toCommission.giver).text
    if giver.contains("наблюдат") || giver.contains("observer") { return true }
    guard let observer = first(.toObserver)?.taker else { return false }
    return StaffName(observer).isSame(as: StaffName(toCommission.giver))
  }

  /// The steps that must have happened before the last one that was put down, and were not.
  public var missing: [CustodyStep] {
    guard let last = records.last?.step else { return [] }
    return CustodyStep.allCases.filter { step in
      step < last && first(step) == nil && !(step == .toMunicipal && isDirect)
    }
  }

  /// Pairs of records that stand in the wrong order: the later step was put down with an earlier time.
  public var reversed: [(earlier: CustodyRecord, later: CustodyRecord)] {
    zip(records, records.dropFirst()).filter { $0.step < $1.step && $1.at < $0.at }.map { ($0, $1) }
  }

  /// Pairs of counted records between which the number of works has changed.
  public var changedCounts: [(before: CustodyRecord, after: CustodyRecord)] {
    let counted = records.filter { $0.works != nil && $0.step >= .toCoordinator }
    return zip(counted, counted.dropFirst()).filter { $0.works != $1.works }.map { ($0, $1) }
  }

  /// The first record of a step.
  public func first(_ step: CustodyStep) -> CustodyRecord? { records.first { $0.step == step } }
}
