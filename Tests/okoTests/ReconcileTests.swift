import Foundation
import Testing

/// `oko reconcile`: uploaded forms against what the system gave back.
struct `Reconciling a form with its export` {
  private static let forms = [
    "4-МА": "Форма сбора результатов Математика 4 класс ВПР 2024.xlsx",
    "7-ГГ": "Форма сбора результатов География 7 класс ВПР 2025.xlsx",
    "8-АЯ": "Форма сбора результатов Английский язык 8 класс ВПР 2026.xlsx",
  ]

  /// A folder with a filled form and an export of `fixtures/exports`.
  private func program(_ export: String, _ work: String = "4-МА") throws -> (Program, form: String) {
    let program = try Program()
    let form = try #require(Self.forms[work])
    try FileManager.default.copyItem(
      at: Job.root.appending(path: "forms/filled/\(form)"), to: program.folder.appending(path: form))
    try program.take(export: "\(export)/Ф1_Индивидуальные результаты.xlsx", as: "Ф1.xlsx")
    return (program, form)
  }

  private func codes(_ json: [String: Any]) -> [String] {
    (json["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }

  @Test(arguments: ["4-МА", "7-ГГ", "8-АЯ"])
  func `proves cell by cell that the system took what stands in the form`(work: String) throws {
    let (program, form) = try program("school/\(work)", work)
    defer { program.remove() }
    let answer = try program.run("reconcile", form, "Ф1.xlsx", "--format", "json")
    #expect(answer.exit == 0, "\(answer.out.suffix(900))\(answer.error)")
    let json = try answer.json()
    #expect(json["status"] as? String == "clean")
    let compared = try #require(json["compared"] as? [String: Any])
    #expect(compared["both"] as? Int == 22 && compared["different"] as? Int == 0)
    #expect((compared["cells"] as? Int ?? 0) > 22 * 10)
    #expect(
      try program.run("reconcile", form, "Ф1.xlsx").out.contains("Система приняла то, что стоит в форме"))
  }

  @Test func `takes 0 for X where the system has no X, and says so`() throws {
    let (program, form) = try program("zeros")
    defer { program.remove() }
    let answer = try program.run("reconcile", form, "Ф1.xlsx", "--lang", "en")
    #expect(answer.exit == 0 && answer.out.contains("0 was taken for the form's X"), "\(answer.out)")
  }

  @Test(arguments: [("other-year", "2023"), ("other-subject", "Русский язык")])
  func `says once that the export is of another work`(export: String, word: String) throws {
    let (program, form) = try program(export)
    defer { program.remove() }
    let answer = try program.run("reconcile", form, "Ф1.xlsx", "--format", "json")
    #expect(answer.exit == 1)
    let json = try answer.json()
    #expect(codes(json) == ["TPL006"] && json["compared"] is NSNull)
    let text = try program.run("reconcile", form, "Ф1.xlsx")
    #expect(text.out.contains(word) && text.out.contains("о разных работах"))
  }

  @Test func `says once that the export is another school's`() throws {
    let (program, form) = try program("other-school")
    defer { program.remove() }
    let answer = try program.run("reconcile", form, "Ф1.xlsx", "--format", "json")
    #expect(try answer.exit == 1 && codes(answer.json()) == ["XCK006"])
    #expect(answer.out.contains("edu990002"))
  }

  @Test func `asks which school of a district's export counts`() throws {
    let (program, form) = try program("district")
    defer { program.remove() }
    let which = try program.run("reconcile", form, "Ф1.xlsx")
    #expect(which.exit == 2 && which.error.contains("edu990001, edu990002"))
    #expect(try program.run("reconcile", form, "Ф1.xlsx", "--login", "edu990001").exit == 0)
    #expect(try program.run("reconcile", form, "Ф1.xlsx", "--login", "edu111111").exit == 1)
  }

  @Test(arguments: ["damaged", "no-title"])
  func `refuses an export that is not whole, and names nobody`(export: String) throws {
    let (program, form) = try program(export)
    defer { program.remove() }
    for arguments in [["--format", "json"], ["--lang", "ru"], ["--lang", "en"]] {
      let answer = try program.run(["reconcile", form, "Ф1.xlsx"] + arguments)
      #expect(answer.exit == 3 && !(answer.out + answer.error).contains("Канарейкин"))
    }
    #expect(codes(try program.run("reconcile", form, "Ф1.xlsx", "--format", "json").json()) == ["TPL001"])
  }

  @Test func `names every cell in which they differ, in every form of a report`() throws {
    let (program, form) = try program("changed")
    defer { program.remove() }
    let reports = ["html", "xlsx", "csv", "junit", "sarif"].flatMap { ["--report", "\($0)=отчёт.\($0)"] }
    let answer = try program.run(["reconcile", form, "Ф1.xlsx", "--format", "json"] + reports)
    #expect(answer.exit == 1, "\(answer.error)")
    let findings = try answer.json()["findings"] as? [[String: Any]] ?? []
    let file = Job.root.appending(path: "exports/changed/truth.json")
    let truth = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let wanted = try #require(truth["differ"] as? [[String: Any]])
    let found = findings.filter { $0["code"] as? String == "XCK006" }.map { finding in
      let location = finding["location"] as? [String: Any] ?? [:]
      return "\(location["participant"] ?? "") \(location["cell"] ?? "")"
    }
    #expect(Set(found) == Set(wanted.map { "\($0["code"] ?? "") \($0["cell"] ?? "")" }))
    #expect(Set(findings.compactMap { $0["code"] as? String }) == ["XCK006", "SCR010"])
    let names = try program.names()
    #expect(["html", "xlsx", "csv", "junit", "sarif"].allSatisfy { names.contains("отчёт.\($0)") })
    #expect(try program.run("reconcile", form, "нет.xlsx").exit == 4)
    #expect(try program.run("reconcile", "Ф1.xlsx", "Ф1.xlsx").exit != 0)
  }
}
