public import Assessment
internal import FoundationEssentials
internal import Reports

/// An entry of a plan: which of its lists, and which line of it, from zero.
public struct PlanEntry: Sendable, Hashable {
  /// The list.
  public let list: PlanTable.Kind
  /// The line.
  public let index: Int

  /// An entry by its place.
  public init(_ list: PlanTable.Kind, _ index: Int) {
    self.list = list
    self.index = index
  }
}

/// A plan while people edit it: its lists as they would be typed, value by value.
///
/// What is not understood stays as it was written, for the rules to speak of.
public struct PlanDraft: Sendable {
  /// The values of an entry by the names of the fields (``fields(of:)``); one that is not there is empty.
  public typealias Values = [String: String]

  private var lists: [PlanTable.Kind: [Values]] = [:]

  /// A plan to be edited.
  public init(_ plan: Plan) {
    guard
      let tree = try? JSONDecoder().decode([String: Lists].self, from: Data(JSON(plan: plan).line.utf8))
    else { return }
    for kind in PlanTable.Kind.allCases { lists[kind] = tree[kind.rawValue]?.entries ?? [] }
  }

  /// The names of the fields of a list, in the order in which people fill them.
  public static func fields(of list: PlanTable.Kind) -> [String] {
    switch list {
    case .schools: ["login", "name", "coordinator"]
    case .works:
      [
        "school", "grade", "subject", "level", "held", "participants", "firstCode", "lastCode", "observer",
        "expert", "secondExpert",
      ]
    case .observers: ["name", "workplace"]
    case .experts: ["name", "school", "subject", "experience"]
    case .approvals: ["what", "date", "number"]
    }
  }

  /// The entries of a list.
  public func entries(of list: PlanTable.Kind) -> [Values] { lists[list] ?? [] }

  /// The values of an entry; `nil` when there is none there.
  public subscript(entry: PlanEntry) -> Values? {
    let all = entries(of: entry.list)
    return all.indices.contains(entry.index) ? all[entry.index] : nil
  }

  /// Puts values into an entry, and leaves alone what is not among them; the entry behind the last one is new.
  ///
  /// - Returns: whether there is such a place.
  public mutating func put(_ values: Values, into entry: PlanEntry) -> Bool {
    let known = Set(Self.fields(of: entry.list))
    let values = values.filter { known.contains($0.key) }
    let count = entries(of: entry.list).count
    guard (0...count).contains(entry.index) else { return false }
    if entry.index == count { lists[entry.list, default: []].append([:]) }
    lists[entry.list]?[entry.index].merge(values) { $1 }
    return true
  }

  /// Takes an entry away; `false` when there is none there.
  public mutating func remove(_ entry: PlanEntry) -> Bool {
    guard self[entry] != nil else { return false }
    lists[entry.list]?.remove(at: entry.index)
    return true
  }

  /// The plan as a file (JSON).
  public var bytes: [UInt8] {
    let pairs = PlanTable.Kind.allCases.map { kind in
      let items = entries(of: kind).map { values in
        JSON.object(
          Self.fields(of: kind).compactMap { field in
            values[field].flatMap { $0.isEmpty ? nil : (field, .string($0)) }
          })
      }
      return (kind.rawValue, JSON.array(items))
    }
    return Array(JSON.object([("schema", .string("oko/plan/1"))] + pairs).pretty.utf8)
  }
}

/// Tells by the place of a finding which entry of a plan it is about.
public struct PlanPlaces: Sendable {
  private var known: [Place: PlanEntry] = [:]

  /// The places of a plan.
  public init(_ plan: Plan) {
    for (index, school) in plan.schools.enumerated() {
      add([school.login.place, school.name.place, school.coordinator.place], .schools, index)
    }
    for (index, work) in plan.works.enumerated() {
      let who = [work.participants.place, work.firstCode.place, work.lastCode.place, work.observer.place]
      let what = [
        work.school.place, work.grade.place, work.subject.place, work.level.place, work.held.place,
      ]
      add(what + who + work.experts.map(\.place), .works, index)
    }
    for (index, observer) in plan.observers.enumerated() {
      add([observer.name.place, observer.workplace.place], .observers, index)
    }
    for (index, expert) in plan.experts.enumerated() {
      let rest = [expert.subject.place, expert.experience.place]
      add([expert.name.place, expert.school.place] + rest, .experts, index)
    }
    for (index, approval) in plan.approvals.enumerated() {
      add([approval.subject.place, approval.day.place, approval.number.place], .approvals, index)
    }
  }

  private mutating func add(_ places: [Place], _ list: PlanTable.Kind, _ index: Int) {
    for place in places { known[Self.key(place)] = PlanEntry(list, index) }
  }

  /// The entry at a place; `nil` for what is about the whole plan.
  public subscript(place: Place) -> PlanEntry? { known[Self.key(place)] }

  /// A finding names its entry too; the cell, or the path in JSON, is enough.
  private static func key(_ place: Place) -> Place { Place(cell: place.cell, header: place.header) }
}

/// A list of a plan in JSON, or what else stands in the document.
private struct Lists: Decodable {
  let entries: [PlanDraft.Values]?

  init(from decoder: any Decoder) throws {
    entries = (try? [[String: Scalar]](from: decoder))?.map { $0.mapValues(\.text) }
  }

  private struct Scalar: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      text = (try? container.decode(Int.self)).map { "\($0)" } ?? (try? container.decode(String.self)) ?? ""
    }
  }
}
