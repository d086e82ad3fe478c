import Assessment
import Registry
import SchoolCalendar
import Testing

@testable import Desk

/// The desk of a district: who gets in, and what each role sees (security.md: W24).
@Suite(.serialized)
struct `A district's desk` {
  /// Joins by an invitation; the visitor of the new account.
  private func join(_ desk: RunningDesk, _ path: String, _ login: String) async throws -> Visitor {
    let body = "login=\(login)&password=correct-horse-\(login)"
    let answer = try await desk.sendForm(path, body)
    #expect(answer.status == 303, "\(login): \(answer.text.prefix(200))")
    return try await desk.visitor(of: answer)
  }

  /// Invites somebody as the centre; the path of the invitation.
  private func invite(_ centre: Visitor, _ role: String, _ school: String = "") async throws -> String {
    let page = try await centre.post("/people", ["name": "Сотрудник", "role": role, "school": school])
    let path = page.text.firstMatch(of: /\/invitations\/[0-9a-f]{32}/)
    return String(try #require(path).output)
  }

  @Test
  func `lets nobody in without an account, and sends a stranger to the log-in`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      for path in [
        "/", "/district", "/statistics", "/statistics/means", "/people", "/marking", "/assignments",
        "/district/part", "/submissions/x",
      ] {
        let answer = try await desk.get(path)
        #expect(answer.status == 303 && answer.field("Location") == "/login", "\(path): \(answer.status)")
      }
      #expect(try await desk.get("/login").status == 200)
      #expect(try await desk.get("/start/\(String(repeating: "0", count: 32))").status == 404)
    }
  }

  @Test
  func `begins with the centre's invitation, which works once`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      #expect(desk.start.hasPrefix("/invitations/"))
      let centre = try await join(desk, desk.start, "trc")
      #expect(try await centre.get("/district").status == 200)
      let again = try await desk.sendForm(desk.start, "login=other&password=correct-horse-2")
      #expect(again.status == 404)
    }
  }

  @Test
  func `shows each role its own and nothing else`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, desk.start, "trc")
      var people: [String: Visitor] = ["centre": centre]
      for (role, school) in [
        ("office", ""), ("school", "edu380001"), ("expert", "edu380002"), ("observer", ""),
      ] {
        people[role] = try await join(desk, try await invite(centre, role, school), role)
      }
      let pages: [(path: String, roles: Set<String>)] = [
        ("/district", ["centre", "office"]), ("/district/part", ["centre", "office"]),
        ("/people", ["centre"]),
        ("/assignments", ["centre"]), ("/marking", ["expert"]), ("/plan", ["centre"]), ("/inbox", ["centre"]),
        ("/inbox/part", ["centre"]), ("/deadlines", ["centre", "office"]), ("/plan/works/new", ["centre"]),
        ("/custody", ["centre", "office", "observer"]), ("/statistics", ["centre", "office", "school"]),
      ]
      for (role, visitor) in people {
        for page in pages {
          let status = try await visitor.get(page.path).status
          #expect(status == (page.roles.contains(role) ? 200 : 404), "\(role) \(page.path): \(status)")
        }
        let posts = [
          "/people", "/assignments", "/people/1/close", "/plan", "/plan/works/0", "/plan/works/0/remove",
          "/inbox",
        ]
        for path in posts where role != "centre" {
          #expect(
            try await visitor.post(path, ["role": "centre", "name": "x"]).status == 404, "\(role) \(path)")
        }
      }
    }
  }

  @Test
  func `shows a school its own works only`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, desk.start, "trc")
      let first = try await join(desk, try await invite(centre, "school", "edu380001"), "first")
      let second = try await join(desk, try await invite(centre, "school", "edu380002"), "second")
      let sent = try await first.upload("/submissions", try SchoolFiles.geography())
      let path = try #require(sent.field("Location"))
      #expect(try await first.get(path).status == 200)
      for end in ["", "/form", "/annotated", "/report"] {
        #expect(try await second.get(path + end).status == 404)
      }
      for end in ["/undo", "/erase", "/held", "/cells"] {
        #expect(try await second.post(path + end, ["held": "2025-04-21"]).status == 404)
      }
      #expect(try await !second.get("/").text.contains(path))
      #expect(try await centre.get("/district").text.contains("есть ошибки"))
      let work = try await centre.get("/district/edu380001/2025%2F7-%D0%93%D0%93%2Fbasic")
      #expect(work.text.contains("<li class=\"finding error\">") && work.text.contains("SCR004"))
      #expect(work.text.contains("Здравствуйте!") && !work.text.contains("HTML("))
    }
  }

  @Test
  func `lets an observer put down a hop, and shows the gap`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, desk.start, "trc")
      let school = try await join(desk, try await invite(centre, "school", "edu380001"), "school")
      _ = try await school.upload("/submissions", try SchoolFiles.geography())
      let observer = try await join(desk, try await invite(centre, "observer"), "observer")
      let office = try await join(desk, try await invite(centre, "office"), "office")
      let hop = [
        "work": "edu380001 2025/7-ГГ/basic", "step": "5", "giver": "", "taker": "Орлова В. П.",
        "papers": "16",
      ]
      #expect(try await office.post("/custody", hop).status == 404)
      #expect(try await observer.post("/custody", hop).status == 303)
      #expect(try await observer.post("/custody", hop.merging(["step": "99"]) { $1 }).status == 400)
      let page = try await observer.get("/custody")
      #expect(page.text.contains("Орлова В. П.") && page.text.contains("PLN007"))
      let act = try await observer.get("/custody/act?school=edu380001&work=2025%2F7-%D0%93%D0%93%2Fbasic")
      #expect(act.status == 200 && act.text.contains("АКТ") || act.text.contains("Акт"))
    }
  }

  @Test
  func `takes a plan, and lets each of its lines be changed, added and removed`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, desk.start, "trc")
      let strange = try await centre.upload("/plan", [(name: "план.csv", bytes: Array("привет;мир\n".utf8))])
      #expect(strange.text.contains("Это не план"))
      #expect(try await centre.upload("/plan", [try SchoolFiles.plan()]).status == 303)
      let page = try await centre.get("/plan")
      #expect(page.status == 200 && page.text.contains("edu38"))
      func mark(_ page: Answer) throws -> String {
        let found = try #require(page.text.firstMatch(of: /name="mark" value="([0-9a-f]{16})"/))
        return String(found.output.1)
      }
      let seen = try mark(page)
      func change(_ path: String, _ fields: [String: String], _ mark: String) async throws -> Int {
        try await centre.post(path, fields.merging(["mark": mark]) { $1 }).status
      }
      #expect(try await change("/plan/works/0", ["observer": ""], seen) == 303)
      let without = try await centre.get("/plan")
      #expect(without.text.contains("PLN004") && without.text.contains("/plan/works/0"))
      let line = try await centre.get("/plan/works/0")
      #expect(line.status == 200 && line.text.contains("PLN004"))
      // Who has seen the plan before is told so, and nothing is written.
      let late = try await centre.post("/plan/works/0", ["held": "2024-04-16", "mark": seen])
      #expect(late.text.contains("правка не записана"))
      #expect(try await centre.get("/plan").text == without.text)
      let school = ["login": "edu380099", "name": "<b>СОШ № 99</b>"]
      #expect(try await change("/plan/schools/new", school, try mark(line)) == 303)
      let more = try await centre.get("/plan")
      #expect(more.text.contains("&lt;b&gt;СОШ № 99&lt;/b&gt;"))
      #expect(try await change("/plan/works/0/remove", [:], try mark(more)) == 303)
      let fewer = try await centre.get("/plan")
      #expect(!fewer.text.contains("PLN004"))
      for path in ["/plan/works/999", "/plan/people/0", "/plan/works/-1"] {
        #expect(try await change(path, ["held": "2024-04-16"], try mark(fewer)) == 404, "\(path)")
      }
      #expect(try await centre.get("/plan/works/999").status == 404)
      #expect(try await centre.get("/plan/file").field("Content-Type")?.contains("spreadsheet") == true)
    }
  }

  @Test
  func `tells the centre what became of a form, whoever says it`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, desk.start, "trc")
      let office = try await join(desk, try await invite(centre, "office"), "office")
      let school = try await join(desk, try await invite(centre, "school", "edu380001"), "school")
      let sent = try await school.upload("/submissions", try SchoolFiles.geography())
      let path = try #require(sent.field("Location"))
      let note = ["outcome": "uploaded", "answer": ""]
      #expect(try await school.post(path + "/uploads", note).status == 400, "there is an error still")
      let cell = ["source": "0", "sheet": "0", "cell": "H6", "value": "2"]
      #expect(try await school.post(path + "/cells", cell).status == 303)
      #expect(try await school.post(path + "/uploads", ["outcome": "lost", "answer": ""]).status == 400)
      #expect(try await school.post(path + "/uploads", note).status == 303)
      #expect(try await school.get(path).text.contains("загружена, ответа ещё нет"))
      let work = "/district/edu380001/2025%2F7-%D0%93%D0%93%2Fbasic"
      let page = try await centre.get(work)
      #expect(page.text.contains("<span class=\"chip uploaded\">"))
      #expect(try await centre.get("/deadlines").text.contains("Всё загружено."))
      let digest = try #require(page.text.firstMatch(of: /name="digest" value="([0-9a-f]{64})"/))
      let answer = ["digest": String(digest.output.1), "outcome": "rejected", "answer": "нет кода 70441"]
      #expect(try await office.post(work + "/uploads", answer).status == 404)
      #expect(try await centre.post(work + "/uploads", answer.merging(["digest": "0"]) { $1 }).status == 404)
      #expect(try await centre.post(work + "/uploads", answer).status == 303)
      let after = try await office.get(work).text
      #expect(after.contains("<span class=\"chip rejected\">") && after.contains("нет кода 70441"))
      #expect(!after.contains("name=\"digest\""))
      #expect(try await centre.get("/deadlines").text.contains("edu380001"))
    }
  }

  @Test
  func `forgets a school: its works, its files, its people`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, desk.start, "trc")
      let first = try await join(desk, try await invite(centre, "school", "edu380001"), "first")
      let second = try await join(desk, try await invite(centre, "school", "edu380002"), "second")
      for school in [first, second] {
        _ = try await school.upload("/submissions", try SchoolFiles.geography())
      }
      #expect(try !desk.files(holding: "edu380001").isEmpty)
      #expect(try await second.post("/people/erase", ["school": "edu380001"]).status == 404)
      #expect(try await centre.post("/people/erase", ["school": "edu38"]).status == 400)
      #expect(try await centre.post("/people/erase", ["school": "edu380001"]).status == 303)
      #expect(try await first.get("/").status == 303)
      #expect(try await !centre.get("/district").text.contains("edu380001"))
      #expect(try await centre.get("/district").text.contains("edu380002"))
      #expect(try desk.files(holding: "edu380001") == [])
    }
  }

  @Test
  func `slows down who guesses passwords, for a login that exists and for one that does not`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      _ = try await join(desk, desk.start, "trc")
      for login in ["trc", "nobody"] {
        for _ in 0..<5 {
          #expect(try await desk.sendForm("/login", "login=\(login)&password=wrong").status == 401)
        }
        #expect(try await desk.sendForm("/login", "login=\(login)&password=wrong").status == 429)
      }
      // The right one has to wait too.
      #expect(try await desk.sendForm("/login", "login=trc&password=correct-horse-trc").status == 429)
    }
  }

  @Test
  func `ends the sessions of an account that is closed`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, desk.start, "trc")
      let school = try await join(desk, try await invite(centre, "school", "edu380001"), "school")
      #expect(try await school.get("/").status == 200)
      #expect(try await centre.post("/people/2/close", [:]).status == 303)
      #expect(try await school.get("/").status == 303)
      #expect(try await desk.sendForm("/login", "login=school&password=correct-horse-school").status == 401)
      #expect(try await centre.post("/people/1/close", [:]).status == 400)
    }
  }

  @Test(arguments: ["", "ab", "Ключ", "a b", "<b>", String(repeating: "a", count: 33)])
  func `takes no odd login`(login: String) async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let encoded = login.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      let answer = try await desk.sendForm(desk.start, "login=\(encoded)&password=correct-horse-2")
      #expect(answer.status == 200 && answer.field("Set-Cookie") == nil)
    }
  }

  @Test(arguments: ["", "short", "trctrctrc"])
  func `takes no weak password`(password: String) async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let answer = try await desk.sendForm(desk.start, "login=trctrctrc&password=\(password)")
      #expect(answer.status == 200 && answer.field("Set-Cookie") == nil)
    }
  }

  @Test
  func `gives an expert works by number, keeps what is keyed, and takes it over`() async throws {
    try await RunningDesk.with(isDistrict: true) { desk in
      let centre = try await join(desk, desk.start, "trc")
      let school = try await join(desk, try await invite(centre, "school", "edu380001"), "school")
      _ = try await school.upload("/submissions", try SchoolFiles.geography())
      let expert = try await join(desk, try await invite(centre, "expert", "edu380002"), "expert")
      let own = try await join(desk, try await invite(centre, "expert", "edu380001"), "own")
      let work = "edu380001 2025/7-ГГ/basic"
      let refused = try await centre.post("/assignments", ["work": work, "expert": "4", "marking": "1"])
      #expect(refused.text.contains("PLN001"))
      #expect(
        try await centre.post("/assignments", ["work": work, "expert": "3", "marking": "1"]).status == 303)
      #expect(try await own.get("/marking/1").status == 404)
      let page = try await expert.get("/marking/1")
      #expect(page.status == 200 && !page.text.contains("edu380001"))

      func key(_ entries: String, pass: String = "1") async throws -> Int {
        try await expert.post("/marking/1/entries", ["page": "p", "pass": pass, "entries": entries]).status
      }
      #expect(try await key("1,70047,1,2") == 400, "above the maximum")
      #expect(try await key("1,70047,99,0") == 400, "no such task")
      #expect(try await key("1,70047,1,abc") == 400, "no points")
      let tasks = (1...17).map { "\($0)" }
      let row = tasks.enumerated().map { "\($0 + 1),70047,\($1),0" }.joined(separator: "\n")
      #expect(try await key(row) == 204)
      #expect(try await key(row) == 204, "sent again after a lost answer")
      #expect(try await expert.post("/marking/1/finish", [:]).status == 400, "the second keying is missing")
      let again = tasks.enumerated().map { "\($0 + 101),70047,\($1),0" }.joined(separator: "\n")
      #expect(try await key(again, pass: "2") == 204)
      #expect(try await expert.post("/marking/1/finish", [:]).status == 303)
      #expect(try await key("200,70047,1,1") == 400, "it was handed in")
      #expect(try await school.get("/").text.contains("баллы-комиссии-1.csv"))
    }
  }
}
