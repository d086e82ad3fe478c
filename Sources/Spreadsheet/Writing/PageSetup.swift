/// How a sheet is printed.
public struct PageSetup: Sendable, Hashable {
  /// The three places of a header or footer; `{page}` and `{pages}` stand for the numbers.
  public struct Line: Sendable, Hashable {
    /// The text at the left.
    public var left = ""
    /// The text in the middle.
    public var center = ""
    /// The text at the right.
    public var right = ""

    /// A line of up to three texts.
    public init(left: String = "", center: String = "", right: String = "") {
      self.left = left
      self.center = center
      self.right = right
    }

    /// The line in Excel's code, in which `&` begins a command.
    var code: String {
      [("&L", left), ("&C", center), ("&R", right)].filter { !$1.isEmpty }.map { $0 + Self.code(of: $1) }
        .joined()
    }

    /// A text in Excel's code; `&` itself is written twice.
    private static func code(of text: String) -> String {
      var code = ""
      var rest = Substring(text)
      while let character = rest.first {
        if rest.hasPrefix("{page}") {
          code += "&P"
          rest.removeFirst(6)
        } else if rest.hasPrefix("{pages}") {
          code += "&N"
          rest.removeFirst(7)
        } else {
          code += character == "&" ? "&&" : String(character)
          rest.removeFirst()
        }
      }
      return code
    }
  }

  /// Whether the long side lies below.
  public var isLandscape = false
  /// Whether all columns are made to fit the width of one page.
  public var fitsWidth = true
  /// Whether what is printed stands in the middle between left and right.
  public var isCentered = false
  /// Rows that are repeated on every page, from zero.
  public var repeatedRows: ClosedRange<Int>?
  /// The cells to print, if not all.
  public var area: CellRange?
  /// The margins at the left and at the right, centimetres.
  public var sideMargin = 1.2
  /// The margins at the top and at the bottom, centimetres.
  public var endMargin = 1.8
  /// The line above.
  public var header = Line()
  /// The line below.
  public var footer = Line()

  /// A4, all columns on the width of one page.
  public init() {}
}
