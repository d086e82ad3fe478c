import Seasons
import Testing

@testable import Assessment
@testable import Form
@testable import Spreadsheet

/// Other programs write the same list of values in another way; a form must say the same then.
@Suite struct `The lists of a downloaded form` {
  /// A form of English, 2026, in which К2 to К4 depend on К1, and lists changed by a test.
  private func form(_ change: (String) -> String) throws -> (before: FormDescription, after: FormDescription)
  {
    let fixture = try #require(FormFixture.all(["blank"]).first { $0.name.contains("Английский язык 8") })
    let before = try fixture.form()
    var package = try PackageEditor(fixture.bytes())
    let part = before.sheet.part
    let whole = try package.bytes(of: part)
    let xml = String(decoding: try #require(whole), as: UTF8.self)
    let changed = change(xml)
    #expect(changed != xml)
    package.put(Array(changed.utf8), as: part)
    let after = try DownloadedForm(package.finish(), name: fixture.name)
    return (before.description, after.description)
  }

  @Test func `may stand in the check itself, or have a name`() throws {
    let (before, after) = try form {
      $0.replacing(
        "<formula1>'Служебный'!$B$1:$B$3</formula1>", with: "<formula1>\"1,2,отсутствовал\"</formula1>"
      )
      .replacing("<formula1>'Служебный'!$K$1:$K$5</formula1>", with: "<formula1>Отметки</formula1>")
    }
    #expect(after.damage.isEmpty && after.criteria.terms == before.criteria.terms)
    let (_, other) = try form {
      $0.replacing("<formula1>'Служебный'!$B$1:$B$3</formula1>", with: "<formula1>\"3,4\"</formula1>")
        .replacing("<formula1>'Служебный'!$K$1:$K$5</formula1>", with: "<formula1>\"4,3\"</formula1>")
    }
    #expect(other.criteria.terms.variants == [3, 4] && other.criteria.terms.marks == [4, 3])
    #expect(!other.criteria.terms.offersNoMark)
  }

  @Test func `that hold nothing are lost`() throws {
    let (_, after) = try form {
      $0.replacing(
        "<formula1>'Служебный'!$B$1:$B$3</formula1>", with: "<formula1>'Служебный'!$Z$1:$Z$3</formula1>")
    }
    #expect(after.damage == [.list(header: "Вариант", cell: CellReference(row: 0, column: 1))])
  }

  @Test func `of bound criteria are found by order where their formulas name no cell`() throws {
    let opaque = /<formula1>OFFSET\(.*?<\/formula1>/
    let (before, after) = try form { $0.replacing(opaque, with: "<formula1>ПАРЫ()</formula1>") }
    #expect(before.criteria.dependencies.count == 3)
    #expect(after.criteria.dependencies == before.criteria.dependencies)
  }

  @Test func `bind nothing where the pairs are gone`() throws {
    let opaque = /<formula1>OFFSET\(.*?<\/formula1>/
    let pairs = /<c r="[P-U]\d+"[^>]*>.*?<\/c>/
    let (_, after) = try form {
      $0.replacing(opaque, with: "<formula1>ПАРЫ()</formula1>").replacing(pairs, with: "")
    }
    #expect(after.criteria.dependencies.isEmpty)
  }
}

@Suite struct `The columns of a downloaded form` {
  @Test(arguments: FormFixture.all(["blank", "changed", "google", "libreoffice"]))
  func `are told in the form's order with the form's headers`(fixture: FormFixture) throws {
    let form = try fixture.form()
    let columns = form.protocolColumns
    let headers = (0..<form.sheet.extent.columns).map {
      form.sheet[CellReference(row: form.firstRow - 1, column: $0)].description
    }
    #expect(columns.map(\.header) == headers.filter { HeaderMeaning($0) != nil })
    #expect(columns.map(\.index) == Array(columns.indices))
    let criteria = form.description.criteria
    for column in columns {
      switch column.content {
      case .task(let task): #expect(column.header.hasPrefix(criteria.tasks[task].id.description))
      case .variant(let part): #expect(criteria.parts == 1 || column.header.contains("\(part)"))
      case .code: #expect(column.index == 0)
      case .total: #expect(column.index == columns.count - 1)
      case .schoolClass, .sex, .mark: break
      }
    }
    #expect(columns.contains { $0.content == .sex } == criteria.terms.asksSex)
  }
}
