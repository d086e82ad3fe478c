/// Finds people by name without comparing everybody: by surname first, then by what does not contradict.
struct StaffIndex: Sendable {
  private var bySurname: [String: [(name: StaffName, position: Int)]] = [:]

  /// An index of names; one that is not known has no position.
  init(_ names: [String?] = []) {
    for (position, name) in names.enumerated() {
      if let name { add(StaffName(name), position) }
    }
  }

  /// Adds a person.
  mutating func add(_ name: StaffName, _ position: Int) {
    bySurname[name.surname, default: []].append((name, position))
  }

  /// The positions of everybody who may be the person, in the order in which they were added.
  func positions(of name: StaffName) -> [Int] {
    bySurname[name.surname, default: []].filter { $0.name.isSame(as: name) }.map(\.position)
  }
}

/// Gives every person a number, the same for all spellings of a name.
struct People: Sendable {
  private var index = StaffIndex()
  private(set) var count = 0

  /// The number of a person, from zero.
  mutating func number(of name: String) -> Int {
    let person = StaffName(name)
    if let known = index.positions(of: person).first { return known }
    index.add(person, count)
    count += 1
    return count - 1
  }

  /// The number of a person who was met already.
  func known(_ name: String) -> Int? { index.positions(of: StaffName(name)).first }
}
