/// Pupils by total: within a total, those of the set and all of them.
struct Strata {
  private let strata: [(set: [[Int]], all: [[Int]])]

  init(set: [[Int]], rest: [[Int]]) {
    func total(_ points: [Int]) -> Int { points.reduce(0, +) }
    let inside = Dictionary(grouping: set, by: total)
    let outside = Dictionary(grouping: rest, by: total)
    // A total that only one side has tells nothing: every labelling gives the same sum.
    strata = Set(inside.keys).sorted().map { total in
      let own = inside[total] ?? []
      return (own, own + (outside[total] ?? []))
    }
  }

  /// The sum of a number over the set against its expectation within totals.
  func contrast(_ number: ([Int]) -> Double) -> ConditionalProfile.Contrast {
    var sum = 0.0
    var expected = 0.0
    var variance = 0.0
    for (set, all) in strata {
      let values = all.map(number)
      let (n, size) = (Double(set.count), Double(all.count))
      let mean = values.mean
      sum += set.map(number).reduce(0, +)
      expected += n * mean
      guard size > 1 else { continue }
      let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / size
      variance += n * (size - n) / (size - 1) * spread
    }
    return ConditionalProfile.Contrast(sum: sum, expected: expected, variance: variance)
  }

  /// The labellings of a whole number.
  func labels(_ number: ([Int]) -> Int) -> Labellings {
    Labellings(strata: strata.map { ($0.set.count, $0.all.map(number)) })
  }
}

/// All ways to put the label «this set» on as many pupils of each stratum.
struct Labellings {
  /// How many are labelled, and the numbers of all, a stratum each.
  let strata: [(labelled: Int, values: [Int])]

  /// More different sums than this are not gone through.
  private static let mostSums = 4000

  /// The chance of a sum as high or higher over all labellings; `nil` when there are too many different sums.
  func exactTail(atLeast seen: Int) -> Double? {
    var sums: [Int: Double] = [0: 1]
    for (labelled, values) in strata {
      guard let own = Self.sums(of: values, drawn: labelled) else { return nil }
      guard sums.count * own.count <= 50 * Self.mostSums else { return nil }
      var joined: [Int: Double] = [:]
      // In one order at every run: else the last digits would differ.
      let ordered = own.sorted { $0.key < $1.key }
      for (a, p) in sums.sorted(by: { $0.key < $1.key }) {
        for (b, q) in ordered { joined[a + b, default: 0] += p * q }
      }
      guard joined.count <= Self.mostSums else { return nil }
      sums = joined
    }
    return min(1, sums.lazy.filter { $0.key >= seen }.map(\.value).sorted().reduce(0, +))
  }

  /// The sums of so many values drawn without replacement.
  private static func sums(of values: [Int], drawn: Int) -> [Int: Double]? {
    var table = [[Int: Double]](repeating: [:], count: drawn + 1)
    table[0][0] = 1
    for (seen, value) in values.enumerated() {
      let left = Double(values.count - seen)
      for chosen in stride(from: min(seen, drawn), through: 0, by: -1) {
        let chance = Double(drawn - chosen) / left
        if chance > 0 {
          for (sum, p) in table[chosen] { table[chosen + 1][sum + value, default: 0] += p * chance }
        }
        table[chosen] = chance < 1 ? table[chosen].mapValues { $0 * (1 - chance) } : [:]
      }
      guard table.reduce(0, { $0 + $1.count }) <= mostSums else { return nil }
    }
    return table[drawn]
  }

  /// So many sums as high or higher tell a chance well enough: no more permutations are made then.
  private static let enoughReached = 1000

  /// The chance of a sum as high or higher among seeded permutations, the seen one counted in, and how many were made.
  ///
  /// J. Besag, P. Clifford. Biometrika 1991, 301–304: a chance that is no small one needs no long row.
  func sampledTail(atLeast seen: Int, count: Int, seed: UInt64) -> (chance: Double, permutations: Int) {
    var random = SplitMix64(seed: seed)
    var reached = 1
    var strata = strata
    for made in 1...count {
      var sum = 0
      for stratum in strata.indices {
        let size = strata[stratum].values.count
        for place in 0..<strata[stratum].labelled {
          strata[stratum].values.swapAt(place, place + random.next(below: size - place))
          sum += strata[stratum].values[place]
        }
      }
      if sum >= seen { reached += 1 }
      // The row was ended by the last one that reached it: it counts itself, and the seen sum does not count again.
      if reached > Self.enoughReached { return (Double(reached - 1) / Double(made), made) }
    }
    return (Double(reached) / Double(count + 1), count)
  }
}
