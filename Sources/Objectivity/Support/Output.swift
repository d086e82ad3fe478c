/// What a report may say, and from how many pupils on.
///
/// A small set supports little, and what it does not support is not printed at all: ``Supported``.
public enum Output: String, Sendable, Hashable, CaseIterable {
  /// The shift between two markings, and what concerns single works.
  case bias, gaps, order
  /// Shares with their intervals.
  case shares
  /// A point of the funnel; the test of a mean.
  case mean
  /// The conditional profile, at the level 0.01.
  case profile
  /// One group of marks on a plot.
  case group
  /// Boundaries of marks in one set.
  case boundaries
  /// Agreement beyond single works: limits, correlation, kappa.
  case agreement
  /// Boundaries over several sets.
  case pooledBoundaries
  /// Shares of a histogram in per cent.
  case histogram

  /// The fewest pupils it needs.
  public var fewest: Int {
    switch self {
    case .bias, .gaps, .order: 5
    case .shares, .mean, .profile, .group: 10
    case .boundaries, .agreement: 20
    case .histogram: 50
    case .pooledBoundaries: 60
    }
  }
}

/// A result that can be had only where the set is large enough for it.
///
/// Nobody outside this module makes one, and reports take nothing else: what a small set cannot support, cannot be
/// printed by mistake.
public struct Supported<Value: Sendable>: Sendable {
  /// What it is.
  public let output: Output
  /// How many pupils stand behind it.
  public let participants: Int
  /// The result; `nil` when the set is too small, or when it is not defined for these data.
  public let value: Value?

  /// Whether the set is too small.
  public var isWithheld: Bool { participants < output.fewest }

  init(_ output: Output, _ participants: Int, _ compute: () -> Value?) {
    self.output = output
    self.participants = participants
    value = participants < output.fewest ? nil : compute()
  }
}

extension Supported: Equatable where Value: Equatable {}
extension Supported: Hashable where Value: Hashable {}

extension Supported where Value == Funnel {
  /// A funnel over schools that are large enough together.
  public static func whole(_ funnel: Funnel) -> Supported<Funnel> {
    Supported(.mean, funnel.points.reduce(0) { $0 + $1.participants }) { funnel }
  }
}

extension Supported where Value == HajekEstimate {
  /// An estimate over so many works.
  public static func over(_ works: Int, _ compute: () -> HajekEstimate?) -> Supported<HajekEstimate> {
    Supported(.shares, works, compute)
  }
}

extension Supported where Value == Double {
  /// A share over so many works.
  public static func share(of works: Int, _ compute: () -> Double?) -> Supported<Double> {
    Supported(.shares, works, compute)
  }
}

extension Supported where Value == Proportion {
  /// A share of participants.
  public static func of(_ count: Int, participants: Int) -> Supported<Proportion> {
    Supported(.shares, participants) { Proportion(count, of: participants) }
  }
}
