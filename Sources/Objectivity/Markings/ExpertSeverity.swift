/// How much higher or lower an expert marks than the others did the very same works.
public struct ExpertSeverity: Sendable, Hashable {
  /// Works that somebody else marked too.
  public let shared: Int
  /// The mean of (this expert − mean of the others) over them (points).
  public let difference: Double

  /// How many shared works a figure needs.
  public static let fewest = 10

  /// Each expert against the others.
  ///
  /// - Parameter totals: for each expert the totals of the works that he marked, by code.
  /// - Returns: for each expert, `nil` below ten shared works.
  public static func all(_ totals: [[Int: Int]]) -> [ExpertSeverity?] {
    totals.enumerated().map { own, marked in
      let gaps = marked.keys.sorted().compactMap { code -> Double? in
        let others = totals.enumerated().compactMap { $0.offset == own ? nil : $0.element[code] }
        guard let value = marked[code], !others.isEmpty else { return nil }
        return Double(value) - others.map(Double.init).mean
      }
      return gaps.count < fewest ? nil : ExpertSeverity(shared: gaps.count, difference: gaps.mean)
    }
  }
}
