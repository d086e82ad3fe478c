import Assessment
import Blanks
import Checking
import Foundation
import SchoolCalendar
import Spreadsheet
import Testing

@testable import District

struct `A check of a plan` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../fixtures/plans").standardized

  static func check(_ bytes: [UInt8], name: String = "план.json") throws -> PlanCheck {
    var request = InspectionRequest(under: try Regulations())
    request.now = Moment(rfc3339: "2024-03-10T10:00:00+08:00")
    return PlanCheck(try PlanFile(name: name, bytes: bytes), request)
  }

  static func fixture(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  @Test
  func `has nothing to say to a good plan`() throws {
    let check = try Self.check(Self.fixture("good.json"))
    #expect(check.inspection.findings.map(\.code) == [])
    #expect(check.proposals.isEmpty)
  }

  @Test
  func `names every hole of a bad plan by its path`() throws {
    let check = try Self.check(Self.fixture("holes.json"))
    func paths(_ code: String) -> Set<String> {
      Set(check.inspection.findings.filter { $0.code == code }.compactMap(\.place.header))
    }
    #expect(
      paths("PLN011").isSuperset(of: [
        "schools[2].login", "works[0].subject", "works[0].held", "works[0].participants", "works[1].grade",
        "works[1].held", "works[1].participants", "experts[0].school", "experts[0].experience",
      ]))
    #expect(
      paths("PLN010").isSuperset(of: [
        "schools[2].name", "works[2].school", "works[2].held", "works[3].subject", "observers[0].workplace",
        "observers[1].name",
      ]))
    #expect(paths("PLN012") == ["schools[1].login"])
    #expect(paths("PLN013") == ["works[1].school", "works[1].observer"])
    #expect(paths("PLN018") == ["comment", "works[3]", "experts[].phone"])
  }

  @Test
  func `is the same for a plan in a workbook`() throws {
    let holes = try #require(try Self.check(Self.fixture("holes.json")).plan)
    let workbook = try Self.check(PlanWorkbook(holes).bytes(), name: "план.xlsx")
    let json = try Self.check(Self.fixture("holes.json"))
    func counts(_ check: PlanCheck) -> [String: Int] {
      Dictionary(check.inspection.findings.map { ($0.code, 1) }, uniquingKeysWith: +)
        .filter { !["PLN018", "PLN010", "PLN004", "PLN005", "PLN013"].contains($0.key) }
    }
    #expect(counts(workbook) == counts(json))
    #expect(workbook.inspection.findings.allSatisfy { $0.place.cell != nil || $0.place.entry != nil })
  }

  @Test
  func `proposes days that it would accept`() throws {
    let text = String(decoding: try Self.fixture("good.json"), as: UTF8.self)
    let moved = text.replacing("2024-04-15", with: "2024-04-26").replacing("2024-04-16", with: "2024-04-28")
    let check = try Self.check(Array(moved.utf8))
    #expect(check.proposals.map(\.isImpossible) == [true, true])
    var mended = moved
    for proposal in check.proposals {
      let day = try #require(proposal.days.first)
      mended = mended.replacing("\(proposal.held)", with: "\(day)")
    }
    #expect(try Self.check(Array(mended.utf8)).inspection.findings.map(\.code) == [])
  }

  @Test
  func `proposes days for every school that an observer cannot be in`() throws {
    let schools = (1...4).map { #"{"login": "edu38000\#($0)", "name": "СОШ № \#($0)"}"# }
    let works = (1...4).map {
      #"{"school": "edu38000\#($0)", "grade": 5, "subject": "МА", "held": "2024-04-15", "participants": 20, "observer": "Орлова Вера Павловна", "expert": "Соколов Пётр Ильич"}"#
    }
    let json =
      #"{"schema": "oko/plan/1", "schools": [\#(schools.joined(separator: ", "))], "works": [\#(works.joined(separator: ", "))]}"#
    let proposals = try Self.check(Array(json.utf8)).proposals.filter { $0.reasons == ["PLN003"] }
    #expect(proposals.map(\.entry) == ["edu380002 5-МА", "edu380003 5-МА", "edu380004 5-МА"])
    // Each gets a day of its own: one person cannot be in two of them either.
    #expect(Set(proposals.compactMap(\.days.first)).count == 3)
  }

  @Test
  func `refuses broken JSON and takes an empty workbook for no plan`() throws {
    #expect(throws: PlanDocument.Fault.self) { try Self.check(Array("{\"schools\": [".utf8)) }
    let blank = try Self.check(PlanWorkbook().bytes(), name: "план.xlsx")
    #expect(blank.inspection.findings.map(\.code) == ["PLN016"])
  }
}

struct `A list of schools` {
  private func plan(_ rows: [[CellValue]]) throws -> Plan {
    SchoolList(try Workbook(reading: PlainTable(name: "Список", rows: rows).xlsx())).plan
  }

  @Test
  func `with a row for each work becomes a plan`() throws {
    let plan = try plan([
      [.text("№"), .text("ОО"), .text("Класс"), .text("Предмет"), .text("Дата")],
      [.number(1), .text("СОШ № 1(edu380001)"), .number(5), .text("МА"), .text("15.04.2024")],
      [.number(2), .text("СОШ № 1(edu380001)"), .number(7), .text("География"), .empty],
      [.number(3), .text("СОШ № 2(edu380002)"), .number(7), .text("География"), .text("16.04.2024")],
    ])
    #expect(plan.schools.compactMap(\.login.value) == ["edu380001", "edu380002"])
    #expect(plan.schools.compactMap(\.name.value) == ["СОШ № 1", "СОШ № 2"])
    #expect(plan.works.map(\.key) == ["edu380001 5-МА", "edu380001 7-ГГ", "edu380002 7-ГГ"])
  }

  @Test
  func `with a column for each work becomes a plan`() throws {
    let plan = try plan([
      [.text("Логин"), .text("Название ОО"), .text("Математика 5"), .text("7 ГГ"), .text("Адрес")],
      [.text("edu380001"), .text("СОШ № 1"), .text("15.04.2024"), .number(20), .text("ул. Мира")],
      [.text("edu380002"), .text("СОШ № 2"), .text("-"), .text("+"), .empty],
    ])
    #expect(plan.works.map(\.key) == ["edu380001 5-МА", "edu380001 7-ГГ", "edu380002 7-ГГ"])
    #expect(plan.works.map(\.held.value) == [CalendarDay(iso: "2024-04-15"), nil, nil])
    #expect(plan.works.map(\.participants.value) == [nil, 20, nil])
    #expect(plan.unknownColumns.compactMap(\.header) == ["Адрес"])
  }
}

struct `The calendar of a plan` {
  @Test
  func `keeps its events' identifiers when a day moves and holds no names`() throws {
    let text = String(decoding: try `A check of a plan`.fixture("good.json"), as: UTF8.self)
    func calendar(_ text: String) throws -> String {
      let check = try `A check of a plan`.check(Array(text.utf8))
      let plan = try #require(check.plan)
      return PlanCalendar(plan, check.inspection, .ru, stamp: Moment(secondsSince1970: 0)).text()
    }
    let first = try calendar(text)
    let second = try calendar(text.replacing("2024-04-15", with: "2024-04-22"))
    func identifiers(_ calendar: String) -> [Substring] {
      calendar.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
    }
    #expect(identifiers(first).count == 6)
    #expect(Set(identifiers(first)).count == 6)
    #expect(identifiers(first) == identifiers(second))
    #expect(first != second)
    #expect(!first.contains("Орлова") && !first.contains("Соколов"))
  }
}
