public import Assessment
public import Registry

/// The ways of packages as the registry keeps them: one chain for each work of each school.
public struct CustodyBook: Sendable {
  /// The hops, by school, work and time.
  public let hops: [CustodyHop]
  /// Names of schools by login.
  private let titles: [String: String]

  /// The book of hops, with the names of schools where they are known.
  public init(_ hops: [CustodyHop], titles: [String: String] = [:]) {
    self.hops = hops
    self.titles = titles.filter { !$0.value.isEmpty }
  }

  /// The chains, in the order of the hops.
  public var chains: [CustodyChain] {
    var keys: [WorkKey] = []
    for hop in hops where !keys.contains(hop.key) { keys.append(hop.key) }
    return keys.map { key in
      CustodyChain(
        school: key.school, title: titles[key.school], work: key.work,
        records: hops(of: key).compactMap { CustodyRecord($0) })
    }
  }

  /// The hops of one work.
  public func hops(of key: WorkKey) -> [CustodyHop] { hops.filter { $0.key == key } }
}

extension CustodyRecord {
  /// The record of a hop; `nil` for a number that is no step.
  init?(_ hop: CustodyHop) {
    guard let step = CustodyStep(rawValue: hop.hop) else { return nil }
    self.init(step: step, at: hop.at, giver: hop.giver, taker: hop.taker, works: hop.works)
  }
}
