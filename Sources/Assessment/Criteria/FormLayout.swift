/// How the electronic form of a season looks, so that one can be made where none was downloaded.
public struct FormLayout: Sendable, Hashable {
  /// A sheet of the form and what it is for.
  public struct Sheet: Sendable, Hashable {
    /// What a sheet of the form is for.
    public enum Role: String, Sendable {
      case `protocol`, classes, lists, classNumbers
    }
    /// The name on its tab.
    public let name: String
    /// What it is for.
    public let role: Role
    /// Whether it is hidden.
    public let isHidden: Bool
    /// The headers of its columns, where they are known.
    public let columns: [String]

    /// A sheet of the form.
    public init(name: String, role: Role, isHidden: Bool, columns: [String]) {
      self.name = name
      self.role = role
      self.isHidden = isHidden
      self.columns = columns
    }
  }

  /// A group of columns of the protocol sheet; `variant` and `tasks` repeat for each part.
  public enum Column: String, Sendable {
    case code, variant, tasks, `class`, sex, mark, total
  }

  /// How the total is computed in a prepared row.
  public enum Total: String, Sendable {
    /// `IF(LEN(first task)>0, SUM(…), "")`
    case whenFirstTaskFilled
    /// `SUM(…)`
    case plainSum
  }

  /// The season's year.
  public var season: Int
  /// The sheets in order.
  public var sheets: [Sheet]
  /// The columns of the protocol sheet from left to right.
  public var columns: [Column]
  /// The header of each column; that of a task holds `{id}` and `{max}`.
  public var headers: [Column: String]
  /// The header of a variant in a work of several parts, with `{part}`.
  public var variantOfPart: String?
  /// The prepared rows, as the sheet counts them, from one.
  public var rows: ClosedRange<Int>
  /// What the form takes beside points, without the codes.
  public var terms: EntryTerms
  /// Whether «не пройд.» is offered for every task.
  public var offersNotCovered: Bool
  /// The codes of each grade.
  public var codes: [Int: ClosedRange<Int>]
  /// How the total is computed.
  public var total: Total
  /// The file's name, with `{title}`, `{grade}` and `{season}`.
  public var fileName: String

  /// A layout of its parts.
  public init(
    season: Int, sheets: [Sheet], columns: [Column], headers: [Column: String], variantOfPart: String?,
    rows: ClosedRange<Int>, terms: EntryTerms, offersNotCovered: Bool, codes: [Int: ClosedRange<Int>],
    total: Total,
    fileName: String
  ) {
    self.season = season
    self.sheets = sheets
    self.columns = columns
    self.headers = headers
    self.variantOfPart = variantOfPart
    self.rows = rows
    self.terms = terms
    self.offersNotCovered = offersNotCovered
    self.codes = codes
    self.total = total
    self.fileName = fileName
  }

  /// What a form of this layout takes for a work.
  public func terms(grade: Int, tasks: Int) -> EntryTerms {
    var terms = terms
    terms.codes = codes[grade]
    terms.asksSex = columns.contains(.sex)
    terms.notCovered = offersNotCovered ? Set(0..<tasks) : []
    return terms
  }
}
