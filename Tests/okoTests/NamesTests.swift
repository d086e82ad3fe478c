import Foundation
import Testing

@testable import Spreadsheet

/// A name that stands in a file comes out nowhere but in the two places that stay in the school: what `sheet` prints,
/// and the annotated copy.
@Suite struct `A pupil's name` {
  /// A command line, and what of it may carry names.
  struct Line: Sendable, CustomTestStringConvertible {
    let words: String
    var isShown = false
    var own: Set<String> = []
    var testDescription: String { words }
  }

  private static let reports = [
    "text=r.txt", "json=r.json", "ndjson=r.ndjson", "csv=r.csv", "xlsx=r.xlsx", "html=r.html",
    "sarif=r.sarif",
    "junit=r.xml", "explanations=e.csv",
  ].map { "--report \($0)" }.joined(separator: " ")

  /// Every command that reads somebody's file; a new one is added here.
  ///
  /// What a command does with a file is its own matter, and so is whether it takes it: only names are looked for.
  /// `clean.xlsx` and `broken.xlsx` are protocols, `form.xlsx` a downloaded form, `filled.xlsx` one with names in its
  /// cells, `roster.xlsx` a code list, `names.csv` a table of nothing but names.
  private static let lines: [Line] =
    ["ru", "en"].flatMap { language in
      [
        "check clean.xlsx --form form.xlsx --held 2024-04-15 \(reports)",
        "check broken.xlsx --form form.xlsx --roster roster.xlsx --scores broken.xlsx \(reports)",
        "check broken.xlsx --criteria 2024/4-МА --format json",
        "check names.csv --criteria 2024/4-МА \(reports)",
        "check filled.xlsx --format json", "check roster.xlsx --form form.xlsx",
        "check damaged.xlsx \(reports)",
        "convert clean.xlsx --form form.xlsx -o out.xlsx --held 2024-04-15 \(reports)",
        "convert clean.xlsx --criteria 2024/4-МА -o made.xlsx --format json",
        "convert broken.xlsx --form form.xlsx -o none.xlsx --format json",
        "convert clean.xlsx --form names.csv -o none.xlsx",
        "import filled.xlsx", "import filled.xlsx -o i.csv", "import filled.xlsx -o i.json",
        "import filled.xlsx -o i.xlsx", "import filled.xlsx -o i.ods", "import names.csv",
        "criteria from-form Математика_4_класс_ВПР_2024.xlsx",
        "criteria from-form Математика_4_класс_ВПР_2024.xlsx -o c.json",
        "stats means clean.xlsx broken.xlsx --criteria 2024/4-МА/basic --html s.html --csv s",
        "stats means filled.xlsx --format json", "stats compare clean.xlsx broken.xlsx",
        "pack broken.xlsx --password-file names.csv -o p.zip",
        "blank transcription --form form.xlsx --roster roster.xlsx -o b.xlsx",
      ].map { Line(words: $0 + " --lang \(language)") } + [
        Line(words: "sheet broken.xlsx --lang \(language)", isShown: true),
        Line(words: "sheet names.csv --format json --lang \(language)", isShown: true),
        Line(
          words: "check broken.xlsx --form form.xlsx --report annotated=copy.xlsx --lang \(language)",
          own: ["copy.xlsx"]),
      ]
    }

  /// The files that the lines name, made from a clean job.
  private func fill(_ program: Program) throws {
    let job = try #require(Job.all("clean").first { $0.folder.lastPathComponent == "a-xlsx" })
    let fixture = Array(try Data(contentsOf: job.folder.appending(path: job.files[0])))
    let form = Array(
      try Data(contentsOf: job.folder.appending(path: try #require(job.form)).standardized))
    func put(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: program.folder.appending(path: name))
    }
    try put("clean.xlsx", try Canary.transcription(from: fixture, isBroken: false))
    try put("broken.xlsx", try Canary.transcription(from: fixture, isBroken: true))
    try put("roster.xlsx", try Canary.roster(codes: Array(40001...40060)))
    try put("form.xlsx", form)
    var filled = try PackageEditor(form)
    let book = try Workbook(reading: form)
    let sheet = try #require(book.sheets.first { $0.name == "Протокол" })
    let rows = (2..<6).map { row in
      SheetEdits.Row(
        number: row,
        cells: [(0, .number(40000 + row))]
          + (1..<12).map { ($0, .text($0 % 2 == 0 ? Canary.name : "Канарейкина")) })
    }
    try filled.edit(SheetEdits(rows), inPart: sheet.part)
    let named = try Canary.hidden(in: try filled.finish())
    try put("filled.xlsx", named)
    try put("Математика_4_класс_ВПР_2024.xlsx", named)
    try put("names.csv", Array("ФИО;Код;\(Canary.name)\n\(Canary.name);\(Canary.name);1\n".utf8))
    try put("damaged.xlsx", Array(try Canary.roster(codes: [40001]).dropLast(300)))
  }

  @Test(arguments: lines)
  func `goes no further`(line: Line) throws {
    let program = try Program()
    defer { program.remove() }
    try fill(program)
    let before = try program.names()
    let answer = try program.shell("oko \(line.words)")
    #expect(answer.exit != 70 && answer.exit < 127, "\(answer.exit) \(answer.error)")
    var hits = Canary.hits(in: Data(answer.error.utf8), "stderr")
    let shown = Canary.hits(in: Data(answer.out.utf8), "stdout")
    if line.isShown { #expect(!shown.isEmpty) } else { hits += shown }
    let all =
      FileManager.default.enumerator(atPath: program.folder.path())?.compactMap { $0 as? String } ?? []
    for name in all where !before.contains(name) {
      let found = Canary.hits(
        in: (try? Data(contentsOf: program.folder.appending(path: name))) ?? Data(), name)
      if line.own.contains(name) { #expect(!found.isEmpty) } else { hits += found }
    }
    #expect(hits.isEmpty)
  }

  /// The search itself: a name is found in every spelling, in a plain file and in a package.
  @Test func `would be found`() throws {
    for trace in Canary.traces { #expect(!Canary.hits(in: Data("…".utf8) + trace.bytes, "a").isEmpty) }
    let fixture = try #require(Job.all("clean").first { $0.folder.lastPathComponent == "a-xlsx" })
    let bytes = Array(try Data(contentsOf: fixture.folder.appending(path: fixture.files[0])))
    #expect(Canary.hits(in: Data(bytes), "a").isEmpty)
    let hits = Canary.hits(in: Data(try Canary.transcription(from: bytes, isBroken: false)), "a")
    for part in ["sharedStrings", "workbook.xml", "core.xml", "comments1", "embeddings"] {
      #expect(hits.contains { $0.contains(part) }, "\(part)")
    }
    for shift in ["", "a", "ab"] {
      let coded = Data((shift + Canary.name + "xyz").utf8).base64EncodedData()
      #expect(Canary.hits(in: coded, "a").contains { $0.contains("base64") })
    }
  }
}
