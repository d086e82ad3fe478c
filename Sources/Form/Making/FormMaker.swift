public import Assessment
internal import Spreadsheet

/// Makes the electronic form in a season's layout, for a school that has no downloaded one at hand, for tests and for
/// training.
///
/// What the school should upload is the form that it downloaded: a made one says of itself, in its properties and at
/// the foot of its pages, that it is not that form.
public struct FormMaker: Sendable {
  private let layout: FormLayout

  /// A maker of forms in a season's layout.
  public init(layout: FormLayout) {
    self.layout = layout
  }

  /// The form of a work with an accepted protocol in it, as an XLSX package; the same protocol gives the same bytes.
  public func form(of accepted: AcceptedProtocol) throws(FormMakingError) -> [UInt8] {
    let limit = layout.rows.count
    guard accepted.rows.count <= limit else {
      throw .tooManyRows(count: accepted.rows.count, limit: limit)
    }
    return try make(accepted.criteria, accepted.rows)
  }

  /// The empty form of a work, as an XLSX package.
  public func blank(criteria: Criteria) throws(FormMakingError) -> [UInt8] {
    try make(criteria, [])
  }

  /// The name under which a form of the work is downloaded.
  public func fileName(of work: Work) -> String {
    let title = Subject.title(work.subject) + (work.level == .advanced ? " (углублённый уровень)" : "")
    return layout.fileName.replacing("{title}", with: title)
      .replacing("{grade}", with: "\(work.grade)").replacing("{season}", with: "\(work.season)")
  }

  private func make(_ criteria: Criteria, _ rows: [AcceptedRow]) throws(FormMakingError) -> [UInt8] {
    let plan = try FormPlan(criteria, layout: layout)
    do throws(SpreadsheetError) {
      var book = try WorkbookWriter(properties(of: criteria))
      let styles = FormStyles(&book)
      let maker = ProtocolSheetMaker(
        plan: plan, styles: styles, rows: rows, page: page(of: criteria, plan: plan, rows: rows.count))
      for sheet in layout.sheets {
        try book.sheet(sheet.name) { writer throws(SpreadsheetError) in
          switch sheet.role {
          case .protocol: try maker.fill(writer)
          case .classes: try plan.fillClasses(writer, headers: sheet.columns, styles)
          case .lists: try plan.fillLists(writer)
          case .classNumbers: try plan.fillClassNumbers(writer)
          }
          if sheet.isHidden { writer.hide() }
        }
      }
      return try book.bytes()
    } catch {
      throw .notWritten(error)
    }
  }

  private func properties(of criteria: Criteria) -> DocumentProperties {
    DocumentProperties(
      title: title(of: criteria), author: "oko", comments: Self.statement(of: criteria))
  }

  /// The name without its extension.
  private func title(of criteria: Criteria) -> String {
    guard let work = criteria.work else { return "Форма сбора результатов" }
    let name = fileName(of: work)
    return name.hasSuffix(".xlsx") ? String(name.dropLast(5)) : name
  }

  /// What a made form says of itself.
  private static func statement(of criteria: Criteria) -> String {
    let source = criteria.work.map { " по критериям \($0.id)" } ?? ""
    return "Сделано oko\(source); это не форма, скачанная из ФИС ОКО"
  }

  /// Landscape, with the headers on every page; of a filled form no empty rows are printed.
  private func page(of criteria: Criteria, plan: FormPlan, rows: Int) -> PageSetup {
    var page = PageSetup()
    page.isLandscape = true
    page.repeatedRows = plan.headerRow...plan.headerRow
    page.header = PageSetup.Line(center: title(of: criteria))
    page.footer = PageSetup.Line(left: Self.statement(of: criteria), right: "{page} из {pages}")
    if rows > 0 {
      page.area = CellRange(
        CellReference(row: plan.headerRow, column: 0),
        CellReference(row: plan.headerRow + rows, column: plan.columns.count - 1))
    }
    return page
  }
}
