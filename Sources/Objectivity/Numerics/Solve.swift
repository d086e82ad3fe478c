/// The root of a function that rises through zero within bounds, to the last digit, by halving.
///
/// Quantiles are asked for a handful of times in a report: certainty is worth more here than speed.
func solve(in bounds: ClosedRange<Double>, _ rising: (Double) -> Double) -> Double {
  var low = bounds.lowerBound
  var high = bounds.upperBound
  for _ in 0..<200 {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high { break }
    if rising(middle) < 0 { low = middle } else { high = middle }
  }
  return low + (high - low) / 2
}
