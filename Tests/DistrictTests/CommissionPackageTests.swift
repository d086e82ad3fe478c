import Assessment
import SchoolCalendar
import Spreadsheet
import Testing

@testable import District

struct `A package for the commission` {
  private let files = [
    SealedPackage.Entry(name: "работы.pdf", bytes: Array("%PDF".utf8)),
    SealedPackage.Entry(name: "критерии.pdf", bytes: [1, 2, 3]),
  ]
  private let password = "длинный пароль"
  private let made = Moment(secondsSince1970: 1_713_225_600)

  private func fault(_ entries: [SealedPackage.Entry]) throws -> CommissionPackage.Fault? {
    let sealed = try SealedPackage.seal(entries, password: password)
    do throws(CommissionPackage.Fault) {
      _ = try CommissionPackage(opening: sealed, password: password)
      return nil
    } catch { return error }
  }

  private var manifest: SealedPackage.Entry {
    SealedPackage.Entry(name: "manifest.json", bytes: PackageManifest(files, made: made).bytes)
  }

  @Test
  func `comes back with its manifest`() throws {
    let sealed = try CommissionPackage(files, made: made).sealed(password: password)
    let opened = try CommissionPackage(opening: sealed, password: password)
    #expect(opened.files == files)
    #expect(opened.manifest.made == "2024-04-16T00:00:00Z")
    #expect(opened.manifest.files.map(\.size) == [4, 3])
  }

  @Test
  func `is refused when it does not agree with its manifest`() throws {
    #expect(try fault(files) == .withoutManifest)
    #expect(try fault([.init(name: "manifest.json", bytes: Array("{}".utf8))] + files) == .withoutManifest)
    #expect(try fault([manifest, files[0]]) == .missing("критерии.pdf"))
    #expect(try fault([manifest] + files + [.init(name: "ещё.pdf", bytes: [])]) == .surplus("ещё.pdf"))
    #expect(
      try fault([manifest, files[0], .init(name: "критерии.pdf", bytes: [1, 2, 4])])
        == .differs("критерии.pdf"))
    #expect(try fault([manifest] + files) == nil)
  }
}

struct `Files that are about to leave` {
  private func findings(_ name: String, _ rows: [[CellValue]], staff: [String] = []) throws -> [Finding] {
    let source = Source(name: name, role: .enclosure, bytes: try PlainTable(name: "Лист1", rows: rows).xlsx())
    return Inspector.inspect(outgoing: [source], staff: staff).findings
  }

  @Test
  func `are refused with names in cells, columns, sheets and file names`() throws {
    let table: [[CellValue]] = [[.text("Код"), .text("ФИО")], [.number(70001), .text("Канарейкин Пётр")]]
    let column = try findings("баллы.xlsx", table)
    #expect(column.map(\.code) == ["PRV002"])
    #expect(column[0].place.cell?.cell == CellReference("B1"))
    #expect(column[0].related.map { $0.cell?.cell } == [CellReference("B2")])
    let cell = try findings("баллы.xlsx", [[.text("Код")], [.text("Канарейкин П. И.")]])
    #expect(cell.map(\.code) == ["PRV002"])
    #expect(try findings("Канарейкин Пётр 7А.xlsx", [[.text("Код")]]).map(\.code) == ["PRV002"])
    for finding in column + cell {
      #expect(!finding.message(.ru).contains("Канарейкин") && !finding.message(.en).contains("Канарейкин"))
    }
  }

  @Test
  func `may name staff and hold an empty column of names`() throws {
    let staff = ["Соколов Пётр Ильич"]
    let rows: [[CellValue]] = [
      [.text("Эксперт:"), .text("Лебедева Анна Юрьевна")], [.text("Проверил Соколов П. И.")],
      [.text("Соколов Пётр")],
      [.text("№"), .text("ФИО")], [.number(1), .empty],
    ]
    #expect(try findings("бланк.xlsx", rows, staff: staff).isEmpty == false)
    #expect(try findings("бланк.xlsx", [rows[0], rows[2], rows[3], rows[4]], staff: staff).map(\.code) == [])
    #expect(try findings("бланк.xlsx", [rows[2]]).map(\.code) == ["PRV002"])
  }

  @Test
  func `are looked into by what they are, not by their names`() throws {
    let hidden = Source(
      name: "работы.pdf", role: .enclosure,
      bytes: try PlainTable(name: "Лист1", rows: [[.text("Канарейкин Пётр")]]).xlsx())
    let codes = Inspector.inspect(outgoing: [hidden], staff: []).findings.map(\.code)
    #expect(codes.contains("PRV002"))
  }
}
