/// Finds schools and people of a plan at once: a region's plan has 900 schools and 27,000 works.
struct PlanIndex: Sendable {
  private var byLogin: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  /// The names of the schools, folded, longest first, with their places.
  var names: [(key: String, value: Int)] { byName.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) } }
  private let observers: StaffIndex
  private let experts: StaffIndex

  init(_ plan: Plan) {
    for (position, school) in plan.schools.enumerated().reversed() {
      // Of two schools with one login the first holds.
      if let login = school.login.value { byLogin[login] = position }
      if let name = school.name.value { byName[Folded(name).text] = position }
    }
    observers = StaffIndex(plan.observers.map(\.name.value))
    experts = StaffIndex(plan.experts.map(\.name.value))
  }

  /// The place of the school that a login or a name tells.
  func school(_ word: String) -> Int? {
    if let login = SchoolLogin(word) { return byLogin[login.text] }
    return byName[Folded(word).text]
  }

  /// The place of the observer of a name.
  func observer(_ name: String) -> Int? { observers.positions(of: StaffName(name)).first }

  /// The places of the entries of an expert.
  func experts(_ name: String) -> [Int] { experts.positions(of: StaffName(name)) }
}
