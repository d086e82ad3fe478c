public import Spreadsheet

/// A table of a plan before its values are understood: rows of cells by the meaning of their columns.
///
/// Workbooks and JSON both become such tables, so that there is one place where a value is understood.
public struct PlanTable: Sendable {
  /// What a table lists.
  public enum Kind: String, Sendable, CaseIterable {
    case schools, works, observers, experts, approvals
  }

  /// A cell with its place.
  public struct Cell: Sendable {
    /// What stands there.
    public let value: CellValue
    /// Where.
    public let place: Place

    /// A cell.
    public init(_ value: CellValue, at place: Place) {
      self.value = value
      self.place = place
    }
  }

  /// One entry of the table.
  public struct Row: Sendable {
    /// The cells that are not empty, by column.
    public let cells: [PlanColumn: Cell]
    /// Where the columns stand that have no cell in this row; a place for what is missing.
    public let places: [PlanColumn: Place]
    /// The place of the row itself.
    public let place: Place

    /// A row.
    public init(cells: [PlanColumn: Cell], places: [PlanColumn: Place], place: Place) {
      self.cells = cells
      self.places = places
      self.place = place
    }
  }

  /// What the table lists.
  public let kind: Kind
  /// Its rows.
  public let rows: [Row]
  /// Columns with data that nobody understands, by their header cell.
  public let unknownColumns: [Place]

  /// A table.
  public init(_ kind: Kind, rows: [Row], unknownColumns: [Place] = []) {
    self.kind = kind
    self.rows = rows
    self.unknownColumns = unknownColumns
  }
}

extension PlanTable.Kind {
  /// The table as people call it, by the name of its sheet in the blank workbook.
  public var title: Text {
    switch self {
    case .schools: Text("Школы", "Школы (schools)")
    case .works: Text("График", "График (schedule)")
    case .observers: Text("Наблюдатели", "Наблюдатели (observers)")
    case .experts: Text("Эксперты", "Эксперты (experts)")
    case .approvals: Text("Утверждения", "Утверждения (approvals)")
    }
  }

  /// What a row of columns lists, by the columns it has and, where they do not tell, by the sheet's name.
  init?(columns: Set<PlanColumn>, sheet: String) {
    let name = Folded(sheet).text
    let hasPerson = !columns.isDisjoint(with: [.person, .observer, .expert])
    if columns.contains(.approved), columns.contains(.held) || columns.contains(.number) {
      self = .approvals
    } else if columns.contains(.experience) || (hasPerson && name.hasPrefix("эксперт")) {
      self = .experts
    } else if columns.contains(.grade), columns.contains(.subject) {
      self = .works
    } else if hasPerson, columns.contains(.workplace) || name.hasPrefix("наблюдат") {
      self = .observers
    } else if columns.contains(.login), columns.contains(.schoolName) {
      self = .schools
    } else {
      return nil
    }
  }
}
