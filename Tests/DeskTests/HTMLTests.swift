import Testing

@testable import Desk

struct `Markup of a page` {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"), ("'", "&#39;"), ("a & b", "a &amp; b"),
    ("4\u{202E}2", "4\u{FFFD}2"), ("\u{0}\u{7}", "\u{FFFD}\u{FFFD}"),
    ("первый\nвторой\t", "первый\nвторой\t"),
  ])
  func `escapes every value`(value: String, expected: String) {
    let markup: HTML = "<p title=\"\(value)\">\(value)</p>"
    #expect(markup.text == "<p title=\"\(expected)\">\(expected)</p>")
  }

  @Test
  func `takes markup as it is, and lists of it`() {
    let item: HTML = "<li>\("<")</li>"
    let list: HTML = "<ul>\([item, item])</ul>\(HTML?.none)\(7)"
    #expect(list.text == "<ul><li>&lt;</li><li>&lt;</li></ul>7")
  }
}

struct `A name that nobody can guess` {
  @Test
  func `is of 32 digits and never the same`() {
    let names = Set((0..<1000).map { _ in RandomID.make() })
    #expect(names.count == 1000)
    #expect(names.allSatisfy { RandomID.isOne($0) })
  }

  @Test(arguments: [
    "", "..", "../../etc/passwd", String(repeating: "A", count: 32), String(repeating: "0", count: 31) + "/",
  ])
  func `is nothing else`(text: String) { #expect(!RandomID.isOne(text)) }
}
