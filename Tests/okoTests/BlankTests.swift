import Foundation
import Testing

@Suite struct `oko blank` {
  private let work = ["--criteria", "2024/4-МА"]

  @Test(arguments: [
    (["transcription", "-o", "лист.xlsx"], 2), (["protocol", "-o", "лист.xlsx"], 2),
    (["transcription", "--criteria", "2024/4-МА", "-o", "лист.csv"], 2),
    (["transcription", "--criteria", "2024/4-МА", "--codes", "50001", "-o", "лист.xlsx"], 2),
    (["transcription", "--criteria", "2024/4-МА", "--codes", "40001,40001", "-o", "лист.xlsx"], 2),
    (["transcription", "--criteria", "2024/4-МА", "--count", "0", "-o", "лист.xlsx"], 2),
    (["transcription", "--criteria", "2024/4-МА", "--class", "51", "-o", "лист.xlsx"], 2),
    (["transcription", "--criteria", "2024/4-МА", "--class-map", "А", "-o", "лист.xlsx"], 2),
    (["transcription", "--criteria", "2024/4-МА", "--held", "15.04.2024", "-o", "лист.xlsx"], 2),
    (["transcription", "--criteria", "2019/4-МА", "-o", "лист.xlsx"], 2),
    (["protocol", "--criteria", "2022/5-МА", "-o", "лист.xlsx"], 2),
    (["protocol", "--form", "нет.xlsx", "-o", "лист.xlsx"], 4),
    (["protocol", "--criteria", "2024/4-МА", "--roster", "нет.xlsx", "-o", "лист.xlsx"], 4),
  ])
  func `refuses what it cannot make, and writes nothing`(arguments: [String], exit: Int) throws {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.run(["blank"] + arguments)
    #expect(answer.exit == Int32(exit))
    #expect(!answer.error.isEmpty)
    #expect(try program.names().isEmpty)
  }

  @Test func `takes the codes of a list without its names`() throws {
    let program = try Program()
    defer { program.remove() }
    let list = "Код;ФИО\n40007;Канарейкин Образец\n40003;Канарейкина Проба\n"
    try Data(list.utf8).write(to: program.folder.appending(path: "коды.csv"))
    let arguments = work + ["--roster", "коды.csv", "-o", "лист.xlsx", "--format", "json"]
    let answer = try program.run(["blank", "transcription"] + arguments)
    #expect(answer.exit == 0)
    #expect(try answer.json()["codes"] as? [Int] == [40007, 40003])
    let seen = try program.run("sheet", "лист.xlsx")
    #expect(seen.out.contains("40007"))
    #expect(!(answer.out + answer.error + seen.out).contains("Канарейкин"))
  }

  @Test(arguments: [("Код\n40007\n40007\n", "40007"), ("№;Код;ФИО\n1;40007;Образец\n2;;Пример\n", "B3")])
  func `refuses a list with a code twice, or without one`(list: String, named: String) throws {
    let program = try Program()
    defer { program.remove() }
    try Data(list.utf8).write(to: program.folder.appending(path: "коды.csv"))
    let answer = try program.run(
      ["blank", "protocol"] + work + ["--roster", "коды.csv", "-o", "лист.xlsx"])
    #expect(answer.exit == 1)
    #expect(answer.error.contains(named) && !answer.error.contains("Пример"))
    #expect(try program.names() == ["коды.csv"])
  }

  @Test(arguments: ["transcription", "protocol", "roster", "plan"])
  func `does not put an empty sheet in the place of another file`(kind: String) throws {
    let program = try Program()
    defer { program.remove() }
    let file = program.folder.appending(path: "лист.xlsx")
    let order =
      ["blank", kind] + (kind == "plan" ? [] : work + ["--codes", "40001-40003"]) + ["-o", "лист.xlsx"]
    #expect(try program.run(order).exit == 0)
    #expect(try program.run(order).exit == 0, "the same bytes are no other file")
    try Data("заполнено".utf8).write(to: file)
    let answer = try program.run(order + ["--lang", "ru"])
    #expect(answer.exit == 2 && answer.error.contains("Такой файл уже есть"))
    #expect(try Data(contentsOf: file) == Data("заполнено".utf8))
  }

  @Test func `says that the codes it fills in by itself are a guess`() throws {
    let program = try Program()
    defer { program.remove() }
    let answer = try program.run(["blank", "roster"] + work + ["--count", "25", "-o", "коды.xlsx"])
    #expect(answer.exit == 0)
    #expect(answer.error.contains("40001") && answer.error.contains("40025"))
  }

  @Test func `makes a sheet that is taken for a transcription, not for a form with participants`() throws {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.createDirectory(
      at: program.folder.appending(path: "почта"), withIntermediateDirectories: true)
    let order = work + ["--class", "1", "--count", "3", "--login", "edu380001", "-o", "почта/4А.xlsx"]
    #expect(try program.run(["blank", "transcription"] + order).exit == 0)
    let answer = try program.run("bulk", "почта", "--format", "json").json()
    let works = try #require(answer["works"] as? [[String: Any]])
    #expect(works.map { $0["school"] as? String } == ["edu380001"])
    let findings = try #require(works.first?["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["code"] as? String == "PRT006" })
  }

  @Test func `never writes over the form`() throws {
    let program = try Program()
    defer { program.remove() }
    let name = "Форма сбора результатов Математика 4 класс ВПР 2024.xlsx"
    try FileManager.default.copyItem(
      at: Job.root.appending(path: "forms/blank/\(name)"), to: program.folder.appending(path: name))
    let before = try program.files()
    #expect(try program.run("blank", "transcription", "--form", name, "-o", name).exit == 2)
    #expect(try program.files() == before)
  }
}
