/// How a cell looks, and whether a protected sheet lets it be changed.
public struct CellStyle: Sendable, Hashable {
  /// A colour of red, green and blue, `0xRRGGBB`.
  public struct Colour: Sendable, Hashable, ExpressibleByIntegerLiteral {
    /// The colour as one number.
    public let rgb: UInt32

    /// A colour by its number.
    public init(integerLiteral value: UInt32) { rgb = value & 0xFFFFFF }
  }

  /// Where text stands between left and right.
  public enum Horizontal: Sendable { case general, left, center, right }

  /// Where text stands between top and bottom.
  public enum Vertical: Sendable { case bottom, center, top }

  /// A style that a workbook knows; ``WorkbookWriter/style(_:)`` gives it.
  public struct ID: Sendable, Hashable {
    let index: Int
  }

  /// Whether the text is bold.
  public var isBold = false
  /// Whether the text is italic.
  public var isItalic = false
  /// Whether long text goes on in a new line.
  public var wraps = false
  /// Whether long text is shown smaller, so that it fits the cell.
  public var shrinks = false
  /// Whether a thin line surrounds the cell.
  public var hasBorder = false
  /// Whether a thin line runs below the cell, as under a place to write on.
  public var hasLineBelow = false
  /// The colour of the line.
  public var borderColour: Colour?
  /// Where text stands between left and right.
  public var horizontal = Horizontal.general
  /// Where text stands between top and bottom.
  public var vertical = Vertical.bottom
  /// The colour behind the text.
  public var fill: Colour?
  /// The colour of the text.
  public var textColour: Colour?
  /// The size of the text, points.
  public var fontSize = 11.0
  /// The number format in Excel's words: `0`, `0.0`, `@`.
  public var numberFormat: String?
  /// The angle of the text, degrees, -90 to 90.
  public var rotation = 0
  /// Whether a protected sheet keeps the cell from being changed.
  public var isLocked = true

  /// Plain text of 11 points.
  public init() {}

  /// This style with something changed.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }
}
