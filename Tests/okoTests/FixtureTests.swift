import Foundation
import Testing

/// Every job of `fixtures/protocols`, run as a user runs it.
struct `The program on the fixtures` {
  @Test(arguments: Job.all("clean"))
  func `converts a clean job into a form that reads back as the truth`(job: Job) throws {
    let program = try Program()
    defer { program.remove() }
    let arguments = try job.arguments(in: program)
    let before = try program.files()
    let check = try program.run(["check"] + arguments + ["--format", "json"])
    #expect(check.exit == job.expect.exit, "\(check.out.suffix(600))\(check.error)")
    #expect(Self.heavyCodes(try check.json()).isEmpty)

    let convert = try program.run(["convert"] + arguments + ["-o", "out.xlsx", "--format", "json"])
    #expect(convert.exit == 0, "\(convert.error)")
    #expect(try convert.json()["status"] as? String == "written")
    #expect(try convert.json()["participants"] as? Int == job.expect.pupils)
    let after = try program.files()
    #expect(Set(after.keys) == Set(before.keys).union(["out.xlsx"]))
    #expect(before.allSatisfy { after[$0.key] == $0.value }, "an input changed")

    let back = try program.run("import", "out.xlsx")
    #expect(back.exit == 0, "\(back.error)")
    let truth = try JSONSerialization.jsonObject(
      with: Data(contentsOf: job.folder.appending(path: "truth.json")))
    let wanted =
      (truth as? [String: Any])?["participants"] as? [NSDictionary] ?? (truth as? [NSDictionary] ?? [])
    let got = try back.json()["participants"] as? [NSDictionary] ?? []
    #expect(!wanted.isEmpty && got.count == wanted.count)
    for (a, b) in zip(got, wanted) { Self.expectAgree(a, b) }
    for answer in [check, convert, back] { #expect(!(answer.out + answer.error).contains("Канарейкин")) }
  }

  @Test(arguments: Job.all("broken"))
  func `says what is wrong in a broken job, where it is, and nothing else`(job: Job) throws {
    let program = try Program()
    defer { program.remove() }
    let arguments = try job.arguments(in: program)
    let before = try program.files()
    let check = try program.run(["check"] + arguments + ["--format", "json"])
    #expect(check.exit == job.expect.exit, "\(check.error)")
    let answer = try check.json()
    let findings = answer["findings"] as? [[String: Any]] ?? []
    let code = job.folder.lastPathComponent
    let mine = findings.filter { $0["code"] as? String == code }
    #expect(!mine.isEmpty, "\(code) is not reported: \(findings.compactMap { $0["code"] })")
    if job.expect.loose != true {
      let other = Self.heavyCodes(answer).subtracting([code]).subtracting(job.expect.allow ?? [])
      #expect(other.isEmpty, "beside \(code) also \(other)")
    }
    let places = mine.compactMap { $0["location"] as? [String: Any] }
    if let cell = job.expect.cell {
      #expect(
        places.contains { $0["cell"] as? String == cell },
        "\(code) not at \(cell): \(places.map { $0["cell"] ?? "" })")
    }
    if let participant = job.expect.participant {
      #expect(places.contains { "\($0["participant"] ?? "")" == String(participant) })
    }
    let convert = try program.run(["convert"] + arguments + ["-o", "out.xlsx"])
    let isLight = Self.heavyCodes(answer).isEmpty
    #expect(convert.exit == (isLight ? 0 : job.expect.exit == 3 ? 3 : 5))
    #expect(Set(try program.files().keys) == Set(before.keys).union(isLight ? ["out.xlsx"] : []))
    for answer in [check, convert] { #expect(!(answer.out + answer.error).contains("Канарейкин")) }
  }

  /// The codes at query or above that stand for themselves.
  private static func heavyCodes(_ answer: [String: Any]) -> Set<String> {
    let findings = answer["findings"] as? [[String: Any]] ?? []
    return Set(
      findings.filter {
        ["fatal", "error", "query"].contains($0["severity"] as? String) && $0["cause"] is NSNull
      }
      .compactMap { $0["code"] as? String })
  }

  /// Every value of the truth must read back; task names may be spelled either way.
  private static func expectAgree(_ got: NSDictionary, _ wanted: NSDictionary) {
    for (key, value) in wanted {
      guard let key = key as? String else { continue }
      if value is NSNull || (value as? NSDictionary)?.count == 0 || (value as? NSArray)?.count == 0 {
        continue
      }
      #expect(
        (got[key] as? NSObject)?.isEqual(value) == true, "\(key): \(got[key] ?? "nil") instead of \(value)")
    }
  }
}
