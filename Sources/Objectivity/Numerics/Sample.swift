/// Mean, spread and quantiles of numbers.
extension [Double] {
  /// The arithmetic mean.
  var mean: Double { reduce(0, +) / Double(count) }

  /// The standard deviation with the divisor n − 1.
  var deviation: Double {
    let centre = mean
    return (reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(count - 1)).squareRoot()
  }

  /// The quantile of type 7 (linear between order statistics), as R and numpy count it by default.
  func quantile(_ p: Double) -> Double {
    let ordered = sorted()
    let place = Double(count - 1) * p
    let below = Int(place)
    let above = Swift.min(below + 1, count - 1)
    return ordered[below] + (place - Double(below)) * (ordered[above] - ordered[below])
  }
}
