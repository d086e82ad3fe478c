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
    /// How the names of annotated copies end.
    var copies = "copy.xlsx"
    /// A file that the command line itself calls after somebody.
    var named = ""
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
  private static let files = [
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
    "import filled.xlsx -o i.xlsx", "import filled.xlsx -o i.ods", "import names.csv", "import Ф1.xlsx",
    "compare clean.xlsx broken.xlsx --criteria 2024/4-МА --merge m.xlsx",
    "compare broken.xlsx clean.xlsx --form form.xlsx --merge m.ods --format json",
    "compare broken.xlsx names.csv --criteria 2024/4-МА --merge m.csv",
    "reconcile filled.xlsx Ф1.xlsx \(reports)", "reconcile uploaded.xlsx Ф1.xlsx --format json",
    "reconcile uploaded.xlsx names.csv",
    "stats means clean.xlsx broken.xlsx --criteria 2024/4-МА/basic --html s.html --csv s",
    "stats means filled.xlsx --format json", "stats compare clean.xlsx broken.xlsx",
    "stats markings clean.xlsx broken.xlsx --criteria 2024/4-МА/basic --html s.html --xlsx s.xlsx --csv s --svg v",
    "stats markings clean.xlsx clean.xlsx --form form.xlsx --format json",
    "stats threshold clean.xlsx Ф1.xlsx --criteria 2024/4-МА/basic --html s.html --csv s --svg v",
    "stats journal clean.xlsx --criteria 2024/4-МА/basic --xlsx s.xlsx",
    "stats journal Ф1.xlsx --format json",
    "stats profile clean.xlsx --criteria 2024/4-МА/basic --html s.html",
    "stats order clean.xlsx --criteria 2024/4-МА/basic --csv s", "stats marks names.csv",
    "stats draw Ф1.xlsx --places 1 --published 2024 --year 2024 --html s.html", "stats estimate names.csv",
    "pack broken.xlsx --password-file names.csv -o p.zip", "pack form.xlsx --password-file word.txt -o p.zip",
    "blank transcription --form form.xlsx --roster roster.xlsx -o b.xlsx",
    "blank protocol --form form.xlsx --roster roster.xlsx -o b.xlsx",
    "blank roster --form form.xlsx --roster roster.xlsx -o b.xlsx",
    "criteria from-form filled.xlsx -o c.json",
    "plan check list.xlsx", "plan check plan.json --format json", "plan check names.csv",
    "plan ics list.xlsx -o p.ics", "plan ics plan.json", "plan import list.xlsx",
    "plan import list.xlsx -o p.xlsx",
    "plan import names.csv -o p.json",
  ]

  /// Files that are called after a pupil, and messages that repeat what was typed.
  private static let namedFiles = [
    "check 'Канарейкина Дульсинея 4А.xlsx' --form form.xlsx --held 2024-04-15 \(reports)",
    "check канарейкина.xlsx Kanareikina_Dulsineya.xlsx --criteria 2024/4-МА --format json \(reports)",
    "check канарейкина.xlsx канарейкина.xlsx --criteria 2024/4-МА",
    "check 'Нет Канарейкиной.xlsx' --criteria 2024/4-МА", "check Канарейкина --criteria 2024/4-МА",
    "check clean.xlsx --criteria 2024/4-МА --report html=Канарейкина/r.html",
    "check clean.xlsx --criteria 2024/4-МА --report annotated=Канарейкина.csv",
    "check clean.xlsx --criteria 2024/4-МА --policy канарейкина.xlsx",
    "check clean.xlsx --criteria 2024/4-МА --explanations канарейкина.xlsx",
    "check clean.xlsx --schemas Канарейкина",
    "check --Канарейкина Канарейкина.xlsx", "deadline Канарейкина.xlsx", "deadline --held Канарейкина",
    "convert канарейкина.xlsx --form 'Канарейкина Математика 4 класс ВПР 2024.xlsx' -o канарейкина.xlsx",
    "convert канарейкина.xlsx --form 'Канарейкина Математика 4 класс ВПР 2024.xlsx' -o out.xlsx --held 2024-04-15",
    "import 'Канарейкина Математика 4 класс ВПР 2024.xlsx'", "import 'Ф1 Канарейкина.xlsx'",
    "import 'Канарейкина Математика 4 класс ВПР 2024.xlsx' -o Канарейкина.doc",
    "criteria from-form 'Канарейкина Математика 4 класс ВПР 2024.xlsx'",
    "compare канарейкина.xlsx 'Канарейкина Дульсинея 4А.xlsx' --criteria 2024/4-МА --merge m.xlsx",
    "reconcile 'Канарейкина Математика 4 класс ВПР 2024.xlsx' 'Ф1 Канарейкина.xlsx' \(reports)",
    "stats markings канарейкина.xlsx Kanareikina_Dulsineya.xlsx --criteria 2024/4-МА/basic --html s.html --csv s",
    "stats threshold канарейкина.xlsx 'Ф1 Канарейкина.xlsx' --criteria 2024/4-МА/basic --html s.html --format json",
    "stats journal 'Ф1 Канарейкина.xlsx' --csv s", "stats means канарейкина.xlsx Канарейкина.xlsx",
    "blank transcription --form 'Канарейкина Математика 4 класс ВПР 2024.xlsx' --roster канарейкина.xlsx -o b.xlsx",
    "pack канарейкина.xlsx --password-file word.txt -o p.zip",
    "pack 'Канарейкина Математика 4 класс ВПР 2024.xlsx' --password-file word.txt -o p.zip --format json",
    "unpack Канарейкина.zip --password-file word.txt",
    "plan check 'План Канарейкина.json'", "plan ics 'План Канарейкина.json'",
    "plan import 'Список Канарейкина.xlsx' -o p.json",
    "db check --db канарейкина.xlsx", "db export --db Канарейкина.db",
    "db mark канарейкина.xlsx uploaded --db r.db",
  ]

  /// The district: what came in, what is made of it, what stays in the registry.
  private static let ofDistrict = [
    "bulk mail --out ready --db r.db --format json && oko db export --db r.db && oko db check --db r.db",
    "bulk mail --plan plan.json --out ready && oko bulk mail --plan plan.json --out ready --since last",
    "bulk Канарейкина.zip --out ready --db r.db && oko deadline list --db r.db",
    "bulk mail --plan 'План Канарейкина.json' --db r.db && oko db export --db r.db -o e.json",
    "bulk mail --plan канарейкина.xlsx", "bulk Канарейкина", "rules diff mail --schemas schemas",
    "bulk mail --out ready --db r.db && oko db mark ready/Загрузка/*/*/*.xlsx rejected --answer 'Нет кода Канарейкиной Дульсинеи' --db r.db",
    "custody add --db r.db --school edu380001 --work 2024/4-МА --step 5 --what 'работа Канарейкиной Дульсинеи'",
    "custody add --db r.db --school edu380001 --work 2024/4-МА --step 5 --note 'Канарейкина Д. ушла' ; oko custody list --db r.db",
    "custody add --db r.db --school edu380001 --work 2024/4-МА --step 5 && oko custody act --db r.db --school edu380001 --work 2024/4-МА --kind transfer --step 5 --plan 'План Канарейкина.json'",
  ]

  private static let lines: [Line] = {
    var lines = ofDistrict.map { Line(words: $0, copies: "с пометками.xlsx") }
    for language in ["ru", "en"] {
      for words in files + namedFiles { lines.append(Line(words: "\(words) --lang \(language)")) }
      lines.append(Line(words: "sheet broken.xlsx --lang \(language)", isShown: true))
      lines.append(Line(words: "sheet names.csv --format json --lang \(language)", isShown: true))
      lines.append(
        Line(
          words: "convert clean.xlsx --form form.xlsx -o 'Форма Канарейкиной.xlsx' --lang \(language)",
          named: "Форма Канарейкиной.xlsx"))
      lines.append(
        Line(
          words:
            "check 'Канарейкина Дульсинея 4А.xlsx' --form form.xlsx --report annotated=copy.xlsx --lang \(language)"
        ))
    }
    return lines
  }()

  /// The files that the lines name, made from a clean job.
  private static let prepared = Result { try prepare() }

  private static func prepare() throws -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    let job = try #require(Job.all("clean").first { $0.folder.lastPathComponent == "a-xlsx" })
    let fixture = Array(try Data(contentsOf: job.folder.appending(path: job.files[0])))
    let form = Array(
      try Data(contentsOf: job.folder.appending(path: try #require(job.form)).standardized))
    func put(_ path: String, _ bytes: [UInt8]) { files.append((path, bytes)) }
    put("clean.xlsx", try Canary.transcription(from: fixture, isBroken: false))
    put("broken.xlsx", try Canary.transcription(from: fixture, isBroken: true))
    put("roster.xlsx", try Canary.roster(codes: Array(40001...40060)))
    put("form.xlsx", form)
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
    put("filled.xlsx", named)
    put("Канарейкина Математика 4 класс ВПР 2024.xlsx", form)
    put(
      "uploaded.xlsx", Array(try Data(contentsOf: Job.root.appending(path: "forms/filled/\(Self.form)"))))
    put("names.csv", Array("ФИО;Код;\(Canary.name)\n\(Canary.name);\(Canary.name);1\n".utf8))
    put("damaged.xlsx", Array(try Canary.roster(codes: [40001]).dropLast(300)))
    put("word.txt", Array("correct-horse-2024".utf8))
    put("канарейкина.xlsx", try Canary.transcription(from: fixture, isBroken: false))
    for name in ["Канарейкина Дульсинея 4А.xlsx", "Kanareikina_Dulsineya.xlsx"] {
      put(name, try Canary.transcription(from: fixture, isBroken: true))
    }
    let export = Array(
      try Data(contentsOf: Job.root.appending(path: "exports/school/4-МА/Ф1_Индивидуальные результаты.xlsx")))
    for name in ["Ф1.xlsx", "Ф1 Канарейкина.xlsx"] { put(name, try Canary.hidden(in: export)) }
    return files + (try district(form: form, protocol: fixture))
  }

  private static let form = "Форма сбора результатов Математика 4 класс ВПР 2024.xlsx"

  /// A plan, and mail of two schools: folders, files and a ZIP that are called after a pupil.
  private static func district(
    form: [UInt8], protocol fixture: [UInt8]
  ) throws -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    func put(_ path: String, _ bytes: [UInt8]) { files.append((path, bytes)) }
    let plan = try String(contentsOf: Job.root.appending(path: "plans/good.json"), encoding: .utf8)
      .replacing("\"grade\": 5", with: "\"remark\": \"\(Canary.name)\", \"grade\": 5")
    for name in ["plan.json", "План Канарейкина.json"] { put(name, Array(plan.utf8)) }
    let cells: [[String]] = [
      ["Логин", "Школа", "Класс", "Предмет", "Дата", "Участников", "Примечание", "Ученица \(Canary.name)"],
      ["edu380001", "СОШ № 1", "4А", "Математика", "15.04.2024", "20", "без \(Canary.name)", Canary.name],
      ["edu380001", "СОШ № 1", Canary.name, Canary.name, Canary.name, Canary.name, "", ""],
    ]
    let list = PlainTable(name: Canary.name, rows: cells.map { row in row.map { CellValue.text($0) } })
    for name in ["list.xlsx", "Список Канарейкина.xlsx"] {
      put(name, try Canary.hidden(in: try list.xlsx()))
    }
    put("schemas/readme.txt", [])
    let broken = try Canary.transcription(from: fixture, isBroken: true)
    let clean = try Canary.transcription(from: fixture, isBroken: false)
    let school = "mail/Канарейкина Дульсинея/edu380001"
    put("\(school)/Канарейкина Дульсинея математика 4А.xlsx", broken)
    put("\(school)/\(Self.form)", form)
    put("\(school)/канарейкина.pdf", Array("%PDF-1.7".utf8))
    put("\(school)/Канарейкина битый.xlsx", Array(broken.dropLast(300)))
    put("mail/edu380002/канарейкина математика 4 класс 2024.xlsx", clean)
    put("mail/edu380002/Канарейкина \(Self.form)", form)
    put("mail/Канарейкина неизвестно чья.xlsx", clean)
    put("mail/Канарейкина.csv", Array("ФИО;Код;\(Canary.name)\n".utf8))
    var zip = PackageWriter()
    zip.add("edu380003/Канарейкина Дульсинея математика 4А.xlsx", broken)
    zip.add("edu380003/\(Self.form)", form)
    zip.add("Канарейкина без школы.xlsx", clean)
    let mailed = zip.finish()
    put("mail/Почта Канарейкиной.zip", mailed)
    put("mail/Канарейкина битая.zip", Array(mailed.dropLast(40)))
    put("Канарейкина.zip", mailed)
    return files
  }

  @Test(arguments: lines)
  func `goes no further`(line: Line) throws {
    let program = try Program()
    defer { program.remove() }
    for file in try Self.prepared.get() { try program.put(file.bytes, file.path) }
    let before = program.paths()
    let answer = try program.shell("oko \(line.words)")
    #expect(answer.exit != 70 && answer.exit < 127, "\(answer.exit) \(answer.error)")
    var hits = Canary.hits(in: Data(answer.error.utf8), "stderr")
    let shown = Canary.hits(in: Data(answer.out.utf8), "stdout")
    if line.isShown { #expect(!shown.isEmpty) } else { hits += shown }
    for name in program.paths().subtracting(before) {
      if name != line.named { hits += Canary.hits(inPath: name) }
      let found = Canary.hits(
        in: (try? Data(contentsOf: program.folder.appending(path: name))) ?? Data(), name)
      if name.hasSuffix(line.copies) { #expect(!found.isEmpty) } else { hits += found }
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
