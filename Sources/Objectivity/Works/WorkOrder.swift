/// The order in which an expert opens works: those that go most against the usual order of tasks first.
///
/// A work is compared with reference works of the same total only, or of the nearest totals until there are twenty.
public struct WorkOrder: Sendable, Hashable {
  /// One work.
  public struct Work: Sendable, Hashable {
    /// Its place in the input.
    public let index: Int
    /// Its total (points).
    public let total: Int
    /// Guttman errors, and their share of the most that the total allows.
    public let errors: Int, normed: Double
    /// The statistic U3, 0 (the usual order) to 1 (its reverse).
    public let u3: Double
    /// The mid-rank among reference works of like totals, 0 to 1.
    public let percentile: Double
    /// The variance of that mid-rank for a reference work.
    let variance: Double
  }

  /// The works, the one to open first at the head; equal ones in the order of the input.
  public let works: [Work]
  /// The distance of the mean percentile from one half, in standard errors; `nil` where nothing can vary.
  public let z: Double?

  /// How many reference works a percentile needs.
  static let fewest = 20

  /// The order of a set's works.
  ///
  /// - Parameters:
  ///   - set: points by pupil and task.
  ///   - reference: points of reference pupils; at least 20.
  ///   - maxima: the maximum of each task.
  /// - Returns: `nil` without enough reference works.
  public init?(set: [[Int]], reference: [[Int]], maxima: [Int]) {
    guard reference.count >= Self.fewest, !set.isEmpty else { return nil }
    let scale = GuttmanScale(reference: reference, maxima: maxima)
    let compared = reference.map { (total: $0.reduce(0, +), normed: scale.normed($0)) }
    let works = set.enumerated().map { index, points in
      let total = points.reduce(0, +)
      let peers = Self.peers(of: total, compared)
      let normed = scale.normed(points)
      return Work(
        index: index, total: total, errors: scale.errors(points), normed: normed, u3: scale.u3(points),
        percentile: Self.midRank(normed, peers), variance: Self.variance(peers))
    }
    self.works = works.sorted { ($1.percentile, $1.normed, $0.index) < ($0.percentile, $0.normed, $1.index) }
    let variance = works.reduce(0) { $0 + $1.variance }
    let mean = works.map(\.percentile).mean
    z = variance > 0 ? (mean - 0.5) * Double(works.count) / variance.squareRoot() : nil
  }

  /// Reference works of the same total, or of totals nearby until there are enough.
  private static func peers(of total: Int, _ reference: [(total: Int, normed: Double)]) -> [Double] {
    var distance = 0
    while true {
      let peers = reference.filter { abs($0.total - total) <= distance }.map(\.normed)
      if peers.count >= fewest || peers.count == reference.count { return peers }
      distance += 1
    }
  }

  private static func midRank(_ value: Double, _ peers: [Double]) -> Double {
    let below = peers.count { $0 < value }
    let equal = peers.count { $0 == value }
    return (Double(below) + Double(equal) / 2) / Double(peers.count)
  }

  private static func variance(_ peers: [Double]) -> Double {
    peers.map { midRank($0, peers) }.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / Double(peers.count)
  }
}
