/// A generator of random numbers with a stored seed: the same seed gives the same numbers on every machine.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that starts from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number below a bound, without bias.
  ///
  /// Our own, so that the result does not hang on how a version of the standard library draws.
  mutating func next(below bound: Int) -> Int {
    let bound = UInt64(bound)
    let least = (0 &- bound) % bound
    while true {
      let bits = next()
      if bits >= least { return Int(bits % bound) }
    }
  }
}
