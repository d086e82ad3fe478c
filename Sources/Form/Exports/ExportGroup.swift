public import Spreadsheet

/// A group of participants in an export: the whole sample, a region, a municipality or a school.
public struct ExportGroup: Sendable, Hashable {
  /// What the group is.
  public enum Kind: String, Sendable {
    case sample, region, municipality, school
  }

  /// What the group is; told by its login, then by its words.
  public let kind: Kind
  /// Its name without the login.
  public let name: String
  /// `edu123456` or `reg38_m012`; `nil` for the larger ones.
  public let login: String?
  /// Its cell.
  public let cell: CellReference

  /// Reads `СОШ № 1(edu123456)`, `Казачинско-Ленский район(reg38_m012)`, `Вся выборка`.
  init(_ text: String, at cell: CellReference) {
    let school = Login.school(in: text)
    login = school ?? Login.municipality(in: text)
    let isWhole = ["вся выборка", "российская федерация", "рф"].contains(text.lowercased())
    kind = school != nil ? .school : login != nil ? .municipality : isWhole ? .sample : .region
    let open = login == nil ? nil : text.lastIndex(of: "(")
    name = (open.map { String(text[..<$0]) } ?? text).split(separator: " ").joined(separator: " ")
    self.cell = cell
  }
}
