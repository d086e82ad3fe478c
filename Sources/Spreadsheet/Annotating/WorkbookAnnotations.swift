/// What is added to a copy of somebody's workbook: marked cells with notes, and one sheet.
public struct WorkbookAnnotations: Sendable {
  /// A cell that is to be seen.
  public struct Mark: Sendable, Hashable {
    /// The cell.
    public let cell: CellReference
    /// The colour behind it.
    public let colour: CellStyle.Colour
    /// The note that opens over it; a cell that has a note of its owner's keeps that one.
    public let note: String?

    /// A mark of a cell.
    public init(cell: CellReference, colour: CellStyle.Colour, note: String?) {
      self.cell = cell
      self.colour = colour
      self.note = note
    }
  }

  /// The marks of each sheet, by its place in ``Workbook/sheets``.
  public var marks: [Int: [Mark]]
  /// The sheet that is added, or takes the place of the one that was added before.
  public var sheet: AddedSheet
  /// The place in ``Workbook/sheets`` of the sheet that was added before, if there is one.
  public var former: Int?
  /// All colours of marks: cells that carry one were marked before and get their own look back.
  public var palette: [CellStyle.Colour]
  /// Who signs the notes; notes of that author were made before and are taken away.
  public var author: String

  /// Additions to a workbook.
  public init(
    marks: [Int: [Mark]], sheet: AddedSheet, former: Int?, palette: [CellStyle.Colour], author: String
  ) {
    self.marks = marks
    self.sheet = sheet
    self.former = former
    self.palette = palette
    self.author = author
  }
}

/// A sheet of text that is added to a workbook.
public struct AddedSheet: Sendable {
  /// A cell of it.
  public enum Item: Sendable {
    /// Nothing, perhaps with a look.
    case blank(CellStyle?)
    /// Text, written as text whatever it begins with.
    case text(String, CellStyle)
    /// A whole number.
    case number(Int, CellStyle)
    /// Text that leads to a cell of the same workbook.
    case link(String, sheet: String, CellReference, CellStyle)
  }

  /// A column: its width in characters, and whether it is seen.
  public struct Column: Sendable {
    let width: Double
    let isHidden: Bool

    /// A column of a width, characters.
    public init(width: Double, isHidden: Bool = false) {
      self.width = width
      self.isHidden = isHidden
    }
  }

  /// The name on the tab; a number is put behind it where a sheet of that name is there already.
  public var name: String
  /// The columns from the first one on.
  public var columns: [Column]
  /// The rows from the first one on.
  public var rows: [[Item]]
  /// How many rows stay in sight.
  public var frozenRows = 0
  /// The header row and the rows below it that can be sorted and filtered.
  public var filter: CellRange?

  /// A sheet of rows.
  public init(name: String, columns: [Column], rows: [[Item]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}
