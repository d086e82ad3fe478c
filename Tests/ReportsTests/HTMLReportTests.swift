import Assessment
import Foundation
import Spreadsheet
import Testing

@testable import Reports

@Suite struct `The page` {
  private func page(_ checked: Checked, _ language: Language = .ru) throws -> String {
    String(decoding: try ReportFormat.html.bytes(checked.inspection, language, version: "1.2"), as: UTF8.self)
  }

  @Test func `needs nothing from outside and lets nothing run`() throws {
    let page = try page(.spoiled())
    for word in ["<script", "src=", "href=", "url(", "@import", "javascript:", "http://", "https://"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
  }

  @Test func `names its style sheet by the digest of what stands in it`() throws {
    let page = try page(.spoiled())
    let style = try #require(
      page.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
    let hex = sha256(Array(style.utf8))
    let bytes = stride(from: 0, to: 64, by: 2).map { place in
      UInt8(hex.dropFirst(place).prefix(2), radix: 16) ?? 0
    }
    #expect(page.contains("'sha256-\(Data(bytes).base64EncodedString())'"))
  }

  @Test func `shows the row as it was read, with the cell marked`() throws {
    let page = try page(.spoiled())
    let article = try #require(page.components(separatedBy: "<article").first { $0.contains("SCR004") })
    #expect(article.contains("<td class=\"wrong\"><mark>7</mark></td>"))
    #expect(article.contains("<td>40051</td>") && article.components(separatedBy: "<td").count == 21)
    #expect(article.contains("<th scope=\"row\" class=\"row\">2</th>"))
  }

  @Test func `hides what may be a name also in the row`() throws {
    let page = try page(.spoiled())
    let article = try #require(page.components(separatedBy: "<article").first { $0.contains("SCR002") })
    #expect(article.contains("<mark>скрыто</mark>"))
  }

  @Test func `has a line to sign, and says when all is well`() throws {
    let page = try page(Checked(Checked.clean))
    #expect(page.contains("<p class=\"verdict clean\">Ошибок нет."))
    #expect(page.contains("подпись") && page.contains("дата") && page.contains("oko 1.2"))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"ru\">"))
    #expect(try self.page(Checked(Checked.clean), .en).contains("<html lang=\"en\">"))
  }

  @Test(arguments: [
    ("Задание 3: указано 7 баллов", "Задание 3: указано 7\u{A0}баллов"),
    ("балл от 0 до 2", "балл от\u{A0}0 до\u{A0}2"),
    ("максимум — 2", "максимум\u{A0}— 2"), ("№ 5 в форме", "№\u{A0}5 в\u{A0}форме"),
    ("всё верно", "всё верно"),
  ])
  func `keeps together what belongs together`(text: String, set: String) {
    #expect(Typography.set(text, .ru) == set)
  }
}
