/// How much of a file the reader takes before it refuses; each limit has a reason word of its own.
public struct Limits: Sendable, Hashable {
  /// Entries of an archive.
  public var entries = 500
  /// Bytes of one inflated part.
  public var partBytes = 64 << 20
  /// Bytes of all inflated parts.
  public var packageBytes = 128 << 20
  /// Inflated bytes for one compressed byte, looked at only above ``ratioFloor``.
  public var ratio = 200
  /// The size below which the ratio says nothing: a blank sheet deflates well.
  public var ratioFloor = 1 << 20
  /// Elements inside one another.
  public var depth = 64
  /// Attributes of one element.
  public var attributes = 64
  /// Bytes of one comment, attribute or tag.
  public var tokenBytes = 1 << 20
  /// Sheets of a workbook.
  public var sheets = 256
  /// Non-empty rows of a sheet.
  public var rows = 20_000
  /// The highest number of columns of a row.
  public var columns = 512
  /// Non-empty cells of a workbook.
  public var cells = 2_000_000
  /// Merged ranges of a sheet.
  public var merges = 10_000
  /// UTF-16 units of a cell's text.
  public var textUnits = 32_767
  /// Bytes of a text file.
  public var textFileBytes = 20 << 20

  /// The limits of security.md, for files that are checked.
  public init() {}

  /// The bounds of the format itself, for looking at a strange file.
  public static var looking: Limits {
    var limits = Limits()
    limits.rows = CellReference.last.row + 1
    limits.columns = CellReference.last.column + 1
    return limits
  }
}
