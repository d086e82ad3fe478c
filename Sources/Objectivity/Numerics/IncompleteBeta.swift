import Glibc

/// The regularised incomplete beta function I_x(a, b): the parent of the t, F and beta distributions.
///
/// Lentz's continued fraction, on the side of the mean where it converges fast; about 14 digits.
func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  if x <= 0 { return 0 }
  if x >= 1 { return 1 }
  if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
  let logFront = a * log(x) + b * log1p(-x) + lgamma(a + b).0 - lgamma(a).0 - lgamma(b).0
  return exp(logFront) / a * betaFraction(x, a, b)
}

/// The continued fraction of I_x(a, b), by Lentz's method as modified by Thompson and Barnett.
private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  var fraction = 1.0
  var c = 1.0
  var d = 0.0
  for step in 0..<10_000 {
    let m = Double(step / 2)
    let term: Double =
      if step == 0 {
        1
      } else if step % 2 == 0 {
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      } else {
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      }
    d = 1 + term * d
    if abs(d) < tiny { d = tiny }
    d = 1 / d
    c = 1 + term / c
    if abs(c) < tiny { c = tiny }
    fraction *= c * d
    if step > 0, abs(c * d - 1) < 1e-16 { break }
  }
  // Lentz needs a first term that is not zero: it was 1, and does not belong to the fraction.
  return fraction - 1
}
