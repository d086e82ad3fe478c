import Testing

@testable import Spreadsheet

/// The fast way through small parts tells what expat tells, or nothing at all.
@Suite struct `Plain XML` {
  /// What was told, as lines.
  private final class Log: XMLEvents {
    var lines: [String] = []

    func start(_ element: XMLElement) throws(SpreadsheetError) {
      let values = [element["a"], element["b"], element["id"], element.qualified("id"), element["xmlns"]]
      lines.append("<\(element.name) \(element.isKnown) \(values.map { $0 ?? "-" })")
    }

    func end(_ name: String) throws(SpreadsheetError) { lines.append(">\(name)") }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
      let text = String(decoding: bytes, as: UTF8.self)
      // expat breaks text where it likes.
      if let last = lines.last, last.hasPrefix("=") {
        lines[lines.count - 1] = last + text
      } else {
        lines.append("=" + text)
      }
    }
  }

  private func strict(_ text: String, limits: Limits = Limits()) -> [String]? {
    let log = Log()
    do throws(SpreadsheetError) {
      try XMLReader.read(Array(text.utf8), into: log, limits: limits)
    } catch { return nil }
    return log.lines
  }

  private func plain(_ text: String, limits: Limits = Limits()) throws -> [String]? {
    let log = Log()
    let isTold = try Array(text.utf8).withView { view throws(SpreadsheetError) in
      try PlainXML.tell(view, to: log, limits: limits)
    }
    if !isTold { #expect(log.lines.isEmpty, "nothing is told of what is not plain") }
    return isTold ? log.lines : nil
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  @Test(arguments: [
    "<a/>", "<a></a>", "<a>text</a>", "<a b=\"1\" a='2'/>", "<a ><b />\n<c\t></c ></a >\n",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<a/>",
    "<?xml version=\"1.0\"?><a/>", "\u{FEFF}<a/>",
    "<a a=\"&lt;&amp;&quot;&apos;&gt;\"/>", "<a a='\"'/>", "<a a=\"x=y\" b=\"'\"/>",
    "<x xmlns=\"\(main)\"><y xmlns:q=\"urn:q\"><q:z q:id=\"1\" id2=\"2\"/></y></x>",
    "<p:x xmlns:p=\"\(main)\"><p:y/><y xmlns=\"\(main)\"/><z/></p:x>",
    "<x xmlns=\"\(main)\" xmlns:id=\"urn:i\"><y xmlns=\"urn:other\" a=\"1\"><z/></y>"
      + "<z xml:space=\"preserve\"> </z></x>",
    "<x xmlns=\"\(main)\">Ёлка</x>", "<_a-b.c9/>",
  ])
  func `is told as expat tells it`(text: String) throws {
    let lines = try #require(try plain(text), "it is plain")
    #expect(lines == strict(text))
  }

  @Test(arguments: [
    // Not well-formed.
    "", " ", "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>text", "text<a/>", "<a b/>", "<a b=1/>",
    "<a b=\"1\"c=\"2\"/>", "<a b=\"1\" b=\"2\"/>", "<a b=\"<\"/>", "<a b=\"&\"/>", "<a b=\"&x;\"/>",
    "<a b=\"1/>",
    "<a", "<a ", "<a b", "<a b=", "<1a/>", "<-a/>", "<:a/>", "<a:/>", "<p:a/>", "<a p:b=\"1\"/>", "<a:b:c/>",
    "<a><b></a></b>", "<a>&</a>", "<a>]]></a>", "<a>\u{1}</a>", "<a b=\"\u{2}\"/>", "< a/>", "<a/ >", "<a//>",
    "<a xmlns:p=\"\"/>", "<a xmlns:xml=\"x\"/>", "<a xmlns:xmlns=\"x\"/>", "<x><y xmlns:q=\"u\"/><q:z/></x>",
    "<x xmlns:a=\"u\" xmlns:b=\"u\" a:id=\"1\" b:id=\"2\"/>", "<a xmlns=\"http://www.w3.org/2000/xmlns/\"/>",
    "<?xml version=\"1.0\"?><?xml version=\"1.0\"?><a/>", " <?xml version=\"1.0\"?><a/>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"maybe\"?><a/>", "<xmlns:a/>",
    // Lawful, and left to expat.
    "<!-- x --><a/>", "<a><!-- x --></a>", "<a><![CDATA[x]]></a>", "<a>&#65;</a>", "<a b=\"&#65;\"/>",
    "<a>\r\n</a>",
    "<a b=\"1\n2\"/>", "<?pi x?><a/>", "<a><?pi?></a>", "<!DOCTYPE a><a/>", "<ё/>", "<a ё=\"1\"/>",
    "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a/>", "<a>&amp;</a>", "<a>></a>", "<a b=\"\t\"/>",
    "<a xmlns=\"\"/>", "<a id=\"1\" p:id=\"2\" xmlns:p=\"u\"/>",
  ])
  func `is left to expat`(text: String) throws {
    #expect(try plain(text) == nil)
  }

  @Test func `keeps the limits of the strict way`() throws {
    var limits = Limits()
    limits.depth = 3
    limits.attributes = 2
    limits.tokenBytes = 20
    for text in [
      "<a><b><c><d/></c></b></a>", "<a a=\"1\" b=\"2\" c=\"3\"/>", "<a b=\"123456789012345678901\"/>",
    ] {
      #expect(try plain(text, limits: limits) == nil)
      #expect(strict(text, limits: limits) == nil)
    }
    #expect(try plain("<a><b><c a=\"1\" b=\"2\"/></b></a>", limits: limits) != nil)
  }

  @Test func `leaves out what somebody else has read`() throws {
    let text = Array("<a><b>anything < & at all</b><c/></a>".utf8)
    let log = Log()
    let isTold = try text.withView { view throws(SpreadsheetError) in
      try PlainXML.tell(view, leavingOut: 6..<25, to: log, limits: Limits())
    }
    #expect(isTold)
    #expect(log.lines.filter { $0.hasPrefix(">") } == [">b", ">c", ">a"])
  }

  @Test(arguments: 0...70)
  func `text is found clean whatever its length`(count: Int) {
    let clean = [UInt8](repeating: UInt8(ascii: "x"), count: count)
    #expect(clean.withView { $0.isCleanText(0..<count) })
    for place in 0..<count {
      for byte: UInt8 in [0, 7, 31, 0x80, 0xFF] {
        var dirty = clean
        dirty[place] = byte
        #expect(!dirty.withView { $0.isCleanText(0..<count) })
      }
      var tab = clean
      tab[place] = 9
      #expect(tab.withView { $0.isCleanText(0..<count) })
    }
  }
}
