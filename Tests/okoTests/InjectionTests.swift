import Foundation
import Testing

@testable import Spreadsheet

/// What stands in somebody's file, plan or command line is text wherever it comes out: no formula, no markup, nothing
/// that acts on a terminal or turns the writing.
@Suite struct `Text of other people` {
  /// Each of these would act somewhere. None has two capitalised words beside each other: it would be hidden as a name.
  private static let evil = [
    "=HYPERLINK(\"http://x\";\"a\")", "+1+1", "-2-3", "@SUM(1)", "\t=1", " =1", "＝1", "\r\n=1", "'=1",
    "<script>alert(1)</script>", "\" onload=\"alert(1)", "]]><b>", "&lt;&amp;", "a;b,\"c\"", "\u{202E}мин",
    "\u{2066}а\u{200F}б", "\u{7}зв\u{1B}[31m", "_x0041_", "\u{85}=1",
  ]

  /// A command line, and the words of which at least one must come out, for else nothing was tried.
  struct Line: Sendable, CustomTestStringConvertible {
    let words: String
    var shown = ["1+1", "2-3", "SUM(1)", "HYPERLINK"]
    var testDescription: String { words }
  }

  private static let reports =
    "--report text=r.txt --report json=r.json --report ndjson=r.ndjson --report csv=r.csv --report xlsx=r.xlsx --report html=r.html --report sarif=r.sarif --report junit=r.xml --report explanations=x.csv"

  private static let commands = [
    "check evil.xlsx --criteria 2024/4-МА \(reports)", "check evil.csv --form form.xlsx \(reports)",
    "check evil.ods --form form.xlsx --scores evil.xlsx --roster evil.xlsx \(reports)",
    "check evil.xlsx --criteria 2024/4-МА --format json", "check evil.xlsx --criteria 2024/4-МА",
    "check evil.xlsx --form form.xlsx --report annotated=a.xlsx",
    "check asked.xlsx --form form.xlsx --explanations why.csv \(reports)",
    "check asked.xlsx --form form.xlsx --explanations why.csv --report annotated=a.xlsx",
    "convert asked.xlsx --form form.xlsx --explanations why.csv -o out.xlsx \(reports)",
    "import filled.xlsx", "import filled.xlsx -o i.csv", "import filled.xlsx -o i.xlsx",
    "import filled.xlsx -o i.ods",
    "import filled.xlsx -o i.json", "sheet evil.xlsx",
    "sheet evil.csv --format json",
    "compare evil.xlsx asked.xlsx --criteria 2024/4-МА --merge m.xlsx",
    "compare evil.xlsx asked.xlsx --criteria 2024/4-МА --merge m.csv",
    "compare evil.xlsx asked.xlsx --criteria 2024/4-МА --merge m.ods --format json",
    "reconcile filled.xlsx Ф1.xlsx \(reports)",
    "stats threshold '@SUM(1)=clean.xlsx' '+1+1=asked.xlsx' --criteria 2024/4-МА/basic --html s.html --xlsx s.xlsx --csv s --svg v",
    "stats journal '@SUM(1)=clean.xlsx' '\" onload=asked.xlsx' --criteria 2024/4-МА/basic --html s.html --xlsx s.xlsx --csv s",
    "plan import list.xlsx -o p.xlsx",
    "plan import list.xlsx -o p.json",
    "blank transcription --form form.xlsx --school '=1+1' --codes 40001-40009 -o b.xlsx",
    "bulk mail --plan plan.json --out ready --db r.db && oko db export --db r.db -o e.json",
    "bulk mail --out ready --format json",
    "custody add --db r.db --school edu380001 --work 2024/4-МА --step 5 --from '=SUM(1)' --to '<script>alert(1)</script>' --what '@SUM(1)' --note \"$(printf '\\033[31m\\342\\200\\256x')\" && oko custody list --db r.db && oko custody act --db r.db --school edu380001 --work 2024/4-МА --kind transfer --step 5 -o act.html && oko custody list --db r.db --format json",
  ]

  /// Commands that take such texts and show none of them.
  private static let silent = [
    "criteria from-form filled.xlsx --work 2024/4-МА -o c.json", "plan ics plan.json -o p.ics",
    "plan check plan.json --format json", "plan check plan.json",
    "stats means '@SUM(1)=clean.xlsx' '<script>alert(1)=asked.xlsx' --criteria 2024/4-МА/basic --html s.html --xlsx s.xlsx --csv s --svg v --format json",
  ]

  private static let lines: [Line] =
    silent.map { Line(words: $0, shown: []) }
    + commands.flatMap { words in
      words.contains("&&") ? [Line(words: words)] : ["ru", "en"].map { Line(words: "\(words) --lang \($0)") }
    }

  @Test(arguments: lines)
  func `stays text`(line: Line) throws {
    let program = try Program()
    defer { program.remove() }
    let (files, totals) = try Self.prepared.get()
    for file in files { try program.put(file.bytes, file.path) }
    let before = program.paths()
    let answer = try program.shell("oko \(line.words)")
    #expect([0, 1, 3, 5].contains(answer.exit), "\(answer.exit) \(answer.error)")
    var opened = [Opened(name: "stderr.txt", bytes: Array(answer.error.utf8))]
    let isJSON = line.words.contains("--format json") && !line.words.contains("&&")
    opened.append(Opened(name: isJSON ? "stdout.json" : "stdout.txt", bytes: Array(answer.out.utf8)))
    for name in program.paths().subtracting(before) where !name.contains(".db") {
      guard let bytes = try? Data(contentsOf: program.folder.appending(path: name)) else { continue }
      opened.append(Opened(name: name, bytes: Array(bytes), formulas: totals))
    }
    let dangers = try opened.flatMap { try $0.dangers() }
    #expect(dangers == [])
    let words = try opened.map { try $0.words() }.joined()
    #expect(line.shown.isEmpty || line.shown.contains { words.contains($0) })
  }

  /// What would act is found, in each kind of file.
  @Test(arguments: [
    ("a.csv", "1;=1+1\r\n"), ("a.csv", "\"a\";\"  ＝1\"\r\n"), ("a.csv", "a\r\n-2-3"), ("a.txt", "a\u{202E}b"),
    ("a.txt", "\u{1B}[31m"),
    ("a.html", "<p><script>"), ("a.html", "<p title=\"\" onload=\"alert(1)\">"),
    ("a.html", "<a href=\"http://x\">"),
    ("a.xml", "<a>&</a>"), ("a.json", "{\"a\": \"\u{202E}\"}"), ("a.ics", "SUMMARY:a\r\nATTACH:b\r\n"),
  ])
  func `that acts would be found`(name: String, text: String) throws {
    #expect(try !Opened(name: name, bytes: Array(text.utf8)).dangers().isEmpty)
  }

  // MARK: Files

  /// Files with such texts everywhere; the formulas of the form, which are to stay.
  private static let prepared = Result { try prepare() }

  private static func prepare() throws -> (files: [(path: String, bytes: [UInt8])], formulas: Set<String>) {
    let program = try Program()
    defer { program.remove() }
    func put(_ path: String, _ bytes: [UInt8]) throws { try program.put(bytes, path) }
    let job = try #require(Job.all("clean").first { $0.folder.lastPathComponent == "a-xlsx" })
    let form = Array(try Data(contentsOf: job.folder.appending(path: try #require(job.form)).standardized))
    try put("form.xlsx", form)
    try put("clean.xlsx", Array(try Data(contentsOf: job.folder.appending(path: job.files[0]))))
    let table = PlainTable(name: "=1+1", rows: Self.rows)
    try put("evil.xlsx", try table.xlsx())
    try put("evil.ods", table.ods)
    // A file with control characters is taken for no text at all.
    let lines = Self.rows.map(Self.csvLine).joined().unicodeScalars.filter { $0 != "\u{7}" && $0 != "\u{1B}" }
    try put("evil.csv", Array(String(String.UnicodeScalarView(lines)).utf8))
    try put("asked.csv", Array(try Data(contentsOf: Job.root.appending(path: Self.asked))))
    try put("asked.xlsx", try Self.workbook(of: program.folder.appending(path: "asked.csv")))
    try explain(program)
    let (filled, formulas) = try Self.filled(form)
    try put("filled.xlsx", filled)
    let export = "exports/school/4-МА/Ф1_Индивидуальные результаты.xlsx"
    try put("Ф1.xlsx", try Self.spoiled(Array(try Data(contentsOf: Job.root.appending(path: export)))))
    try fillDistrict(form, table, put)
    let files = program.paths().compactMap { path in
      (try? Data(contentsOf: program.folder.appending(path: path))).map { (path, Array($0)) }
    }
    return (files, formulas)
  }

  /// All maximal: a protocol that is asked about and may be explained.
  private static let asked = "protocols/broken/PLS002/transcription.csv"

  private static func workbook(of csv: URL) throws -> [UInt8] {
    let sheet = try #require(try Workbook(reading: Array(try Data(contentsOf: csv))).sheets.first)
    let rows = (0..<sheet.extent.rows).map { row in
      (0..<sheet.extent.columns).map { sheet[CellReference(row: row, column: $0)] }
    }
    return try PlainTable(name: "Лист1", rows: rows).xlsx()
  }

  /// Explanations that are such texts.
  private static func explain(_ program: Program) throws {
    _ = try program.shell(
      "oko check asked.xlsx --form form.xlsx --held 2024-04-15 --report explanations=why.csv")
    let file = program.folder.appending(path: "why.csv")
    let asked = try #require(try Workbook(reading: Array(try Data(contentsOf: file))).sheets.first)
    var lines = ["отпечаток;код;пояснение\r\n"]
    for (number, row) in asked.rows.dropFirst().enumerated() {
      let words = (0..<2).map { asked[CellReference(row: row.number, column: $0)] }
      lines.append(Self.csvLine(words + [.text(Self.evil[number % Self.evil.count] + " по бумаге")]))
    }
    #expect(lines.count > 1)
    try Data(lines.joined().utf8).write(to: file)
  }

  /// A downloaded form with such texts in its input cells, and the formulas that it has.
  private static func filled(_ form: [UInt8]) throws -> ([UInt8], Set<String>) {
    var options = ReadingOptions()
    options.keepsFormulas = true
    let sheet = try #require(try Workbook(reading: form, options).sheets.first { $0.name == "Протокол" })
    let formulas = sheet.cells.indices.compactMap { sheet.formula(of: $0) }
    let rows = evil.indices.map { index in
      let texts: [(column: Int, edit: CellEdit)] = (1..<12).map {
        ($0, .text(evil[(index + $0) % evil.count]))
      }
      return SheetEdits.Row(number: 1 + index, cells: [(0, .number(40001 + index))] + texts)
    }
    return (try PackageEditor(form).applying(SheetEdits(rows), toPart: sheet.part), Set(formulas))
  }

  /// An export with such texts wherever a text stands.
  private static func spoiled(_ export: [UInt8]) throws -> [UInt8] {
    let sheet = try #require(try Workbook(reading: export).sheets.first)
    var number = 0
    let rows = sheet.rows.dropFirst(3).map { row in
      let cells = sheet.cells[row.cells].filter { $0.kind == .text }.map { cell in
        number += 1
        return (column: Int(cell.column), edit: CellEdit.text(evil[number % evil.count]))
      }
      return SheetEdits.Row(number: row.number, cells: cells)
    }
    return try PackageEditor(export).applying(SheetEdits(rows), toPart: sheet.part)
  }

  /// A plan and a pile whose names and cells are such texts.
  private static func fillDistrict(
    _ form: [UInt8], _ table: PlainTable, _ put: (String, [UInt8]) throws -> Void
  ) throws {
    func json(_ number: Int) throws -> String {
      let data = try JSONSerialization.data(withJSONObject: Self.evil[number], options: .fragmentsAllowed)
      return String(decoding: data, as: UTF8.self)
    }
    var plan = try String(contentsOf: Job.root.appending(path: "plans/good.json"), encoding: .utf8)
    for (number, word) in [
      "МКОУ «СОШ № 1»", "МКОУ «СОШ № 2»", "Зайцева О. П.", "отдел образования", "ТРЦ", "41-од",
    ]
    .enumerated() { plan = plan.replacing("\"\(word)\"", with: try json(number * 3)) }
    try put("plan.json", Array(plan.replacing("\"grade\": 5", with: "\"grade\": \(try json(13))").utf8))
    let head: [CellValue] = ["Логин", "Школа", "Класс", "Предмет", "Дата", "Участников"].map { .text($0) }
    let works = Self.evil.map { text -> [CellValue] in [.text("edu380001")] + (0..<5).map { _ in .text(text) }
    }
    try put(
      "list.xlsx", try PlainTable(name: "=1+1", rows: [head + Self.evil.map { .text($0) }] + works).xlsx())
    let evil = try table.xlsx()
    for name in [
      "=cmd математика 4А.xlsx", "@SUM(1) <script>.xlsx", "\u{202E}4А\u{7}\n=1.xlsx", "+1+1.pdf",
      "-2-3\t\"&.csv",
    ] { try put("mail/edu380001/\(name)", evil) }
    try put("mail/edu380001/=1+1 математика 4 класс ВПР 2024.xlsx", form)
    try put(
      "mail/=HYPERLINK(1)/edu380002/+математика 4 класс.csv", Array(Self.rows.map(Self.csvLine).joined().utf8)
    )
    try put("mail/@SUM(1).zip", Array("PK\u{3}\u{4}".utf8))
  }

  private static func csvLine(_ row: [CellValue]) -> String {
    row.map { "\"" + $0.description.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";") + "\r\n"
  }

  /// A protocol: a title block, headers, codes, points, class, sex and mark, each of them once with each text.
  private static let rows: [[CellValue]] = {
    var rows: [[CellValue]] = ["Школа", "Предмет", "Класс", "Дата", "Учитель", "Эксперт"].enumerated().map {
      [.text($1 + ":"), .text(evil[$0])]
    }
    let header = ["Код", "Вариант", "1", "2", "Класс", "Пол", "Отметка"].map { CellValue.text($0) }
    rows.append(header + evil.map { .text($0) } + evil.map { .text("Графа " + $0) })
    for (index, text) in evil.enumerated() {
      let code = CellValue.number(Double(40001 + index))
      rows.append(
        [code, .number(1), .number(1), .text(text), .text(text), .text(text), .text(text)]
          + evil.map { .text($0) })
      rows.append([.text(text), .text(text)])
    }
    return rows
  }()
}
