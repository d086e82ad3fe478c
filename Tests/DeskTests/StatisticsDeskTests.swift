import Assessment
import Foundation
import Registry
import Reports
import SchoolCalendar
import Testing

@testable import Desk

/// Statistics at the desk: over the registry's works, to a school its own only.
@Suite(.serialized)
struct `The page of statistics` {
  private static let work = Work(id: "2024/6-МА/basic")
  private static let maxima = [1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 2]

  /// Puts down works that nothing stands against; the works just below a mark of the second school got a point.
  private func fill(_ desk: RunningDesk, sizes: [Int]) throws {
    let registry = try DistrictRegistry(desk.folder + "/district.db")
    let moment = Moment(secondsSince1970: 1_713_250_800)
    let run = try registry.beginRun(at: moment)
    let work = try #require(Self.work)
    let results = sizes.enumerated().map { number, size -> WorkResult in
      var result = WorkResult(WorkKey(school: "edu38000\(number + 1)", work: work), .ready)
      result.participants = size
      result.results = document(number, size)
      return result
    }
    try registry.record(results, run: run, at: moment)
    try registry.close()
  }

  private func document(_ number: Int, _ size: Int) -> String {
    var state = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let points = (0..<size).map { _ -> [Int] in
      let ability = 25 + next(60)
      var row = Self.maxima.enumerated().map { task, maximum in
        (0..<maximum).reduce(0) { sum, _ in sum + (next(100) < ability + 30 - 5 * task ? 1 : 0) }
      }
      if number == 1, [5, 9, 13].contains(row.reduce(0, +)), let task = row.firstIndex(of: 0) {
        row[task] += 1
      }
      return row
    }
    let tasks = (1...13).map { "\"\($0)\"" }.joined(separator: ",")
    let journal = (0..<size).map { _ in "\(2 + next(4))" }.joined(separator: ",")
    let codes = (0..<size).map { "\(60001 + $0)" }.joined(separator: ",")
    return """
      {"tasks":[\(tasks)],"maxima":\(Self.maxima),"codes":[\(codes)],"journal":[\(journal)],"points":\(points)}
      """
  }

  private func join(_ desk: RunningDesk, _ centre: Visitor?, _ role: String, _ school: String = "")
    async throws
    -> Visitor
  {
    var path = desk.start
    if let centre {
      let page = try await centre.post("/people", ["name": "Сидорова А. А.", "role": role, "school": school])
      path = String(try #require(page.text.firstMatch(of: /\/invitations\/[0-9a-f]{32}/)).output)
    }
    let body = "login=\(role)\(school.suffix(1))&password=correct-horse-\(role)"
    return try await desk.visitor(of: try await desk.sendForm(path, body))
  }

  @Test
  func `shows the centre all schools, with plots and tables and no inline style or script`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, nil, "centre")
      #expect(try await centre.get("/statistics").words.contains("Считать пока не по чему"))
      try fill(desk, sizes: [40, 60, 40, 36, 9, 3])
      let start = try await centre.get("/statistics")
      #expect(start.words.contains("Математика, 6 класс, ВПР 2024") && start.words.contains("6 из 6"))
      for kind in ["threshold", "means", "journal", "profile"] {
        let page = try await centre.get("/statistics/\(kind)")
        #expect(page.status == 200 && page.words.contains("edu380003"), "\(kind)")
        #expect(!page.words.contains("style=") && !page.words.contains("<style"), "\(kind)")
        #expect(page.text.components(separatedBy: "<script").count == 2, "\(kind): our own script only")
        #expect(WordingLint.found(in: page.text).isEmpty, "\(kind)")
        #expect(page.words.contains("Не показано строк школ, где участников меньше пяти: 1"), "\(kind)")
        let one = try await centre.get("/statistics/\(kind)?school=edu380002")
        #expect(kind == "means" ? one.status == 404 : one.words.contains("<svg"), "\(kind)")
      }
      let order = try await centre.get("/statistics/order?school=edu380001")
      #expect(order.words.contains("60001") && order.words.contains("U3"))
      let small = try await centre.get("/statistics/threshold?school=edu380005")
      #expect(small.words.contains("не выводится: нужно не меньше 20 участников"))
      #expect(small.words.contains("выводы по отдельной работе не делаются"))
      let book = try await centre.get("/statistics/threshold/book")
      #expect(book.status == 200 && book.body.starts(with: Array("PK".utf8)))
      for path in ["/statistics/ranking", "/statistics/threshold?school=edu389999", "/statistics/markings"] {
        #expect(try await centre.get(path).status == 404, "\(path)")
      }
    }
  }

  @Test
  func `finds the school whose boundaries were lifted, for the centre and for that school alike`()
    async throws
  {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, nil, "centre")
      try fill(desk, sizes: [50, 90, 50, 50, 50])
      let school = try await join(desk, centre, "school", "edu380002")
      let seen = try await centre.get("/statistics/threshold?school=edu380002")
      let own = try await school.get("/statistics/threshold")
      for page in [seen, own] {
        #expect(page.words.contains("выявлен признак, требующий дополнительного изучения"))
        #expect(page.words.contains("Признак сам по себе не свидетельствует о нарушении порядка"))
      }
      let q = /q с поправкой<\/th><td>([^<]+)/
      #expect(seen.words.firstMatch(of: q)?.1 == own.words.firstMatch(of: q)?.1)
    }
  }

  @Test
  func `shows a school nothing of another school`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, nil, "centre")
      try fill(desk, sizes: [40, 60, 40, 36, 30])
      let school = try await join(desk, centre, "school", "edu380001")
      for path in ["", "/threshold", "/means", "/journal", "/profile", "/threshold?school=edu380002"] {
        let page = try await school.get("/statistics" + path)
        #expect(page.status == 200, "\(path)")
        for other in 2...5 { #expect(!page.words.contains("edu38000\(other)"), "\(path)") }
      }
      #expect(try await school.get("/statistics/means").words.contains("<svg"))
      #expect(try await school.get("/statistics/order").status == 404)
      for role in ["expert", "observer"] {
        let visitor = try await join(desk, centre, role, role == "expert" ? "edu380003" : "")
        for path in ["", "/means", "/means/book"] {
          #expect(try await visitor.get("/statistics" + path).status == 404, "\(role) \(path)")
        }
      }
    }
  }

  @Test
  func `does not compare a school with so few that one would be seen behind the rest`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, nil, "centre")
      try fill(desk, sizes: [40, 60, 40])
      let school = try await join(desk, centre, "school", "edu380001")
      #expect(try await school.get("/statistics").words.contains("других школ меньше трёх"))
      #expect(try await school.get("/statistics/threshold").words.contains("Показать нечего"))
      #expect(try await centre.get("/statistics/threshold").words.contains("edu380002"))
    }
  }

  @Test
  func `takes a work in once nothing stands against it, and out again`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, nil, "centre")
      let school = try await join(desk, centre, "school", "edu380001")
      let sent = try await school.upload("/submissions", try SchoolFiles.cleanGeography())
      #expect(sent.status == 303)
      #expect(try await centre.get("/statistics").words.contains("1 из 1"))
      #expect(try await school.get("/statistics").words.contains("География, 7 класс, ВПР 2025"))
      let path = try #require(sent.field("Location"))
      _ = try await school.upload(path + "/files", [try SchoolFiles.geography()[1]])
      #expect(try await centre.get("/statistics").words.contains("Считать пока не по чему"))
    }
  }

  @Test
  func `shows two markings once both are handed in, to the school without the experts' names`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, nil, "centre")
      let school = try await join(desk, centre, "school", "edu380001")
      _ = try await join(desk, centre, "expert", "edu380002")
      _ = try await join(desk, centre, "expert", "edu380003")
      let registry = try DistrictRegistry(desk.folder + "/district.db")
      let moment = Moment(secondsSince1970: 1_713_250_800)
      let key = WorkKey(school: "edu380001", work: try #require(Self.work))
      var assigned: [Int] = []
      for (marking, expert) in [(1, 3), (2, 4)] {
        let assignment = try registry.assign(key, marking: marking, to: expert, at: moment).get()
        assigned.append(assignment.id)
        let entries = (0..<12).flatMap { code in
          (1...13).map { task in
            MarkingEntry(
              page: "p", number: code * 100 + task, pass: 1, code: 60001 + code, task: "\(task)",
              points: task == 1 && code % 3 == 0 && marking == 2 ? "0" : "1")
          }
        }
        try registry.record(entries, of: assignment.id, at: moment)
      }
      let page = "/statistics/markings?work=2024%2F6-%D0%9C%D0%90%2Fbasic"
      try registry.finish(assigned[0], at: moment)
      #expect(try await centre.get(page + "&school=edu380001").status == 404, "the second one is still blind")
      try registry.finish(assigned[1], at: moment)
      try registry.close()
      let seen = try await centre.get(page + "&school=edu380001")
      #expect(seen.words.contains("Вторая проверка в среднем на 0,33 балла ниже первой"))
      #expect(seen.words.contains("Сидорова А. А.") && !seen.words.contains("подтверждено"))
      let own = try await school.get(page)
      #expect(own.status == 200 && !own.words.contains("Сидорова А. А. ("))
      #expect(try await centre.get("/statistics").words.contains("проверили два эксперта"))
    }
  }
}

extension Answer {
  /// The answer with plain spaces in place of those that do not break.
  fileprivate var words: String { text.replacing("\u{A0}", with: " ") }
}
