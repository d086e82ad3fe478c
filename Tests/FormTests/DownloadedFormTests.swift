import Seasons
import Testing

@testable import Assessment
@testable import Form
@testable import Spreadsheet

@Suite struct `A downloaded form` {
  @Test(arguments: FormFixture.all())
  func `states the criteria of its work, whoever saved it`(fixture: FormFixture) throws {
    let description = try fixture.form().description
    let criteria = description.criteria
    let work = try #require(criteria.work)
    #expect(
      criteria.origin == .form && description.gradeOfCodes == nil || description.gradeOfCodes == work.grade)
    let shipped = try Seasons().criteria(for: work)
    let table = try #require(shipped)
    #expect(
      criteria.tasks.map(\.id) == table.tasks.map(\.id)
        && criteria.tasks.map(\.part) == table.tasks.map(\.part))
    let change = fixture.flavour == "changed" ? 1 : 0
    #expect(criteria.total == table.total + change)
    guard description.damage.isEmpty else { return }
    #expect(criteria.terms.codes == table.terms.codes && criteria.terms.asksSex == table.terms.asksSex)
    #expect(
      criteria.terms.notCovered == table.terms.notCovered && criteria.terms.variants == table.terms.variants)
    #expect(criteria.terms.classes == table.terms.classes && criteria.terms.marks == table.terms.marks)
    #expect(criteria.terms.offersNoMark == table.terms.offersNoMark)
    #expect(Set(criteria.dependencies.map(\.dependent)) == Set(table.dependencies.map(\.dependent)))
  }

  @Test(arguments: FormFixture.all())
  func `says what it has lost, how much room it has and what stands in it`(fixture: FormFixture) throws {
    let form = try fixture.form()
    let damage = form.description.damage
    let lists = damage.filter { if case .list = $0 { true } else { false } }
    let sheets = damage.compactMap { if case .sheet(let name) = $0 { name } else { nil } }
    let totals = damage.filter { if case .total = $0 { true } else { false } }
    switch fixture.flavour {
    case "damaged-ref", "damaged-lists": #expect(!lists.isEmpty && sheets.isEmpty && totals.isEmpty)
    case "damaged-sheets", "libreoffice-damaged": #expect(lists.isEmpty && !sheets.isEmpty && totals.isEmpty)
    case "damaged-total": #expect(lists.isEmpty && sheets.isEmpty && totals.count == 1)
    default: #expect(damage.isEmpty)
    }
    switch fixture.flavour {
    case "google-trimmed": #expect(form.room == 10)
    case "damaged-total": #expect(form.room == 0)
    case "google", "google-filled", "damaged-lists": #expect((1..<1498).contains(form.room))
    default: #expect(form.room == 1498)
    }
    let isFilled = fixture.flavour.hasSuffix("filled")
    #expect(form.description.filled.count == (isFilled ? 24 : 0))
  }

  @Test(arguments: FormFixture.all(["blank", "openpyxl", "libreoffice", "google", "changed"]))
  func `is filled with a protocol that reads back as it was meant`(fixture: FormFixture) throws {
    let blank = try fixture.form()
    let accepted = AcceptedProtocol.synthetic(blank.description.criteria, pupils: 9)
    let written = try blank.filled(with: accepted)
    #expect(try Reread.differences(in: written, from: accepted, blank: blank, name: fixture.name) == [])
    #expect(written == (try blank.filled(with: accepted)))
    let imported = ImportedForm(try DownloadedForm(written, name: fixture.name))
    #expect(
      imported.rows.map(\.code) == accepted.rows.map(\.code)
        && imported.rows.map(\.isAbsent) == accepted.rows.map(\.isAbsent))
    #expect(
      imported.rows.filter { !$0.isAbsent }.map(\.total)
        == accepted.rows.filter { !$0.isAbsent }.map { .number(Double($0.sum)) })
  }

  @Test func `is filled to its last row, and not beyond it`() throws {
    let fixture = try #require(FormFixture.all(["google-trimmed"]).first)
    let form = try fixture.form()
    let full = AcceptedProtocol.synthetic(form.description.criteria, pupils: 10)
    #expect(
      try Reread.differences(in: form.filled(with: full), from: full, blank: form, name: fixture.name) == [])
    let more = AcceptedProtocol.synthetic(form.description.criteria, pupils: 11)
    #expect(throws: FormError.tooFewRows(room: 10, needed: 11)) { try form.filled(with: more) }
  }

  /// An edit goes by rows: a cell that names a row to be filled, from another row, would stand there twice.
  @Test(arguments: [
    "<row r=\"1900\"><c r=\"B6\"><v>1</v></c></row>", "<row r=\"1900\"><c r=\"C6\"/></row>",
    "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row>",
    "<row r=\"1900\"><c r=\"C1900\"/><c r=\"B6\" s=\"1\"/></row>",
  ])
  func `with a cell in a row that is not its own is damaged, and not filled`(row: String) throws {
    let fixture = try #require(FormFixture.all(["blank"]).first)
    let part = try fixture.form().sheet.part
    var package = try PackageEditor(fixture.bytes())
    let whole = try package.bytes(of: part)
    let xml = String(decoding: try #require(whole), as: UTF8.self)
    package.put(Array(xml.replacing("</sheetData>", with: row + "</sheetData>").utf8), as: part)
    let form = try DownloadedForm(package.finish(), name: fixture.name)
    let places = form.description.damage.compactMap {
      if case .misplaced(let cell) = $0 { cell } else { nil }
    }
    #expect(!places.isEmpty && places.count == form.description.damage.count)
    let accepted = AcceptedProtocol.synthetic(form.description.criteria, pupils: 9)
    #expect(throws: FormError.unreadable(SpreadsheetError(.cannotWrite, part: part))) {
      try form.filled(with: accepted)
    }
  }

  @Test func `takes no protocol of other tasks`() throws {
    let forms = try FormFixture.all(["blank"]).map { try $0.form() }
    let accepted = AcceptedProtocol.synthetic(forms[0].description.criteria, pupils: 3)
    #expect(throws: FormError.otherTasks) { try forms[1].filled(with: accepted) }
  }

  @Test(arguments: FormFixture.all(["filled", "google-filled", "libreoffice-filled"]))
  func `that is filled reads back as what was keyed`(fixture: FormFixture) throws {
    let imported = ImportedForm(try fixture.form())
    let source = fixture.flavour == "filled" ? fixture : FormFixture(flavour: "filled", name: fixture.name)
    let people = try #require(try source.truth()["participants"] as? [[String: Any]])
    #expect(imported.rows.map(\.code) == people.map { $0["code"] as? Int })
    for (row, person) in zip(imported.rows, people) {
      #expect(row.isAbsent == (person["absent"] as? Bool))
      guard !row.isAbsent else { continue }
      #expect(row.total.description == "\(person["total"] ?? "")")
      #expect(row.variants.map(\.description) == (person["variants"] as? [Int] ?? []).map { "\($0)" })
      let points = person["points"] as? [String: Any] ?? [:]
      let tasks = imported.criteria.tasks.map { "\(points[$0.id.description] ?? "")" }
      #expect(row.points.map(\.description) == tasks)
    }
  }

  /// What may happen to a written form, and must not go unseen.
  @Test(arguments: ["points", "total", "absent", "below", "outside", "row dropped", "formula dropped"])
  func `that was changed after it was written is not proven`(what: String) throws {
    let fixture = try #require(FormFixture.all(["blank"]).last)
    let blank = try fixture.form()
    let accepted = AcceptedProtocol.synthetic(blank.description.criteria, pupils: 5)
    let written = try blank.filled(with: accepted)
    let (first, columns) = (blank.firstRow, blank.columns)
    let total = try #require(columns.total)
    let edits: (row: Int, cells: [(column: Int, edit: CellEdit)]) =
      switch what {
      case "points": (first, [(columns.tasks[0].column, .number(7))])
      case "total": (first + 1, [(total, .result(99))])
      case "absent": (first + 2, [(columns.tasks[0].column, .number(0))])
      case "below": (first + 5, [(columns.variants[0], .number(1))])
      case "outside": (first + 700, [(total + 30, .number(1))])
      case "row dropped": (first + 3, columns.inputs.map { ($0, .text("")) })
      default: (first, [(total, .number(accepted.rows[0].sum))])
      }
    let tampered = try PackageEditor(written).applying(
      SheetEdits([SheetEdits.Row(number: edits.row, cells: edits.cells)]), toPart: blank.sheet.part)
    #expect(try !Reread.differences(in: tampered, from: accepted, blank: blank, name: fixture.name).isEmpty)
  }

  @Test func `is understood by its headers, whatever their order`() throws {
    let fixture = try #require(FormFixture.all(["blank"]).first { $0.name.contains("Математика") })
    let before = try fixture.form()
    let header = before.firstRow - 1
    // The headers of the first two tasks change places, and so does the meaning of their columns.
    let (a, b) = (before.columns.tasks[0].column, before.columns.tasks[1].column)
    let titles = [a, b].map { before.sheet[CellReference(row: header, column: $0)].description }
    let cells: [(column: Int, edit: CellEdit)] = [(a, .text(titles[1])), (b, .text(titles[0]))]
    let bytes = try PackageEditor(before.bytes).applying(
      SheetEdits([SheetEdits.Row(number: header, cells: cells)]), toPart: before.sheet.part)
    let after = try DownloadedForm(bytes, name: fixture.name)
    #expect(
      after.columns.tasks.prefix(2).map(\.criterion.id)
        == before.columns.tasks.prefix(2).map(\.criterion.id).reversed())
    let accepted = AcceptedProtocol.synthetic(after.description.criteria, pupils: 4)
    #expect(
      try Reread.differences(
        in: after.filled(with: accepted), from: accepted, blank: after, name: fixture.name) == [])
  }

  @Test func `keeps unclear values when it is imported`() throws {
    let fixture = try #require(FormFixture.all(["filled"]).first)
    let before = try fixture.form()
    let cells: [(column: Int, edit: CellEdit)] = [
      (before.columns.code, .text("восемь")), (before.columns.tasks[0].column, .text("2?")),
      (before.columns.variants[0], .number(99)),
    ]
    let bytes = try PackageEditor(before.bytes).applying(
      SheetEdits([SheetEdits.Row(number: before.firstRow, cells: cells)]), toPart: before.sheet.part)
    let imported = ImportedForm(try DownloadedForm(bytes, name: fixture.name))
    let row = try #require(imported.rows.first)
    #expect(row.code == nil && row.points[0] == .text("2?") && row.variants[0] == .number(99))
    #expect(imported.rows.count == 24 && imported.table.rows.count == 25)
    #expect(imported.table.rows[1].contains(.text("2?")) && imported.table.rows[1].contains(.number(99)))
    // A word that nobody enters may be a name: that something stands there is kept, the word is not.
    #expect(!imported.table.rows[1].contains(.empty) && !imported.table.rows[1].contains(.text("восемь")))
  }

  @Test func `of other tasks, or with other sheets, is not proven either`() throws {
    let fixtures = FormFixture.all(["blank"])
    let (one, other) = (try fixtures[0].form(), try fixtures[1].form())
    let accepted = AcceptedProtocol.synthetic(one.description.criteria, pupils: 2)
    let foreign = try Reread.differences(
      in: fixtures[1].bytes(), from: accepted, blank: nil, name: fixtures[1].name)
    #expect(
      foreign.first?.expected == one.columns.tasks.map(\.criterion.id.description).joined(separator: " "))
    #expect(
      foreign.first?.actual == other.columns.tasks.map(\.criterion.id.description).joined(separator: " "))

    var package = try PackageEditor(one.filled(with: accepted))
    let whole = try package.bytes(of: "xl/workbook.xml")
    let xml = String(decoding: try #require(whole), as: UTF8.self)
    package.put(
      Array(xml.replacing("name=\"Служебный\"", with: "name=\"Чужой\"").utf8), as: "xl/workbook.xml")
    let renamed = try Reread.differences(
      in: package.finish(), from: accepted, blank: one, name: fixtures[0].name)
    #expect(renamed.contains { $0.expected.contains("Служебный") && $0.actual.contains("Чужой") })
  }

  @Test func `is none where there is no header, no XLSX or no file`() throws {
    #expect(throws: FormError.notAForm) {
      try DownloadedForm(Array("Код;Вариант;1 (1б)\n1;1;1".utf8), name: "a.csv")
    }
    #expect(throws: FormError.unreadable(SpreadsheetError(.emptyFile))) {
      try DownloadedForm([], name: "a.xlsx")
    }
    let other = try PlainTable(name: "Л", rows: [[.text("Код"), .text("Вариант")]]).xlsx()
    #expect(throws: FormError.notAForm) { try DownloadedForm(other, name: "a.xlsx") }
    let (source, form) = DownloadedForm.open(other, name: "a.xlsx")
    #expect(form == nil && source.workbook != nil)
  }
}
