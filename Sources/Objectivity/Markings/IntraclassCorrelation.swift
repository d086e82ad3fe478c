/// ICC(A,1): how far single markings agree absolutely, two-way model.
///
/// K. O. McGraw, S. P. Wong. Psychological Methods 1996, 30–46. The consistency form ICC(C,1) is not offered: it does not
/// see a systematic lift, and a systematic lift is what is looked for.
public struct IntraclassCorrelation: Sendable, Hashable {
  /// The correlation; 1 is full agreement.
  public let value: Double
  /// Its 95 % interval.
  public let interval: Interval
  /// Mean squares between works, between markings, and of the rest.
  public let works: Double, markings: Double, rest: Double

  /// The correlation of a table: a row a work, a column a marking.
  ///
  /// - Returns: `nil` for fewer than two works or markings, for ragged rows, and where nothing varies.
  public init?(_ table: [[Double]]) {
    guard table.count > 1, let width = table.first?.count, width > 1,
      table.allSatisfy({ $0.count == width })
    else { return nil }
    let n = Double(table.count)
    let k = Double(width)
    let grand = table.flatMap { $0 }.mean
    let rows = table.map(\.mean)
    let columns = (0..<width).map { column in table.map { $0[column] }.mean }
    works = k * rows.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / (n - 1)
    markings = n * columns.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / (k - 1)
    var squares = 0.0
    for (row, mean) in zip(table, rows) {
      for (value, column) in zip(row, columns) {
        let residual = value - mean - column + grand
        squares += residual * residual
      }
    }
    rest = squares / ((n - 1) * (k - 1))
    let spread = works + (k - 1) * rest + k * (markings - rest) / n
    guard spread > 0 else { return nil }
    value = (works - rest) / spread
    interval = Self.interval(value, n, k, works, markings, rest)
  }

  /// McGraw and Wong's interval for ICC(A,1), with Satterthwaite's degrees of freedom.
  private static func interval(
    _ r: Double, _ n: Double, _ k: Double, _ works: Double, _ markings: Double, _ rest: Double
  ) -> Interval {
    guard r < 1 else { return Interval(1, 1) }
    let a = k * r / (n * (1 - r))
    let b = 1 + k * r * (n - 1) / (n * (1 - r))
    let mixed = a * markings + b * rest
    let freedom =
      mixed * mixed
      / (a * a * markings * markings / (k - 1) + b * b * rest * rest / ((n - 1) * (k - 1)))
    guard freedom.isFinite, freedom > 0 else { return Interval(-1, 1) }
    let lower = Fisher.quantile(0.975, n - 1, freedom)
    let upper = Fisher.quantile(0.975, freedom, n - 1)
    let noise = k * markings + (k * n - k - n) * rest
    return Interval(
      n * (works - lower * rest) / (lower * noise + n * works),
      n * (upper * works - rest) / (noise + n * upper * works))
  }
}
