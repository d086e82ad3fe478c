import Assessment
import Foundation
import GRDB
import Registry
import Testing

@Suite struct `The file of a registry` {
  let file: TemporaryRegistry

  init() throws { file = try TemporaryRegistry() }

  @Test func `is written through WAL and synced at every commit`() throws {
    #expect(try file.open().health().isDurable)
  }

  @Test func `of a newer program is refused and stays as it was`() throws {
    let registry = try file.open()
    let known = try registry.health().version
    try registry.close()
    let other = try DatabaseQueue(path: file.path)
    try other.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try other.close()
    let before = try Data(contentsOf: URL(filePath: file.path))
    #expect(throws: RegistryError.newer(file.path, version: 99, known: known)) { try file.open() }
    #expect(try Data(contentsOf: URL(filePath: file.path)) == before)
  }

  @Test func `of somebody else is refused and stays as it was`() throws {
    let other = try DatabaseQueue(path: file.path)
    try other.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE pupils(name TEXT)") }
    try other.close()
    let before = try Data(contentsOf: URL(filePath: file.path))
    #expect(throws: RegistryError.notARegistry(file.path)) { try file.open() }
    #expect(try Data(contentsOf: URL(filePath: file.path)) == before)
  }

  @Test func `that is no database is refused and stays as it was`() throws {
    let text = Data(String(repeating: "не база данных ", count: 400).utf8)
    try text.write(to: URL(filePath: file.path))
    #expect(throws: RegistryError.notARegistry(file.path)) { try file.open() }
    #expect(try Data(contentsOf: URL(filePath: file.path)) == text)
  }

  @Test func `in a folder that is not there cannot be opened`() throws {
    let path = file.folder.appending(path: "нет/район.db").path
    #expect(throws: RegistryError.cannotOpen(path)) { try DistrictRegistry(path) }
  }

  @Test func `that another program holds is said to be busy`() throws {
    let registry = try DistrictRegistry(file.path, patience: 0.1)
    let other = try DatabaseQueue(path: file.path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: RegistryError.busy(file.path)) { try registry.beginRun(at: moment(0)) }
      try db.execute(sql: "ROLLBACK")
    }
    try other.close()
    #expect(try registry.beginRun(at: moment(1)) == 1)
  }

  @Test func `holds no byte of a school that was erased`() throws {
    let registry = try file.open()
    let run = try registry.beginRun(at: moment(0))
    for minute in 0..<40 {
      let results = ["edu380001", "edu380002"].map {
        result(
          $0, .errors, files: ["\($0)-\(minute)"],
          findings: [finding("SCR004", "отпечаток-\($0)-\(minute)"), finding("SCR001", "f-\($0)")])
      }
      try registry.record(results, run: run, at: moment(minute))
    }
    try registry.record(
      [ReceivedFile(digest: "dd", kind: "scores", size: 1, facts: "{\"login\": \"edu380001\"}")],
      at: moment(50))
    let told = StoredFinding(
      fingerprint: "f-told", code: "XCK007", severity: .query, isFolded: false, isExplained: false,
      document: "{\"message\": \"edu380001, 4-РУ\"}")
    try registry.record([result("edu380003", .queries, findings: [told])], run: run, at: moment(51))
    try registry.invite(
      Invitation(role: .school, school: "edu380001", name: "Котов"), digest: "i", until: moment(99),
      at: moment(52))
    for (number, role) in [Role.school, .expert].enumerated() {
      try registry.invite(
        Invitation(role: role, school: "edu380001", name: "Котов"), digest: "j\(number)", until: moment(99),
        at: moment(52))
      _ = try registry.join(digest: "j\(number)", login: "user\(number)", password: "p", at: moment(53))
    }
    try registry.audit("upload", "edu380001 2024/4-МА/basic", by: 1, at: moment(54))
    #expect(try file.holds("edu380001"))
    #expect(try registry.erase(school: "edu380001") == (true, []))
    #expect(try !file.holds("edu380001"))
    #expect(try file.holds("edu380002"))
    #expect(try registry.accounts().map(\.login) == ["user1"])
    #expect(try registry.erase(school: "edu380001") == (false, []))
    #expect(try registry.health().problems.isEmpty)
  }

  @Test func `is exported table by table, a school by itself`() throws {
    let registry = try file.open()
    let run = try registry.beginRun(at: moment(0))
    try registry.record(
      [result("edu380001", .errors, findings: [finding("SCR004", "f1")]), result("edu380002", .ready)],
      run: run,
      at: moment(0))
    var tables: [String] = []
    var schools: Set<String> = []
    try registry.export(school: "edu380002", begin: { tables.append($0) }) { row in
      for case ("school", .text(let school)) in row { schools.insert(school) }
    }
    #expect(tables.contains("work") && tables.contains("finding") && !tables.contains("run"))
    #expect(schools == ["edu380002"])
  }

  @Test func `of an older program is brought up to date, after a copy of it was made`() throws {
    let registry = try file.open()
    let run = try registry.beginRun(at: moment(0))
    try registry.record(
      [result("edu380001", .errors, findings: [finding("SCR004", "f1")])], run: run, at: moment(1))
    try registry.close()
    // Version 1 had neither the desk's tables nor the points by code.
    let old = try DatabaseQueue(path: file.path)
    try old.writeWithoutTransaction {
      try $0.execute(
        sql: """
          DROP TABLE entry; DROP TABLE assignment; DROP TABLE audit; DROP TABLE invitation; DROP TABLE account;
          DROP TABLE results; PRAGMA user_version = 1
          """)
    }
    try old.close()

    let again = try file.open()
    #expect(try again.health().version == 3 && again.health().problems.isEmpty)
    #expect(try again.work(key("edu380001"))?.result.findings.map(\.code) == ["SCR004"])
    #expect(try again.results().isEmpty && again.accounts().isEmpty)
    let copy = try DatabaseQueue(path: file.path + ".v1.bak")
    let (version, works) = try copy.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA user_version"),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM work")
      )
    }
    try copy.close()
    #expect(version == 1 && works == 1)
    // The copy holds the school still, and whoever erases it is told so.
    #expect(try again.erase(school: "edu380001") == (true, [file.path + ".v1.bak"]))
    #expect(try again.close() == ())
    #expect(try file.open().work(key("edu380001")) == nil)
  }

  @Test func `says which rows have lost theirs`() throws {
    let registry = try file.open()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let other = try DatabaseQueue(path: file.path, configuration: configuration)
    try other.writeWithoutTransaction {
      try $0.execute(
        sql:
          "INSERT INTO state_change(school, work, at, state) VALUES ('edu380001', '2025/7-ГГ/basic', 0, 'errors')"
      )
    }
    try other.close()
    #expect(try registry.health().problems == ["state_change: a row without its work"])
  }

  @Test func `that is damaged is said to be so, and by whose words`() throws {
    let registry = try file.open()
    let run = try registry.beginRun(at: moment(0))
    try registry.record([result("edu380001", .errors)], run: run, at: moment(1))
    try registry.close()
    var bytes = try Data(contentsOf: URL(filePath: file.path))
    bytes.replaceSubrange(4096..., with: Data(repeating: 0xFF, count: bytes.count - 4096))
    try bytes.write(to: URL(filePath: file.path))
    #expect {
      _ = try file.open().schools()
    } throws: { error in
      guard case .damaged(file.path, let words)? = error as? RegistryError else { return false }
      return words.contains("malformed")
    }
  }
}
