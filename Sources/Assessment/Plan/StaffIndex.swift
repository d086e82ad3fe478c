/// Finds people by name without comparing everybody: by surname first, then by what does not contradict.
struct StaffIndex: Sendable {
  private var bySurname: [String: [(name: StaffName, position: Int)]] = [:]
  /// What is known already of a spelling: a region's plan names the same person a hundred times over.
  private var bySpelling: [String: [Int]] = [:]

  /// An index of names; one that is not known has no position.
  init(_ names: [String?] = []) {
    for (position, name) in names.enumerated() {
      if let name { add(StaffName(name), position) }
    }
  }

  /// Looks names up ahead, so that asking for one of them is a look into a table; the index must be whole.
  mutating func learn(_ names: some Sequence<String>) {
    for name in names where bySpelling[name] == nil { bySpelling[name] = positions(of: StaffName(name)) }
  }

  /// The positions of everybody who may be the person of a spelling.
  func positions(of name: String) -> [Int] { bySpelling[name] ?? positions(of: StaffName(name)) }

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
  /// The number of every spelling that was met.
  private var numbers: [String: Int] = [:]
  private(set) var count = 0

  /// The number of a person, from zero.
  mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    let person = StaffName(name)
    let known = index.positions(of: person).first
    if known == nil {
      index.add(person, count)
      count += 1
    }
    let number = known ?? count - 1
    numbers[name] = number
    return number
  }

  /// The number of a person who was met already.
  func known(_ name: String) -> Int? { numbers[name] ?? index.positions(of: StaffName(name)).first }
}
