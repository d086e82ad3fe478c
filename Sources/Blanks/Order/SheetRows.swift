/// The rows of an empty sheet: the codes that stand in it, and how many rows there are.
public struct SheetRows: Sendable, Hashable {
  /// The codes from the top.
  public let codes: [Int]
  /// The number of rows, with those that have no code yet.
  public let count: Int

  /// The most rows that a sheet gets: the room of the largest form.
  public static let most = 1500

  /// Rows for a class of which nothing is known: without codes, and more than a class has pupils.
  public static let ofClass = SheetRows(empty: 40)

  private init(empty count: Int) {
    codes = []
    self.count = count
  }

  /// Rows for some codes, and empty ones below them up to a number; `nil` when they are too many.
  public init?(codes: [Int], count: Int? = nil) {
    let rows = max(codes.count, count ?? 0)
    guard (1...Self.most).contains(rows) else { return nil }
    self.codes = codes
    self.count = rows
  }

  /// The code of a row from zero.
  func code(_ row: Int) -> Int? { codes.indices.contains(row) ? codes[row] : nil }

  /// Reads `40001-40030,40041`; `nil` when it is anything else, or names a code twice.
  public static func codes(in text: String) -> [Int]? {
    var codes: [Int] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = piece.split(separator: "-", omittingEmptySubsequences: false).map { Int(trimmed($0)) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1,
        last >= first, last - first < most
      else { return nil }
      codes += first...last
      guard codes.count <= most else { return nil }
    }
    return Set(codes).count == codes.count ? codes : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " }
    return start.prefix(start.count - start.reversed().prefix { $0 == " " }.count)
  }
}
