/// Two marks of the same pupils against each other: rows one source, columns the other, marks 2 to 5.
///
/// The categories are fixed: a mark that nobody got is still a row and a column.
public struct MarkTable: Sendable, Hashable {
  /// The marks, in order.
  public static let marks = [2, 3, 4, 5]
  /// How many pupils have each pair, `counts[row][column]`.
  public let counts: [[Int]]

  /// A table of pairs of marks.
  ///
  /// - Returns: `nil` when a mark is none of 2 to 5.
  public init?(_ pairs: [(row: Int, column: Int)]) {
    var counts = [[Int]](repeating: [0, 0, 0, 0], count: 4)
    for pair in pairs {
      guard 2...5 ~= pair.row, 2...5 ~= pair.column else { return nil }
      counts[pair.row - 2][pair.column - 2] += 1
    }
    self.counts = counts
  }

  /// How many pupils there are.
  public var total: Int { counts.joined().reduce(0, +) }
  /// How many have a lower mark in the column than in the row.
  public var lowered: Int { sum { $0 > $1 } }
  /// How many have the same mark twice.
  public var confirmed: Int { sum { $0 == $1 } }
  /// How many have a higher mark in the column than in the row.
  public var raised: Int { sum { $0 < $1 } }

  /// The sign test of McNemar: the chance of so many raised among those that changed, if up and down were as likely.
  public var raisedTail: Double { changes.atLeast(raised) }
  /// The chance of so many lowered among those that changed.
  public var loweredTail: Double { changes.atLeast(lowered) }

  private var changes: CountDistribution { .binomial(trials: lowered + raised, chance: 0.5) }

  private func sum(_ holds: (Int, Int) -> Bool) -> Int {
    var sum = 0
    for row in 0..<4 { for column in 0..<4 where holds(row, column) { sum += counts[row][column] } }
    return sum
  }

  private var rows: [Int] { counts.map { $0.reduce(0, +) } }
  private var columns: [Int] { (0..<4).map { column in counts.reduce(0) { $0 + $1[column] } } }
}

// MARK: Agreement

extension MarkTable {
  /// How a disagreement weighs in kappa.
  public enum Weight: Sendable {
    /// Any disagreement weighs the same.
    case same
    /// By the distance of the marks.
    case linear
    /// By the square of the distance.
    case quadratic

    func callAsFunction(_ i: Int, _ j: Int) -> Int {
      switch self {
      case .same: i == j ? 0 : 1
      case .linear: abs(i - j)
      case .quadratic: (i - j) * (i - j)
      }
    }
  }

  /// Cohen's kappa, 1 − n·Σw·o / Σw·r·c; `nil` («не определена») when everybody has one and the same mark.
  public func kappa(_ weight: Weight = .quadratic) -> Double? {
    var seen = 0
    var expected = 0
    for i in 0..<4 {
      for j in 0..<4 {
        seen += weight(i, j) * counts[i][j]
        expected += weight(i, j) * rows[i] * columns[j]
      }
    }
    return expected == 0 ? nil : 1 - Double(total) * Double(seen) / Double(expected)
  }
}

// MARK: Margins

extension MarkTable {
  /// The test of Stuart and Maxwell: whether both sources give each mark equally often.
  public struct Margins: Sendable, Hashable {
    /// The statistic d′S⁻¹d.
    public let statistic: Double
    /// The rank of S: one less than the number of marks, and less where marks do not mix.
    public let freedom: Int
    /// The chance of a statistic as high or higher, by χ².
    public let p: Double
    /// Bhapkar's variant of the statistic.
    public let bhapkar: Double
  }

  /// Stuart and Maxwell's test over the marks that anybody has; `nil` when the table has no shape to test.
  public var margins: Margins? {
    let used = (0..<4).filter { rows[$0] + columns[$0] > 0 }
    guard used.count > 1 else { return nil }
    let kept = used.dropLast()
    let d = kept.map { Double(rows[$0] - columns[$0]) }
    let covariance = kept.map { i in
      kept.map { j in
        Double(i == j ? rows[i] + columns[i] - 2 * counts[i][i] : -(counts[i][j] + counts[j][i]))
      }
    }
    let (solved, rank) = LinearSystem.solve(covariance, d)
    guard rank > 0 else { return nil }
    let statistic = zip(d, solved).reduce(0) { $0 + $1.0 * $1.1 }
    return Margins(
      statistic: statistic, freedom: rank, p: ChiSquare.above(statistic, rank),
      bhapkar: statistic / (1 - statistic / Double(total)))
  }
}
