import Foundation
import Testing

/// What a newcomer meets first: the page without a command, the versions, the look at the computer.
@Suite struct `A first look` {
  private let at = ["--at", "2026-03-02T10:00:00+08:00"]

  /// The checks of `oko doctor` by their names.
  private func checks(_ program: Program, _ words: [String] = []) throws -> (
    exit: Int32, [String: [String: Any]]
  ) {
    let answer = try program.run(["doctor", "--format", "json"] + words)
    let lines = try #require(try answer.json()["checks"] as? [[String: Any]])
    return (
      answer.exit,
      Dictionary(uniqueKeysWithValues: try lines.map { (try #require($0["id"] as? String), $0) })
    )
  }

  @Test func `begins with what can be done, in the person's language`() throws {
    let program = try Program()
    defer { program.remove() }
    let russian = try program.run()
    #expect(russian.exit == 0 && russian.error.isEmpty)
    for command in ["oko serve", "oko check", "oko convert"] { #expect(russian.out.contains(command)) }
    let english = try program.run("--lang", "en")
    #expect(english.exit == 0 && english.out.contains("Where to begin"))
  }

  @Test func `tells the versions of what it judges by`() throws {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.run("--version")
    #expect(answer.exit == 0 && answer.error.isEmpty)
    for word in ["oko ", "Правила", "Таблицы заданий", "Календари", "2024"] {
      #expect(answer.out.contains(word), "\(word) in \(answer.out)")
    }
    #expect(try program.run("--version", "--lang=en").out.contains("Calendars"))
  }

  @Test func `other data have another fingerprint, and the same ones the same`() throws {
    let program = try Program()
    defer { program.remove() }
    func fingerprint(_ words: [String]) throws -> (String?, String?) {
      let versions = try program.run(["doctor", "--format", "json"] + words).json()["versions"]
      let kinds = try #require(versions as? [String: Any])
      let criteria = kinds["criteria"] as? [String: Any]
      return (
        criteria?["fingerprint"] as? String, (kinds["rules"] as? [String: Any])?["fingerprint"] as? String
      )
    }
    let shipped = try fingerprint([])
    let overlay = try program.shell(
      "mkdir -p s/criteria/2024; oko criteria show 2024/4-МА --format json | sed 's/\"title\": \"[^\"]*\"/\"title\": \"Своя\"/' > s/criteria/2024/4-ma.json"
    )
    #expect(overlay.exit == 0)
    let changed = try fingerprint(["--schemas", "s"])
    #expect(shipped.0?.count == 12 && changed.0?.count == 12)
    #expect(changed.0 != shipped.0 && changed.1 == shipped.1)
    #expect(try fingerprint([]) == shipped)
  }

  @Test func `finds nothing in the way where nothing is`() throws {
    let program = try Program()
    defer { program.remove() }
    let (exit, checks) = try checks(program, at + ["--db", "нет.db"])
    #expect(
      Set(checks.keys) == [
        "oko-district", "oko-desk", "libraries", "registry", "calendar", "season", "clock", "zone", "locale",
        "folder", "temporary",
      ])
    // The registry that is not there is in the way; the test's program may be newer than the moment it is told.
    #expect(checks["registry"]?["severity"] as? String == "error" && exit == 1)
    for id in [
      "oko-district", "oko-desk", "libraries", "calendar", "season", "locale", "folder", "temporary",
    ] {
      #expect(checks[id]?["severity"] as? String == "info", "\(checks[id] ?? [:])")
    }
    let later = try self.checks(program)
    #expect(later.1["clock"]?["severity"] as? String == "info" && later.1["registry"] == nil)
  }

  @Test(
    arguments: [
      ("2019-03-01T10:00:00+08:00", "clock", "error"), ("2019-03-01T10:00:00+08:00", "calendar", "error"),
      ("2027-03-01T10:00:00+08:00", "calendar", "warning"),
      ("2031-03-01T10:00:00+08:00", "season", "warning"),
    ])
  func `says what is amiss, and what to do`(at: String, id: String, severity: String) throws {
    let program = try Program()
    defer { program.remove() }
    let (exit, checks) = try checks(program, ["--at", at])
    let line = try #require(checks[id])
    #expect(line["severity"] as? String == severity && line["advice"] is [String: Any], "\(line)")
    if severity == "error" { #expect(exit == 1) }
    let text = try program.run("doctor", "--at", at, "--lang", "ru")
    #expect(text.out.contains("→ ") && text.out.contains("Часы"))
  }

  @Test func `a folder that others can see, and no room for temporary files, are told`() throws {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.shell(
      "mkdir -m 755 -p d/oko; XDG_DATA_HOME=$PWD/d TMPDIR=$PWD/нет LC_ALL=C \"$OKO\" doctor --format json")
    let lines = try #require(try answer.json()["checks"] as? [[String: Any]])
    let amiss = lines.filter { $0["severity"] as? String != "info" }.compactMap { $0["id"] as? String }
    #expect(answer.exit == 1)
    for id in ["works", "temporary", "locale"] { #expect(amiss.contains(id), "\(amiss)") }
  }

  @Test func `misses a program that does not lie beside it`() throws {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.shell("cp \"$OKO\" own; ./own doctor --format json; ./own bulk .")
    #expect(answer.out.contains("oko-district") && answer.error.contains("oko-district"), "\(answer.error)")
    #expect(answer.exit == 2)
  }
}

/// A word that no command has: what was meant.
@Suite struct `A slip of the finger` {
  @Test(
    arguments: [
      (["chek"], "oko check"), (["cehck", "a.csv"], "oko check"), (["convrt"], "oko convert"),
      (["срусл"], "oko check"), (["ыукму"], "oko serve"), (["stast"], "oko stats"), (["expl"], "oko explain"),
      (["bluk", "x"], "oko bulk"),
      (["help", "chek"], "oko check"), (["rules", "lst"], "oko rules list"),
      (["stats", "treshold"], "oko stats threshold"), (["db", "chek"], "oko db check"),
      (["deadline", "lst"], "oko deadline list"), (["rules", "dif"], "oko rules diff"),
      (["a.csv"], "oko check a.csv"), (["check", "a.csv", "--fom", "x"], "--form"),
      (["check", "a.csv", "--ащкь", "x"], "--form"), (["check", "a.csv", "—form", "x"], "--form"),
      (["bulk", ".", "--jbos", "2"], "--jobs"), (["serve", "--prot", "1"], "--port"),
    ])
  func `is met with what was meant`(words: [String], meant: String) throws {
    let program = try Program()
    defer { program.remove() }
    try Data("a;b\n1;2\n".utf8).write(to: program.folder.appending(path: "a.csv"))
    let russian = try program.run(words)
    #expect(russian.exit == 2 && russian.out.isEmpty)
    #expect(
      russian.error.contains("Возможно, вы имели в виду: ") && russian.error.contains(meant), "\(russian)")
    let english = try program.run(words + ["--lang", "en"])
    #expect(english.exit == 2)
    #expect(english.error.contains("Perhaps you meant: ") && english.error.contains(meant), "\(english)")
  }

  @Test(arguments: [("сроки", "oko deadline"), ("проверить", "oko check"), ("статистика", "oko stats")])
  func `a Russian word finds the command whose description has it`(word: String, meant: String) throws {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.run([word])
    #expect(
      answer.exit == 2 && answer.error.contains("Возможно, вы имели в виду: \(meant)"), "\(answer.error)")
  }

  @Test(arguments: [["ничегопохожего"], ["rules", "qqqqqq"], ["check", "a.csv", "--qqqqqqqqqq"]])
  func `nothing is proposed for a word that is like no other`(words: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.run(words)
    #expect(answer.exit == 2 && !answer.error.contains("Возможно"), "\(answer.error)")
    #expect(answer.error.contains("--help"))
  }
}
