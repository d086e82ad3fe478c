/// The exact test of a mean: could a random group of this size, drawn from all pupils of the district, score as high?
///
/// It answers just that, and not whether anything was honest.
public struct RandomGroupTest: Sendable, Hashable {
  /// The chance of a sum as high or higher.
  public let upper: Double
  /// The same with half the chance of the very same sum.
  public let middle: Double

  /// The test of a group against a pool that contains it.
  ///
  /// - Parameters:
  ///   - group: the totals of the group (points, 0 or more).
  ///   - pool: the totals of everybody, the group included.
  /// - Returns: `nil` for an empty group, one larger than the pool, or one too large to be counted out.
  public init?(group: [Int], pool: [Int]) {
    guard let groups = RandomGroups(pool: pool, upTo: group.count) else { return nil }
    self.init(group: group, among: groups)
  }

  /// The test of a group against groups that were counted out before.
  init?(group: [Int], among groups: RandomGroups) {
    guard let sums = groups.sums(of: group.count), let lowest = group.min(), lowest >= groups.least else {
      return nil
    }
    let seen = group.reduce(0) { $0 + $1 - groups.least }
    guard seen < sums.count else { return nil }
    upper = min(1, sums[seen...].sorted().reduce(0, +))
    middle = upper - sums[seen] / 2
  }
}

/// The sums of all random groups of one pool, for every size at once.
///
/// The pupils are gone through one by one: among all groups of k of the first j, the share k/j holds the j-th. Every step is
/// a mean of two probabilities, so nothing cancels.
struct RandomGroups {
  /// The lowest total of the pool: sums are counted from it.
  let least: Int
  private let width: Int
  private let most: Int
  private let table: [Double]

  /// The largest table that is gone through: about four seconds of work.
  private static let largestWork = 4e9

  /// - Returns: `nil` when no group is to be made, the pool is smaller than a group, or the work is too much.
  init?(pool: [Int], upTo most: Int) {
    guard most > 0, most <= pool.count, let least = pool.min(), let greatest = pool.max() else { return nil }
    self.least = least
    self.most = most
    let reach = greatest - least
    let width = reach * most + 1
    self.width = width
    guard Double(width) * Double(most) * Double(pool.count) <= Self.largestWork else { return nil }
    var table = [Double](repeating: 0, count: (most + 1) * width)
    table[0] = 1
    table.withUnsafeMutableBufferPointer { cells in
      for (before, total) in pool.enumerated() {
        let value = total - least
        for size in stride(from: min(most, before + 1), through: 1, by: -1) {
          let chance = Double(size) / Double(before + 1)
          let (from, to) = ((size - 1) * width, size * width)
          for sum in 0...(reach * size) { cells[to + sum] *= 1 - chance }
          for sum in 0...(reach * (size - 1)) { cells[to + sum + value] += cells[from + sum] * chance }
        }
      }
    }
    self.table = table
  }

  /// The probabilities of the sums of groups of a size, each total counted from the lowest one.
  func sums(of size: Int) -> [Double]? {
    guard 1...most ~= size else { return nil }
    return Array(table[(size * width)..<((size + 1) * width)])
  }
}
