/// The exact test of a mean: could a random group of this size, drawn from all pupils of the district, score as high?
///
/// It answers just that, and not whether anything was honest. All groups are counted by going through the pupils one
/// by one, with the probability of (chosen so far, their sum): nothing cancels.
public struct RandomGroupTest: Sendable, Hashable {
  /// The chance of a sum as high or higher.
  public let upper: Double
  /// The same with half the chance of the very same sum.
  public let middle: Double

  /// The largest table that is gone through: about four seconds of work.
  private static let largestWork = 4e9

  /// The test of a group against a pool that contains it.
  ///
  /// - Parameters:
  ///   - group: the totals of the group (points, 0 or more).
  ///   - pool: the totals of everybody, the group included.
  /// - Returns: `nil` for an empty group, one larger than the pool, or one too large to be counted out.
  public init?(group: [Int], pool: [Int]) {
    let size = group.count
    guard size > 0, size <= pool.count, let least = pool.min(), let greatest = pool.max(),
      let lowest = group.min(), lowest >= least
    else { return nil }
    let width = (greatest - least) * size + 1
    guard Double(width) * Double(size) * Double(pool.count) <= Self.largestWork else { return nil }
    let seen = group.reduce(0) { $0 + $1 - least }
    guard seen < width else { return nil }
    let last = Self.sums(of: pool.map { $0 - least }, size: size, width: width)
    upper = min(1, last[seen...].sorted().reduce(0, +))
    middle = upper - last[seen] / 2
  }

  /// The probabilities of the sums of all groups of a size.
  private static func sums(of pool: [Int], size: Int, width: Int) -> [Double] {
    var table = [Double](repeating: 0, count: (size + 1) * width)
    table[0] = 1
    table.withUnsafeMutableBufferPointer { cells in
      for (seen, value) in pool.enumerated() {
        let left = Double(pool.count - seen)
        for chosen in stride(from: min(size - 1, seen), through: max(0, size - (pool.count - seen)), by: -1) {
          let chance = Double(size - chosen) / left
          let from = chosen * width
          for sum in stride(from: width - 1 - value, through: 0, by: -1) {
            cells[from + width + sum + value] += cells[from + sum] * chance
          }
          for sum in from..<(from + width) { cells[sum] *= 1 - chance }
        }
      }
    }
    return Array(table[(size * width)...])
  }
}
