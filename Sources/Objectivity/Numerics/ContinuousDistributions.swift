import Glibc

/// The normal distribution.
enum Normal {
  /// P(Z ≤ z).
  static func below(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

  /// P(Z ≥ z), without loss of digits far out.
  static func above(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }

  /// The z below which a share p lies.
  static func quantile(_ p: Double) -> Double {
    if p < 0.5 { return -quantile(1 - p) }
    return solve(in: 0...40) { below($0) - p }
  }
}

/// Student's t distribution.
enum Student {
  /// P(T ≤ t) with so many degrees of freedom.
  static func below(_ t: Double, _ freedom: Double) -> Double {
    let tail = incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2
    return t > 0 ? 1 - tail : tail
  }

  /// The t below which a share p lies.
  static func quantile(_ p: Double, _ freedom: Double) -> Double {
    if p < 0.5 { return -quantile(1 - p, freedom) }
    return solve(in: 0...1e8) { below($0, freedom) - p }
  }
}

/// Fisher's F distribution.
enum Fisher {
  /// P(F ≤ f) with so many degrees of freedom above and below the line.
  static func below(_ f: Double, _ above: Double, _ under: Double) -> Double {
    incompleteBeta(above * f / (above * f + under), above / 2, under / 2)
  }

  /// The f below which a share p lies.
  static func quantile(_ p: Double, _ above: Double, _ under: Double) -> Double {
    solve(in: 0...1e12) { below($0, above, under) - p }
  }
}

/// The χ² distribution.
enum ChiSquare {
  /// P(X ≥ x) with so many degrees of freedom: a finite sum, as the degrees are whole.
  static func above(_ x: Double, _ freedom: Int) -> Double {
    guard x > 0, freedom > 0 else { return 1 }
    let isOdd = freedom % 2 == 1
    var term = isOdd ? (2 * x / .pi).squareRoot() * exp(-x / 2) : exp(-x / 2)
    var tail = isOdd ? 2 * Normal.above(x.squareRoot()) : 0
    var k = isOdd ? 1 : 0
    while k < freedom {
      if !isOdd || k + 2 <= freedom { tail += term }
      k += 2
      term *= x / Double(k)
    }
    return min(1, tail)
  }
}

/// Student's t distribution about a mean that is not zero.
enum NoncentralStudent {
  /// P(T ≤ t) for a shift that is not zero, by the series of Lenth (AS 243).
  static func below(_ t: Double, _ freedom: Double, shift: Double) -> Double {
    if t < 0 { return 1 - below(-t, freedom, shift: -shift) }
    let x = t * t / (t * t + freedom)
    let half = shift * shift / 2
    var sum = 0.0
    for j in 0..<Int(half + 40 * (half + 1).squareRoot() + 40) {
      let order = Double(j)
      let weight = order * log(half) - half
      sum += exp(weight - lgamma(order + 1).0) * incompleteBeta(x, order + 0.5, freedom / 2)
      sum +=
        shift / 2.0.squareRoot() * exp(weight - lgamma(order + 1.5).0)
        * incompleteBeta(x, order + 1, freedom / 2)
    }
    return Normal.below(-shift) + sum / 2
  }

  /// The t below which a share p lies.
  static func quantile(_ p: Double, _ freedom: Double, shift: Double) -> Double {
    solve(in: 0...(20 * (shift + 10))) { below($0, freedom, shift: shift) - p }
  }
}
