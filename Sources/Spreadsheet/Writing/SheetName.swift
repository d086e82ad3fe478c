/// The name of a sheet in a formula.
public enum SheetName {
  /// The name in apostrophes, as a reference to one of its cells begins: `'Служебный'`.
  public static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// A reference to a rectangle that does not move when it is copied: `'Служебный'!$A$1:$A$3`.
  public static func reference(_ name: String, _ range: CellRange) -> String {
    "\(quoted(name))!\(range.first.fixed):\(range.last.fixed)"
  }
}

extension CellReference {
  /// The place that does not move when a formula is copied: `$H$17`.
  public var fixed: String { "$\(Self.letters(ofColumn: column))$\(row + 1)" }
}
