import Foundation
import Reports
import Testing

@Suite("oko stats")
struct StatsTests {
  private static let verbs = [
    "markings", "threshold", "means", "journal", "profile", "order", "marks", "plan", "absence", "draw",
    "estimate", "after",
  ]

  /// Two keyed sheets of maths 6; the second gives a point less in every third work.
  private func markings(_ works: Int, in program: Program) throws {
    for (name, lowered) in [("школа.csv", 0), ("эксперт.csv", 1)] {
      var lines = [
        "Код;Вариант;"
          + (1...13).map { "\($0) (\([9, 11, 13].contains($0) ? 2 : 1)б)" }.joined(separator: ";")
          + ";Класс;Пол;Отметка за четверть"
      ]
      for work in 0..<works {
        var points = (1...13).map { ($0 * 7 + work * 5) % 11 < 6 ? 1 : 0 }
        if lowered == 1, work % 3 == 0, let task = points.firstIndex(of: 1) { points[task] = 0 }
        lines.append(
          "\(60001 + work);1;" + points.map(String.init).joined(separator: ";") + ";1;м;\(3 + work % 3)")
      }
      try lines.joined(separator: "\r\n").write(
        to: program.folder.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  @Test(arguments: verbs)
  func `Help shows an example and no banned word, in both languages`(_ verb: String) throws {
    let program = try Program()
    defer { program.remove() }
    for language in ["ru", "en"] {
      let answer = try program.run("stats", verb, "--help", "--lang", language)
      #expect(answer.exit == 0)
      #expect(answer.out.contains("oko stats \(verb)"))
      #expect(WordingLint.found(in: answer.out).isEmpty)
    }
  }

  @Test func `Two markings: figures as JSON, a page, plots and tables`() throws {
    let program = try Program()
    defer { program.remove() }
    try markings(24, in: program)
    let answer = try program.run(
      "stats", "markings", "школа.csv", "эксперт.csv", "--criteria", "2024/6-МА/basic", "--format", "json",
      "--html", "сверка.html", "--svg", "графики", "--csv", "таблицы", "--date", "2024-06-03")
    #expect(answer.exit == 0, "\(answer.error)")
    let json = try answer.json()
    #expect(json["schema"] as? String == "oko/stats/1")
    let section = try #require((json["sections"] as? [[String: Any]])?.first)
    let facts = try #require(section["facts"] as? [String: Any])
    #expect(facts["works"] as? Int == 24)
    #expect(abs((facts["bias"] as? Double ?? 0) - 8.0 / 24) < 1e-12)
    #expect(facts["sign_flip_upper"] as? Double == 1.0 / 256)
    #expect(try program.names().isSuperset(of: ["сверка.html", "графики", "таблицы"]))
    let svg = try String(contentsOf: program.folder.appending(path: "графики/markings.svg"), encoding: .utf8)
    #expect(svg.contains("2024-06-03"))
    let table = try Data(contentsOf: program.folder.appending(path: "таблицы/markings.csv"))
    #expect(String(decoding: table, as: UTF8.self).contains(",5;"))
  }

  @Test func `Of four works there are counts only`() throws {
    let program = try Program()
    defer { program.remove() }
    try markings(4, in: program)
    let answer = try program.run(
      "stats", "markings", "школа.csv", "эксперт.csv", "--criteria", "2024/6-МА/basic", "--format", "json")
    let section = try #require((try answer.json()["sections"] as? [[String: Any]])?.first)
    let facts = try #require(section["facts"] as? [String: Any])
    #expect(facts["bias"] is NSNull && facts["icc"] is NSNull && facts["marks_lowered"] is NSNull)
    #expect((section["withheld"] as? [String: Int])?["icc"] == 20)
  }

  @Test func `Journal, boundaries and order from Ф1 of a district`() throws {
    let program = try Program()
    defer { program.remove() }
    let exports = Job.root.appending(path: "exports/district")
    try program.take(filesOf: exports)
    let f1 = "Ф1_Индивидуальные результаты.xlsx"
    for verb in ["journal", "threshold", "means", "profile", "order"] {
      let answer = try program.run("stats", verb, f1, "--format", "json")
      #expect(answer.exit == 0, "\(verb): \(answer.error)")
      #expect(try answer.json()["kind"] as? String == verb)
      #expect(!answer.out.contains("Канарейкин"))
    }
    let comparison = Job.root.appending(
      path: "exports/school/7-ГГ/Сравнение отметок с отметками по журналу.xlsx")
    let journal = try program.run(
      "stats", "journal", comparison.path, "--format", "json", "--xlsx", "журнал.xlsx")
    #expect(journal.exit == 0, "\(journal.error)")
    #expect(try program.run("sheet", "журнал.xlsx").exit == 0)
    let marks = try program.run("stats", "marks", "Ф3_Статистика по отметкам.xlsx", "--format", "json")
    #expect(marks.exit == 0, "\(marks.error)")
    #expect(try program.run("stats", "journal", f1, "--school", "edu000000").exit == 2)
    #expect(try program.run("stats", "journal", "Ф3_Статистика по отметкам.xlsx").exit == 3)
    #expect(try program.run("stats", "marks", f1).exit == 3)
    #expect(try program.run("stats", "journal", f1, f1).exit == 3)
  }

  @Test func `How many works to mark again`() throws {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.run(
      "stats", "plan", "--works", "30", "--changed", "6", "--marked", "10", "--found", "4", "--format", "json"
    )
    let section = try #require((try answer.json()["sections"] as? [[String: Any]])?.first)
    let facts = try #require(section["facts"] as? [String: Any])
    #expect(facts["mark"] as? Int == 11)
    #expect(facts["changed_at_least"] as? Int == 6)
    for wrong in [
      ["--works", "0"], ["--works", "5", "--changed", "6"], ["--works", "5", "--found", "1"],
      ["--works", "5", "--marked", "2", "--found", "3"], ["--works", "5", "--changed", "0"],
    ] {
      #expect(try program.run(["stats", "plan"] + wrong).exit == 2, "\(wrong)")
    }
  }

  @Test func `The district's share is weighed, and a broken table is refused with its row`() throws {
    let program = try Program()
    defer { program.remove() }
    func estimate(_ text: String) throws -> Program.Answer {
      try text.write(to: program.folder.appending(path: "итоги.csv"), atomically: true, encoding: .utf8)
      return try program.run("stats", "estimate", "итоги.csv", "--format", "json")
    }
    let head = "Школа;π;Работ;Изменилось\r\n"
    let answer = try estimate(head + "edu1;1;20;6\r\nedu2;0,25;20;1\r\nedu3;0.25;20;2\r\n")
    let section = try #require((try answer.json()["sections"] as? [[String: Any]])?.first)
    let share = (section["facts"] as? [String: Any])?["share"] as? Double
    #expect(abs((share ?? 0) - 18.0 / 180) < 1e-12)
    for row in ["edu1;0;20;6", "edu1;1;20;21", "edu1;1,5;20;1", "edu1;1;20", "edu1;x;2;1"] {
      let answer = try estimate(head + row)
      #expect(answer.exit == 3)
      #expect(answer.error.contains("2"))
    }
    #expect(try estimate(head).exit == 3)
  }

  @Test func `The same published seed gives the same minutes`() throws {
    let program = try Program()
    defer { program.remove() }
    try markings(12, in: program)
    let files = ["edu1=школа.csv", "edu2=эксперт.csv", "edu3=школа.csv", "edu4=эксперт.csv"]
    let line =
      ["stats", "draw"] + files + [
        "--criteria", "2024/6-МА/basic", "--places", "3", "--published", "слово", "--year", "2024", "--date",
        "2024-03-01",
      ]
    let first = try program.run(line)
    #expect(first.exit == 0, "\(first.error)")
    #expect(try program.run(line).out == first.out)
    #expect(try program.run(line.map { $0 == "слово" ? "другое" : $0 }).out != first.out)
    #expect(try program.run(line.map { $0 == "3" ? "5" : $0 }).exit == 2)
    #expect(try program.run(line + ["--explained", "edu9"]).exit == 2)
  }

  @Test func `Absences are counted, and numbers that do not agree refused`() throws {
    let program = try Program()
    defer { program.remove() }
    func absence(_ numbers: [String]) throws -> Program.Answer {
      let names = ["--roll", "--weak", "--absent", "--absent-weak"]
      return try program.run(
        ["stats", "absence"] + zip(names, numbers).flatMap { [$0, $1] } + ["--format", "json"])
    }
    let answer = try absence(["22", "5", "4", "3"])
    let section = try #require((try answer.json()["sections"] as? [[String: Any]])?.first)
    let p = (section["facts"] as? [String: Any])?["p"] as? Double
    #expect(abs((p ?? 0) - 5.0 / 209) < 1e-12)
    for wrong in [
      ["22", "5", "4", "5"], ["0", "0", "0", "0"], ["5", "6", "1", "1"], ["5", "4", "3", "1"],
    ] {
      #expect(try absence(wrong).exit == 2, "\(wrong)")
    }
  }

  @Test func `A year after the control: expected, seen, and what the schools of chance did`() throws {
    let program = try Program()
    defer { program.remove() }
    for (year, shift) in [(2023, 0), (2024, 1)] {
      var lines = ["Индивидуальные результаты", "", "ВПР \(year) Математика 6 класс", "Предмет:;Математика"]
      lines += ["Максимальный первичный балл:;16", "Дата:;16.04.\(year)", ""]
      let tasks = (1...13).map { "\($0) (\([9, 11, 13].contains($0) ? 2 : 1)б)" }.joined(separator: ";")
      lines.append(
        "ОО;Муниципалитет;Название ОО;Код участника;Класс;Вариант;\(tasks);Первичный балл;Отметка;Отметка по журналу"
      )
      for school in 1...5 {
        let login = "edu38000\(school)"
        lines.append("Школа(\(login)) | Кол-во участников: 20")
        for pupil in 1...20 {
          let total = min(13, pupil / 2 + (school == 1 ? 4 - 3 * shift : school % 2) + shift)
          let points = (1...13).map { $0 <= total ? "1" : "0" }.joined(separator: ";")
          lines.append("\(login);Район;Школа;\(60000 + pupil);1;1;\(points);\(total);3;3")
        }
      }
      try lines.joined(separator: "\r\n").write(
        to: program.folder.appending(path: "ф1-\(year).csv"), atomically: true, encoding: .utf8)
    }
    try "ОО;Основание\r\nedu380001;А: статистические\r\nedu380002;С\r\nedu380003;C: случайный\r\n".write(
      to: program.folder.appending(path: "отбор.csv"), atomically: true, encoding: .utf8)
    let answer = try program.run(
      "stats", "after", "ф1-2024.csv", "--before", "ф1-2023.csv", "--sample", "отбор.csv", "--lang", "ru")
    #expect(answer.exit == 0, "\(answer.error)")
    #expect(answer.out.contains("edu380001: Снижение с"), "\(answer.out)")
    #expect(answer.out.contains("В случайно отобранных ОО изменение +6,3."))
    try "ОО;Основание\r\nedu380001;Z\r\n".write(
      to: program.folder.appending(path: "отбор.csv"), atomically: true, encoding: .utf8)
    #expect(
      try program.run("stats", "after", "ф1-2024.csv", "--before", "ф1-2023.csv", "--sample", "отбор.csv")
        .exit
        == 3)
  }

  @Test func `Of a school by itself boundaries are described, and no sign is noted`() throws {
    let program = try Program()
    defer { program.remove() }
    try markings(24, in: program)
    let answer = try program.run(
      "stats", "threshold", "школа.csv", "--criteria", "2024/6-МА/basic", "--lang", "ru", "--svg", "графики")
    #expect(answer.exit == 0, "\(answer.error)")
    #expect(answer.out.contains("Сравнить не с кем, поэтому это описание, а не признак"))
    #expect(!answer.out.contains("[признак]"))
  }

  @Test func `A school's figures do not change with who looks at them`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.take(filesOf: Job.root.appending(path: "exports/district"))
    let f1 = "Ф1_Индивидуальные результаты.xlsx"
    for verb in ["journal", "threshold", "profile"] {
      let all = try program.run("stats", verb, f1, "--format", "json").json()
      let sections = try #require(all["sections"] as? [[String: Any]])
      let heading = try #require((sections.last?["heading"] as? [String: Any])?["ru"] as? String)
      let school = String(heading.prefix { $0 != ":" })
      let own = try program.run("stats", verb, f1, "--school", school, "--format", "json").json()
      let shown = try #require((own["sections"] as? [[String: Any]])?.last)
      #expect(NSDictionary(dictionary: shown) == NSDictionary(dictionary: try #require(sections.last)))
    }
  }
}
