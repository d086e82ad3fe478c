internal import Spreadsheet

/// The export that an uploaded form is held against: which file it is, what it says, or why it says nothing.
public struct SystemExport: Sendable {
  /// Its place among the sources.
  public let source: Int
  /// What it holds; `nil` when it could not be read as Ф1.
  public let results: IndividualResults?
  /// Why not, in words that go on after «таблица не найдена:».
  public let problem: Text?
  /// The school whose rows count; `nil` when the export has one school only.
  public let login: String?

  /// An export of its parts.
  public init(source: Int, results: IndividualResults?, problem: Text? = nil, login: String? = nil) {
    self.source = source
    self.results = results
    self.problem = problem
    self.login = login?.lowercased()
  }

  /// The rows that count: those of the school that was named, or all.
  var rows: [IndividualResults.Row] {
    guard let results else { return [] }
    guard let login else { return results.rows }
    return results.rows.filter { results.schools[$0.school].login == login }
  }

  /// The schools whose rows count.
  var schools: [IndividualResults.School] {
    results?.schools.filter { login == nil || $0.login == login } ?? []
  }
}

extension SystemExport {
  /// A cell of the export.
  func location(_ cell: CellReference) -> CellLocation {
    CellLocation(source: source, sheet: results?.sheet ?? 0, cell: cell)
  }
}

extension Examination {
  /// Why a source has no table, where its reader told.
  func problem(of source: Int) -> Text? { export?.source == source ? export?.problem : nil }

  /// Why a form cannot be held against its export.
  var reasonNotToReconcile: Text? {
    if record == nil { return Text("форма не прочитана", "the form was not read") }
    if export?.results == nil { return Text("выгрузка не прочитана", "the export was not read") }
    return exported == nil
      ? Text("форма и выгрузка о разных работах", "the form and the export are of different works") : nil
  }
}
