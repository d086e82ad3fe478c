import Assessment
import Foundation
import Spreadsheet
import Testing

@testable import Reports

@Suite struct `The catalogue of rules` {
  private func text(_ format: RuleCatalogue.Format, _ language: Language = .ru) -> String {
    String(decoding: RuleCatalogue(language).bytes(format), as: UTF8.self)
  }

  @Test(arguments: RuleCatalogue.Format.allCases, Language.allCases)
  func `holds every rule with its words`(format: RuleCatalogue.Format, language: Language) {
    let text = text(format, language).replacing("\u{A0}", with: " ").replacing("\\", with: "")
    for rule in RuleBook.all {
      #expect(text.contains(rule.code) && text.contains(rule.slug), "\(rule.code)")
      let why = rule.why[language].replacing(
        "\"", with: format == .html ? "&quot;" : format == .csv ? "\"\"" : "\"")
      #expect(text.contains(why), "\(rule.code)")
    }
  }

  @Test func `is a CSV table with a row for each rule`() throws {
    let sheet = try Workbook(reading: RuleCatalogue(.ru).bytes(.csv)).sheets[0]
    #expect(sheet.rows.count == RuleBook.all.count + 1)
    #expect(
      sheet.rows.dropFirst().map { sheet[CellReference(row: $0.number, column: 0)].description }
        == RuleBook.all.map(\.code))
  }

  @Test func `is a page that needs nothing from outside`() {
    let page = text(.html)
    for word in ["<script", "src=", "http://", "https://", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("<a href=\"#SCR004\">") && page.contains("id=\"SCR004\""))
  }

  @Test func `keeps the field names of a rule`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(RuleCatalogue(.ru).bytes(.json)))
    let rules = try #require((object as? [String: Any])?["rules"] as? [[String: Any]])
    let names: Set = [
      "code", "slug", "severity", "phase", "title", "message", "why", "mend", "steps", "basis", "examples",
    ]
    for rule in rules { #expect(Set(rule.keys) == names) }
  }

  @Test func `says in which menu of which program, where they differ`() throws {
    let rule = try #require(RuleBook.rule("FIL002"))
    let page = RulePage(rule, .ru).text
    for program in ["Excel", "LibreOffice", "МойОфис"] { #expect(page.contains("  \(program): ")) }
    #expect(page.contains("Сохранить с паролем"))
    for rule in RuleBook.all where !rule.steps.isEmpty {
      #expect(rule.steps.map(\.program) == ["Excel", "LibreOffice", "МойОфис"], "\(rule.code)")
    }
  }

  @Test func `shows what is wrong and what is right, column below column`() throws {
    let page = RulePage(try #require(RuleBook.rule("SCR004")), .ru).text
    #expect(page.contains("  Код    Вариант  1 (1б)") && page.contains("↓3"))
    #expect(page.contains("Так неверно") && page.contains("Так верно"))
  }
}
