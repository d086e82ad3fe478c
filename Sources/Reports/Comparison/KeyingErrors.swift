public import Assessment
internal import Objectivity

/// How many cells of a thousand somebody keys wrongly, as far as two keyings can tell.
///
/// Without a third truth nobody knows which of two differing values is wrong, so the number is a mean of both keyings:
/// with independent keyings whose errors seldom meet in one cell, a cell differs about as often as either of the two is
/// wrong, so that each has about half of the disputed cells: d / (2n). The interval is Clopper and Pearson's for d of n,
/// halved likewise; it takes cells for independent of each other. The same mistake made twice is not seen at all.
public struct KeyingErrors: Sendable, Hashable {
  /// Cells compared, n.
  public let cells: Int
  /// Cells that differ, d.
  public let disputed: Int
  /// Errors in 1,000 cells of one keying.
  public let perThousand: Double
  /// The 95 % interval of the same.
  public let low: Double, high: Double

  /// The estimate of a comparison; `nil` when no cell was compared.
  public init?(_ comparison: KeyingComparison) {
    guard let share = Proportion(comparison.disputed, of: comparison.compared) else { return nil }
    cells = share.total
    disputed = share.count
    perThousand = share.share * 500
    let interval = share.clopperPearson
    (low, high) = (interval.low * 500, interval.high * 500)
  }

  /// What the estimate takes for granted, for reports.
  public static let assumptions = Text(
    "Считано как d / (2n): расходится d из n ячеек, два человека вводили независимо и с одинаковой аккуратностью; интервал — Клоппера — Пирсона, 95 %. Одинаковых ошибок в обеих записях сравнение не обнаружит.",
    "Reckoned as d / (2n): d of n cells differ, two people keyed independently and with like care; the interval is Clopper and Pearson's, 95 %. The same mistake made in both is not found."
  )
}
