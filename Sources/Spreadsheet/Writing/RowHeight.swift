/// How high a row must be for texts that go on in new lines.
///
/// Not every program finds it out by itself when it opens a sheet; all of them grow the row when it is edited.
public enum RowHeight {
  /// The height, points; `nil` when one line is enough.
  ///
  /// - Parameter texts: each with the width of its column (characters) and its size (points).
  public static func points(_ texts: [(text: String, width: Double, size: Double)]) -> Int? {
    var lines = 1
    for (text, width, size) in texts { lines = max(lines, Self.lines(text, width: Int(width * 11 / size))) }
    return lines > 1 ? 4 + 13 * lines : nil
  }

  /// The lines that a text takes when it is broken between words.
  private static func lines(_ text: String, width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { total, line in
      var lines = 1
      var used = 0
      for word in line.split(separator: " ") {
        if used > 0, used + 1 + word.count > width {
          lines += 1
          used = 0
        }
        lines += max(0, word.count - 1) / max(1, width)
        used += word.count + (used > 0 ? 1 : 0)
      }
      return total + lines
    }
  }
}
