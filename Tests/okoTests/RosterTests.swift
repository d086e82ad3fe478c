import Foundation
import Testing

@Suite struct `A code list` {
  /// The codes of a clean transcription, in its order.
  private let codes = [40001, 40002, 40003, 40004]
  private let name = "Канарейкин"

  /// A protocol of four pupils in mathematics, keyed as CSV.
  private var transcription: String {
    let tasks = [
      "1", "2", "3", "4", "5.1", "5.2", "6.1", "6.2", "7", "8", "9.1", "9.2", "10", "11", "12",
    ]
    let header = ["Код", "Вариант"] + tasks + ["Класс", "Пол", "Отм."]
    let rows = codes.enumerated().map { number, code in
      [String(code), "1"] + tasks.indices.map { String(($0 + number) % 2) } + ["1", "м", "4"]
    }
    return ([header] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n")
  }

  private func findings(
    _ roster: String, _ program: Program, _ more: String...
  ) throws -> (codes: [String], answer: Program.Answer) {
    try Data(("\u{FEFF}" + transcription).utf8).write(to: program.folder.appending(path: "4А.csv"))
    try Data(("\u{FEFF}" + roster).utf8).write(to: program.folder.appending(path: "коды.csv"))
    let arguments = [
      "check", "4А.csv", "--criteria", "2024/4-МА", "--roster", "коды.csv", "--held", "2024-04-15", "--at",
      "2024-04-16T10:00:00+08:00", "--format", "json",
    ]
    let answer = try program.run(arguments + more)
    let all = try answer.json()["findings"] as? [[String: Any]] ?? []
    let codes = all.filter { $0["severity"] as? String != "info" }.compactMap { $0["code"] as? String }
    return (codes, answer)
  }

  @Test(arguments: [
    ("40001;Канарейкин А\n40002;Канарейкин Б\n40003;Канарейкин В\n40004;Канарейкин Г", []),
    ("40004;\n40003;\n40002;\n40001;", []),
    ("40001;Канарейкин А\n40002;Канарейкин Б\n40003;Канарейкин В\n40004;Канарейкин Г\n40005;", []),
    (
      "40001;Канарейкин А\n40002;Канарейкин Б\n40003;Канарейкин В\n40004;Канарейкин Г\n40001;Канарейкин Д",
      ["PRT018"]
    ),
    ("40001;Канарейкин А\n40002;Канарейкин Б\n40003;канарейкин а\n40004;Канарейкин Г", ["PRT019"]),
    ("40001;Канарейкин А\n40002;Канарейкин Б\n40003;Канарейкин В\n400004;Канарейкин Г", ["PRT020"]),
    ("50001;Канарейкин А\n50002;Канарейкин Б", ["PRT021"]),
    ("40001;Канарейкин А\n40002;Канарейкин Б\n40003;Канарейкин В\n40004;", ["PRT022"]),
    (
      "40001;Канарейкин А\n40002;Канарейкин Б\n40003;Канарейкин В\n40004;Канарейкин Г\n40009;Канарейкин Д",
      ["PRT016"]
    ), ("40001;Канарейкин А\n40002;Канарейкин Б\n40003;Канарейкин В", ["PRT005"]),
  ])
  func `tells of each flaw once, and of nothing else`(rows: String, expected: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let found = try findings("Код;ФИО\n" + rows, program).codes
    #expect(found == expected, "\(found)")
  }

  @Test func `never lets a name out`() throws {
    let program = try Program()
    defer { program.remove() }
    let rows =
      "40001;Канарейкин А\n40001;Канарейкин А\n40002;Канарейкин А\nКанарейкин;Канарейкин Б\n40007;Канарейкин В"
    let reports = ["text", "json", "explanations"].flatMap { ["--report", "\($0)=отчёт.\($0)"] }
    try Data(("\u{FEFF}" + transcription).utf8).write(to: program.folder.appending(path: "4А.csv"))
    try Data(("\u{FEFF}Код;ФИО\n" + rows).utf8).write(to: program.folder.appending(path: "коды.csv"))
    let answer = try program.run(
      ["check", "4А.csv", "--criteria", "2024/4-МА", "--roster", "коды.csv"] + reports)
    #expect(answer.exit == 1)
    #expect(!(answer.out + answer.error).lowercased().contains("канарейкин"))
    for (file, bytes) in try program.files() where file.hasPrefix("отчёт") {
      #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("канарейкин"), "\(file)")
    }
    #expect(try program.names().count == 5)
  }
}
