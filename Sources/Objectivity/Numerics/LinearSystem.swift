/// A small system of linear equations.
enum LinearSystem {
  /// A solution of A·x = b for a covariance A, and the rank of A, by elimination with pivots.
  ///
  /// Where A is singular the unknowns that it leaves open are 0; for a b in the range of A the product b′x is the same
  /// whatever they are.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> (solution: [Double], rank: Int) {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let n = rows.count
    var pivots: [Int] = []
    for column in 0..<n {
      let free = pivots.count..<n
      guard let pivot = free.max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-9
      else { continue }
      rows.swapAt(pivots.count, pivot)
      let own = pivots.count
      for row in 0..<n where row != own {
        let factor = rows[row][column] / rows[own][column]
        for place in column...n { rows[row][place] -= factor * rows[own][place] }
      }
      pivots.append(column)
    }
    var solution = [Double](repeating: 0, count: n)
    for (row, column) in pivots.enumerated() { solution[column] = rows[row][n] / rows[row][column] }
    return (solution, pivots.count)
  }
}
