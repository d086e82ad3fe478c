import Glibc

/// What is left of small probabilities when many were looked at.
public enum MultipleTesting {
  /// The q-values of Benjamini and Hochberg: a list of q ≤ 0.10 holds at most 10 % false alarms on average.
  ///
  /// Y. Benjamini, Y. Hochberg. Journal of the Royal Statistical Society B 1995, 289–300.
  public static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    adjusted(p, descending: true) { p, rank, m in p * Double(m) / Double(rank) }
  }

  /// The adjusted probabilities of Holm: any false alarm at all is as unlikely as they say.
  public static func holm(_ p: [Double]) -> [Double] {
    adjusted(p, descending: false) { p, rank, m in p * Double(m - rank + 1) }
  }

  /// The combination of Cauchy: one probability for several, also where they hang together. For the analyst only.
  public static func cauchy(_ p: [Double]) -> Double {
    0.5 - atan(p.map { tan((0.5 - $0) * .pi) }.reduce(0, +) / Double(p.count)) / .pi
  }

  /// Steps through the ordered probabilities, keeping the result monotone and at most 1.
  private static func adjusted(
    _ p: [Double], descending: Bool, _ adjust: (_ p: Double, _ rank: Int, _ m: Int) -> Double
  ) -> [Double] {
    let ascending = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var result = p
    var bound = descending ? 1.0 : 0.0
    let steps = Array(ascending.enumerated())
    for (place, index) in descending ? steps.reversed() : steps {
      let value = min(1, adjust(p[index], place + 1, p.count))
      bound = descending ? min(bound, value) : max(bound, value)
      result[index] = bound
    }
    return result
  }
}
