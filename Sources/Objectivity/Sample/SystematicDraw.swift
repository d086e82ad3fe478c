/// Systematic drawing with chances in proportion to size.
public enum SystematicDraw {
  /// The chance of each unit to be drawn: in proportion to its size, and 1 for those whose share is a whole place.
  public static func inclusion(sizes: [Double], places: Int) -> [Double] {
    var chances = [Double](repeating: 0, count: sizes.count)
    var open = sizes.indices.filter { sizes[$0] > 0 }
    var left = places
    while left > 0, !open.isEmpty {
      let total = open.reduce(0) { $0 + sizes[$1] }
      let certain = open.filter { sizes[$0] * Double(left) >= total * (1 - 1e-12) }
      if certain.isEmpty {
        for unit in open { chances[unit] = Double(left) * sizes[unit] / total }
        break
      }
      for unit in certain { chances[unit] = 1 }
      left -= certain.count
      open.removeAll { certain.contains($0) }
    }
    return chances
  }

  /// The units drawn from one random number: one each at u, u + 1, u + 2 … of the cumulated chances.
  ///
  /// - Parameters:
  ///   - chances: the chance of each unit, 0 to 1.
  ///   - start: 0 or more and below 1.
  public static func drawn(chances: [Double], start: Double) -> [Int] {
    var drawn: [Int] = []
    var cumulated = 0.0
    var mark = start
    for (unit, chance) in chances.enumerated() {
      cumulated += chance
      // A sum of thirds may fall short of a whole by its last digit.
      if mark < cumulated - 1e-12 {
        drawn.append(unit)
        mark += 1
      }
    }
    return drawn
  }
}
