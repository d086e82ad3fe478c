import Foundation
import Testing

/// The command line itself: exit codes, help, the language.
@Suite struct `The command line` {
  private static let commands = [
    ["check"], ["convert"], ["import"], ["sheet"], ["criteria", "list"], ["criteria", "show"],
    ["criteria", "lint"],
    ["criteria", "from-form"], ["rules", "list"], ["rules", "export"], ["explain"], ["deadline"],
    ["deadline", "list"], ["bulk"], ["rules", "diff"], ["db", "check"], ["db", "export"], ["db", "erase"],
    ["db", "mark"], ["db", "results"],
  ]

  @Test(
    arguments: [
      (["check"], 2), (["check", "нет.xlsx"], 4), (["check", "."], 3),
      (["check", "a.csv", "--held", "2024-02-30"], 2), (["check", "a.csv", "--at", "вчера"], 2),
      (["check", "a.csv", "--class-map", "?"], 2), (["check", "a.csv", "--report", "xml=x"], 2),
      (["check", "a.csv", "--report", "json"], 2),
      (["check", "a.csv", "--fail-on", "all"], 2), (["check", "a.csv", "--lang", "de"], 2),
      (["check", "a.csv", "--schemas", "нет"], 2),
      (["check", "a.csv", "--policy", "a.csv"], 2), (["check", "a.csv", "--nonsense"], 2),
      (["convert", "a.csv"], 2), (["import", "a.csv"], 3),
      (["import", "нет.xlsx"], 4), (["sheet"], 2), (["sheet", "нет.csv"], 4), (["sheet", "a.csv"], 0),
      (["sheet", "empty.csv"], 3), (["sheet", "."], 3),
      (["criteria", "show", "2024/4-ХХ"], 2), (["criteria", "show", "2024/4-МА"], 0),
      (["criteria", "list"], 0), (["criteria", "lint"], 0),
      (["criteria", "lint", "a.csv"], 2), (["criteria", "from-form", "a.csv"], 3), (["rules", "list"], 0),
      (["explain", "SCR004"], 0),
      (["explain", "score-above-max"], 0), (["explain", "балл", "больше", "максимума"], 0),
      (["explain", "SCR"], 0), (["rules", "export"], 2), (["rules", "export", "--format", "csv"], 0),
      (["rules", "export", "--format", "pdf"], 2),
      (["check", "a.csv", "--report", "html=r", "--report", "json=r"], 2),
      (["check", "a.csv", "--report", "html=a.csv"], 2), (["explain", "XXX999"], 2), (["deadline"], 2),
      (["deadline", "--held", "2024-04-15", "--at", "2024-04-16T10:00:00+08:00"], 0),
      (["deadline", "--held", "15.04.2024"], 2), (["plan", "check"], 2), (["plan", "check", "нет.xlsx"], 4),
      (["plan", "check", "a.csv"], 3), (["plan", "check", "empty.csv"], 3),
      (["plan", "check", "broken.json"], 3),
      (["plan", "ics", "a.csv"], 3), (["plan", "import", "a.csv"], 3),
      (["plan", "import", "a.csv", "-o", "p.doc"], 2),
      (["pack", "a.csv", "-o", "p.7z"], 2), (["pack", "a.csv", "-o", "p.zip"], 2),
      (["pack", "-o", "p.zip"], 2),
      (["pack", "a.csv", "-o", "p.zip", "--password-file", "empty.csv"], 2),
      (["pack", "a.csv", "-o", "p.zip", "--password-file", "a.csv"], 2),
      (["unpack", "a.csv", "--password-file", "a.csv"], 3), (["unpack", "нет.zip"], 4),
      (["custody", "list", "--db", "нет.db"], 4),
      (["custody", "add", "--db", "k.db", "--school", "?", "--work", "2024/7-ГГ", "--step", "5"], 2),
      (["custody", "add", "--db", "k.db", "--school", "edu380001", "--work", "2024", "--step", "5"], 2),
      (
        ["custody", "add", "--db", "k.db", "--school", "edu380001", "--work", "2024/7-ГГ", "--step", "12"], 2
      ),
      (["custody", "add", "--db", "k.db", "--school", "edu380001", "--work", "2024/7-ГГ", "--step", "1"], 0),
      (["blank", "plan", "-o", "p.doc"], 2), (["blank", "plan", "-o", "p.xlsx"], 0), ([], 0),
      (["--version"], 0), (["--help"], 0),
      (["nonsense"], 2), (["db", "check"], 2),
      (["db", "check", "--db", "нет.db"], 4), (["db", "check", "--db", "a.csv"], 2),
      (["db", "erase", "--db", "нет.db", "--school", "edu380001"], 4),
      (["deadline", "list", "--db", "нет.db"], 4), (["bulk"], 2), (["bulk", "нет"], 4),
      (["rules", "diff", "."], 2),
      (["bulk", ".", "--held", "2024-04-15"], 2), (["bulk", ".", "--jobs", "0"], 2),
      (["bulk", ".", "--db", "a.csv"], 2), (["bulk", ".", "--since", "last"], 2),
      (["bulk", ".", "--plan", "a.csv"], 3),
    ] as [([String], Int32)])
  func `exits with the code of what happened`(arguments: [String], exit: Int32) throws {
    let program = try Program()
    defer { program.remove() }
    try Data("a;b\n1;2\n".utf8).write(to: program.folder.appending(path: "a.csv"))
    try Data().write(to: program.folder.appending(path: "empty.csv"))
    try Data("{".utf8).write(to: program.folder.appending(path: "broken.json"))
    for language in ["ru", "en"] {
      let words =
        arguments.isEmpty || arguments[0].hasPrefix("-") || arguments.contains("--lang")
        ? arguments : arguments + ["--lang", language]
      let answer = try program.run(words)
      #expect(answer.exit == exit, "\(answer.out.suffix(300))\(answer.error)")
      if exit == 2 || exit == 4 { #expect(answer.out.isEmpty && !answer.error.isEmpty) }
      if exit == 0 { #expect(!answer.out.isEmpty && answer.error.isEmpty) }
    }
  }

  @Test(arguments: commands, ["ru", "en"])
  func `explains every command in its language, with one example`(command: [String], language: String) throws
  {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.shell(
      "LC_ALL=\(language == "en" ? "en_US.UTF-8" : "ru_RU.UTF-8") oko \(command.joined(separator: " ")) --help"
    )
    #expect(answer.exit == 0 && answer.error.isEmpty)
    let example = (language == "ru" ? "Пример: " : "Example: ") + "oko " + command.joined(separator: " ")
    #expect(answer.out.components(separatedBy: example).count == 2, "\(answer.out)")
    let english = [
      "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS:", "SUBCOMMANDS", "Show help", "default:", "values:",
    ]
    if language == "ru" {
      for heading in english { #expect(!answer.out.contains(heading), "\(heading) in \(answer.out)") }
      #expect(answer.out.contains("Вызов: "))
    } else {
      #expect(answer.out.contains("USAGE: oko"))
      #expect(
        !answer.out.contains { ("а"..."я").contains($0) } || answer.out.contains("ФИС")
          || answer.out.contains("5А"))
    }
  }

  @Test func `reads a table from stdin`() throws {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.shell("printf 'a;b\\n1;2\\n' | oko sheet - --format json")
    #expect(answer.exit == 0)
    #expect(try answer.json().isEmpty == false)
  }

  @Test func `takes an overlay of the season's data`() throws {
    let program = try Program()
    defer { program.remove() }
    let line =
      "mkdir -p s/criteria/2024; oko criteria show 2024/4-МА --format json | sed 's/\"title\": \"[^\"]*\"/\"title\": \"Своя таблица\"/' > s/criteria/2024/4-ma.json; "
      + "oko criteria show 2024/4-МА --schemas s"
    let answer = try program.shell(line)
    #expect(answer.exit == 0 && answer.out.contains("Своя таблица"), "\(answer.out)\(answer.error)")
    let broken = try program.shell(
      "echo '{' > s/criteria/2024/4-ma.json; oko criteria show 2024/4-МА --schemas s")
    #expect(broken.exit == 2 && broken.out.isEmpty && !broken.error.isEmpty)
  }

  @Test(arguments: [
    ("seasons/2024.json", "window"), ("season/2024.json", "season/2024.json"),
  ])
  func `refuses an overlay that a check would pass over`(path: String, named: String) throws {
    let program = try Program()
    defer { program.remove() }
    let line =
      "mkdir -p s/$(dirname \(path)); echo '{\"season\": 2024, \"window\": []}' > s/\(path); "
      + "oko deadline --held 2024-04-15 --schemas s"
    let answer = try program.shell(line)
    #expect(answer.exit == 2 && answer.out.isEmpty)
    #expect(answer.error.contains(path) && answer.error.contains(named), "\(answer.error)")
  }

  @Test func `accepts findings that were explained`() throws {
    let job = try #require(Job.all("broken").first { $0.folder.lastPathComponent == "PLS001" })
    let program = try Program()
    defer { program.remove() }
    let arguments = try job.arguments(in: program)
    let first = try program.run(["check"] + arguments + ["--report", "explanations=e.csv"])
    #expect(first.exit == 1)
    let file = program.folder.appending(path: "e.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n")
    let filled = lines.map { line in
      var fields = line.components(separatedBy: ";")
      if fields.count > 2, fields[0].count >= 16 { fields[2] = "проверено по работам" }
      return fields.joined(separator: ";")
    }
    try Data(filled.joined(separator: "\r\n").utf8).write(to: file)
    let second = try program.run(["check"] + arguments + ["--explanations", "e.csv"])
    #expect(second.exit == 0, "\(second.out)")
  }
}
