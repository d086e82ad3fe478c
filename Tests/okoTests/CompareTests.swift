import Foundation
import Testing

/// `oko compare`, as two people and a coordinator use it.
struct `Comparing two transcriptions` {
  private static let job = "transcription.csv"

  /// A folder with two keyings of one work, the second changed.
  private func program(_ change: (inout [[String]]) -> Void) throws -> Program {
    let program = try Program()
    try program.take(filesOf: Job.root.appending(path: "protocols/clean/a-csv"))
    var rows = try program.text(Self.job).split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    try program.write("A.csv", rows)
    change(&rows)
    try program.write("B.csv", rows)
    try FileManager.default.copyItem(
      at: Job.root.appending(path: "forms/blank/Форма сбора результатов Математика 4 класс ВПР 2024.xlsx"),
      to: program.folder.appending(path: "форма.xlsx"))
    return program
  }

  @Test func `agree, and the agreed sheet goes on to convert`() throws {
    let program = try program { $0.swapAt(1, 2) }
    defer { program.remove() }
    let answer = try program.run(
      "compare", "A.csv", "B.csv", "--merge", "M.xlsx", "--criteria", "2024/4-МА", "--format", "json")
    #expect(answer.exit == 0 && answer.error.isEmpty)
    let json = try answer.json()
    #expect(json["status"] as? String == "clean" && json["merged"] as? String == "M.xlsx")
    let errors = try #require(json["errors"] as? [String: Any])
    #expect(errors["per_thousand"] as? Double == 0 && (errors["high"] as? Double ?? 0) > 0)
    let convert = try program.run(
      "convert", "M.xlsx", "--form", "форма.xlsx", "-o", "out.xlsx", "--held", "2024-04-15")
    #expect(convert.exit == 0, "\(convert.out)")
  }

  @Test func `are told apart when they are of two works, and when they have one name`() throws {
    let program = try Program()
    defer { program.remove() }
    for name in ["a-csv", "b-csv"] {
      let folder = program.folder.appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Job.root.appending(path: "protocols/clean/\(name)/\(Self.job)"),
        to: folder.appending(path: Self.job))
    }
    let answer = try program.run("compare", "a-csv/\(Self.job)", "b-csv/\(Self.job)", "--format", "json")
    #expect(answer.exit == 1)
    let findings = try answer.json()["findings"] as? [[String: Any]] ?? []
    // Two dozen participants of each stand in one of them alone: echoes of one mistake.
    let causes = findings.filter { $0["cause"] == nil || $0["cause"] is NSNull }
    #expect(causes.map { $0["code"] as? String } == ["TPL006"])
    #expect(findings.count > 35)
    let files = Set(findings.compactMap { ($0["location"] as? [String: Any])?["file"] as? String })
    #expect(files == ["transcription.csv", "transcription (2).csv"])
  }

  @Test(arguments: ["xlsx", "ods", "csv"])
  func `differ, and convert refuses the agreed sheet until it is filled`(kind: String) throws {
    let program = try program { rows in
      rows[1][4] = rows[1][4] == "0" ? "1" : "0"
      rows[2][1] = rows[2][1] == "1" ? "2" : "1"
      rows[3][18] = rows[3][18] == "м" ? "ж" : "м"
      rows[5][19] = "нет отметки"
    }
    defer { program.remove() }
    let merged = "M.\(kind)"
    let answer = try program.run(
      "compare", "A.csv", "B.csv", "--form", "форма.xlsx", "--merge", merged, "--format", "json")
    #expect(answer.exit == 1)
    let json = try answer.json()
    let findings = json["findings"] as? [[String: Any]] ?? []
    #expect(findings.map { $0["code"] as? String } == ["XCK001", "XCK004", "XCK001", "XCK001"])
    let cells = findings.map { ($0["location"] as? [String: Any])?["cell"] as? String }
    #expect(cells == ["E2", "B3", "S4", "T6"])
    for finding in findings {
      let related = finding["related"] as? [[String: Any]] ?? []
      #expect(related.map { $0["file"] as? String } == ["B.csv"])
      #expect(
        related.first?["cell"] as? String == (finding["location"] as? [String: Any])?["cell"] as? String)
    }
    let arguments = ["--form", "форма.xlsx", "-o", "out.xlsx", "--held", "2024-04-15"]
    let convert = try program.run(["convert", merged] + arguments + ["--format", "json"])
    #expect(try convert.exit == 5 && !program.names().contains("out.xlsx"))
    let lacking = Set(
      (try convert.json()["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String })
    #expect(lacking.isSuperset(of: ["SCR001", "PRT006", "PRT013", "PRT015"]))
    guard kind == "csv" else { return }
    // The four cells keyed in from paper: the first transcription was right.
    var rows = try program.text(merged).split(separator: "\r\n", omittingEmptySubsequences: false).map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let own = try program.text("A.csv").split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let head = try #require(rows.firstIndex { $0.first == "Код участника" })
    for (row, column) in [(1, 4), (2, 1), (3, 18), (5, 19)] { rows[head + row][column] = own[row][column] }
    try program.write("готово.csv", rows)
    #expect(try program.run(["convert", "готово.csv"] + arguments).exit == 0)
  }

  @Test func `are told apart from one file given twice, and from files that cannot be aligned`() throws {
    let program = try program { $0[2][0] = $0[1][0] }
    defer { program.remove() }
    let twice = try program.run("compare", "A.csv", "A.csv")
    #expect(twice.exit == 2 && twice.error.contains("один и тот же файл"))
    let answer = try program.run("compare", "A.csv", "B.csv", "--merge", "M.xlsx")
    #expect(
      answer.exit == 5 && answer.out.contains("PRT004") && answer.out.contains("Сведённая запись не сделана"))
    #expect(try !program.names().contains("M.xlsx"))
    #expect(try program.run("compare", "A.csv", "нет.csv").exit == 4)
    #expect(try program.run("compare", "A.csv", "B.csv", "--merge", "A.csv").exit == 2)
    #expect(try program.run("compare", "A.csv", "B.csv", "--merge", "M.doc").exit == 2)
    #expect(try program.run("compare", "A.csv", "форма.xlsx", "--merge", "M.xlsx").exit == 5)
  }

  @Test func `name nobody in any output`() throws {
    let name = "Канарейкин Проверка"
    let program = try program { rows in
      rows[1][3] = name
      rows[2][1] = name
      rows[3][0] = name
      rows[4].append(name)
      rows[0].append("ФИО")
    }
    defer { program.remove() }
    for arguments in [["--lang", "ru"], ["--lang", "en"], ["--format", "json"]] {
      let answer = try program.run(["compare", "A.csv", "B.csv"] + arguments)
      #expect(answer.exit == 1 && !(answer.out + answer.error).contains("Канарейкин"))
    }
    var rows = try program.text("B.csv").split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    rows[3][0] = "40063"
    try program.write("C.csv", rows)
    for kind in ["xlsx", "ods", "csv"] {
      _ = try program.run("compare", "A.csv", "C.csv", "--merge", "M.\(kind)")
      let seen = try program.run("sheet", "M.\(kind)")
      #expect(seen.exit == 0 && !seen.out.contains("Канарейкин"))
      let bytes = try #require(try program.files()["M.\(kind)"])
      #expect(bytes.range(of: Data("Канарейкин".utf8)) == nil)
    }
  }
}

extension Program {
  func write(_ name: String, _ rows: [[String]]) throws {
    let text = rows.map { $0.joined(separator: ";") }.joined(separator: "\r\n")
    try Data(("\u{FEFF}" + text).utf8).write(to: folder.appending(path: name))
  }
}
