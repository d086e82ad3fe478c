import Assessment
import Foundation
import Spreadsheet
import Testing

@testable import Reports

/// What holds for every form of a report.
@Suite struct `Every report` {
  private func text(_ format: ReportFormat, _ checked: Checked, _ language: Language) throws -> String {
    let bytes = try format.bytes(checked.inspection, language, version: "1")
    guard format == .xlsx else {
      return String(decoding: bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
    }
    return try Workbook(reading: bytes).sheets.flatMap { sheet in
      sheet.cells.map { sheet.value(of: $0).description }
    }.joined(separator: "\n")
  }

  @Test(arguments: ReportFormat.allCases, Language.allCases)
  func `holds no name of a pupil`(format: ReportFormat, language: Language) throws {
    let text = try text(format, Checked.spoiled(), language)
    #expect(!text.isEmpty && !text.lowercased().contains("канарейк"))
  }

  @Test(arguments: ReportFormat.allCases.filter { $0 != .explanations }, Language.allCases)
  func `names the finding with its code and its cell`(format: ReportFormat, language: Language) throws {
    let text = try text(format, Checked.spoiled(), language)
    #expect(text.contains("SCR004") && text.contains("E2"))
    #expect(text.contains(language == .ru ? "указано 7 баллов" : "7 points given"))
  }

  @Test(arguments: ReportFormat.allCases.filter { ![.explanations, .csv].contains($0) })
  func `says what was not checked`(format: ReportFormat) throws {
    #expect(try text(format, Checked(Checked.clean), .ru).contains("второго источника нет"))
  }

  @Test(arguments: [ReportFormat.html, .junit])
  func `escapes what could be a tag`(format: ReportFormat) throws {
    let checked = try Checked(
      Checked.wrong, header: Checked.header + ";<script>alert(1)</script>;<b>\"&'",
      name: "<img src=x onerror=alert(1)>.csv")
    let text = try text(format, checked, .ru)
    #expect(text.contains("&lt;script&gt;") && text.contains("&lt;img"))
    #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("<b>"))
  }
}
