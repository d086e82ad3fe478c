import Foundation
import Testing

/// `oko import` of an export of ФИС ОКО.
struct `Importing an export` {
  @Test(arguments: ["json", "csv", "xlsx", "ods"])
  func `writes it as data or as a plain table`(kind: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.take(export: "school/4-МА/Ф1_Индивидуальные результаты.xlsx", as: "Ф1.xlsx")
    let answer = try program.run("import", "Ф1.xlsx", "-o", "out.\(kind)")
    #expect(answer.exit == 0 && answer.out.isEmpty && answer.error.isEmpty)
    let seen =
      kind == "json" ? try program.text("out.json") : try program.run("sheet", "out.\(kind)").out
    #expect(seen.contains("edu990001") && seen.contains("40033") && !seen.contains("Канарейкин"))
  }

  @Test(
    arguments: [
      ("damaged", "в D12 не то"), ("no-title", "нет строки «ВПР 2024 Математика 4 класс»"),
    ])
  func `says why it cannot be taken, and names nobody`(folder: String, words: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.take(export: "\(folder)/Ф1_Индивидуальные результаты.xlsx", as: "Ф1.xlsx")
    let answer = try program.run("import", "Ф1.xlsx", "-o", "out.json")
    #expect(answer.exit == 3 && answer.out.isEmpty)
    #expect(answer.error.contains(words), "\(answer.error)")
    #expect(!answer.error.contains("Канарейкин"))
    #expect(try program.names() == ["Ф1.xlsx"])
  }
}

extension Program {
  /// Copies a file of `fixtures/exports` into the folder.
  func take(export path: String, as name: String) throws {
    try FileManager.default.copyItem(
      at: Job.root.appending(path: "exports/\(path)"), to: folder.appending(path: name))
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
