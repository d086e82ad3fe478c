/// Finds schools and people of a plan at once: a region's plan has 900 schools and 27,000 works.
struct PlanIndex: Sendable {
  private var byLogin: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  /// The places of the words that the plan's works have for a school.
  private var bySpelling: [String: Int] = [:]
  /// The names of the schools, folded, longest first, with their places.
  var names: [(key: String, value: Int)] { byName.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) } }
  private var observers: StaffIndex
  private var experts: StaffIndex

  init(_ plan: Plan) {
    for (position, school) in plan.schools.enumerated().reversed() {
      // Of two schools with one login the first holds.
      if let login = school.login.value { byLogin[login] = position }
      if let name = school.name.value { byName[Folded(name).text] = position }
    }
    observers = StaffIndex(plan.observers.map(\.name.value))
    experts = StaffIndex(plan.experts.map(\.name.value))
    let names = Set(plan.works.flatMap { [$0.observer.value] + $0.experts.map(\.value) }.compactMap { $0 })
    observers.learn(names)
    experts.learn(names)
    for word in Set(plan.works.compactMap(\.school.value)) { bySpelling[word] = place(of: word) }
  }

  /// The place of the school that a login or a name tells.
  func school(_ word: String) -> Int? {
    if let known = bySpelling[word] { return known }
    return place(of: word)
  }

  private func place(of word: String) -> Int? {
    if let login = SchoolLogin(word) { return byLogin[login.text] }
    return byName[Folded(word).text]
  }

  /// The place of the observer of a name.
  func observer(_ name: String) -> Int? { observers.positions(of: name).first }

  /// The places of the entries of an expert.
  func experts(_ name: String) -> [Int] { experts.positions(of: name) }
}
