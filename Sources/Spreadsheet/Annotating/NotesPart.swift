/// The notes of a sheet: those of its owner stay, those of our author are taken away and made anew.
struct NotesPart {
  /// A note of a cell.
  typealias Note = (cell: CellReference, text: String)

  private let outline: XMLOutline
  /// The number of our author among the authors of the part; the next one when it is not among them.
  private let authorNumber: Int
  private let authors: (index: Int, element: XMLOutline.Element)
  private let list: (index: Int, element: XMLOutline.Element)
  private let author: String
  private let isKnownAuthor: Bool

  /// A part as it stands; `nil` makes a new one.
  init(_ bytes: [UInt8]?, author: String, _ dialect: PackageDialect, limits: Limits) throws(SpreadsheetError)
  {
    outline = try XMLOutline(bytes ?? Self.empty(dialect), depth: 3, limits: limits)
    guard let authors = outline.section("authors"), let list = outline.section("commentList") else {
      throw SpreadsheetError(.cannotWrite)
    }
    let names = outline.children(of: authors.index).map { [outline] in XMLText.plain(outline.raw($0.content))
    }
    authorNumber = names.firstIndex(of: author) ?? names.count
    isKnownAuthor = names.contains(author)
    self.authors = authors
    self.list = list
    self.author = author
  }

  private var all: [(element: XMLOutline.Element, cell: CellReference?, isOurs: Bool)] {
    outline.children(of: list.index).map { element in
      let tag = outline.tag(of: element)
      let isOurs =
        isKnownAuthor && tag["authorId"] == String(authorNumber) || isSigned(outline.raw(element.content))
      return (element, tag["ref"].flatMap { CellReference($0) }, isOurs)
    }
  }

  /// Whether the text of a note begins with our author's name: programs that save a workbook may drop authors.
  private func isSigned(_ content: String) -> Bool {
    var text = ""
    var isTag = false
    for character in content where text.count <= author.count {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        text.append(character)
      }
    }
    return text == author + ":"
  }

  /// The cells that have a note of our author.
  var ours: Set<CellReference> { Set(all.filter(\.isOurs).compactMap(\.cell)) }

  /// The cells that have a note of somebody else.
  var theirs: Set<CellReference> { Set(all.filter { !$0.isOurs }.compactMap(\.cell)) }

  /// The part without the old notes of our author and with new ones.
  func bytes(with notes: [Note]) -> [UInt8] {
    var patch = XMLPatch()
    for note in all where note.isOurs { patch.replace(note.element.whole, with: "") }
    let p = list.element.prefix
    if !isKnownAuthor, !notes.isEmpty {
      patch.append("<\(p)author>\(XMLText.escaped(author))</\(p)author>", to: authors.element, in: outline)
    }
    let added = notes.map { cell, text in
      "<\(p)comment ref=\"\(cell)\" authorId=\"\(authorNumber)\"><\(p)text><\(p)r><\(p)rPr><\(p)sz val=\"9\"/>"
        + "<\(p)rFont val=\"Tahoma\"/><\(p)family val=\"2\"/></\(p)rPr><\(p)t xml:space=\"preserve\">"
        + "\(XMLText.escaped("\(author):\n\(text)"))</\(p)t></\(p)r></\(p)text></\(p)comment>"
    }
    if !added.isEmpty { patch.append(added.joined(), to: list.element, in: outline) }
    return patch.applied(to: outline.bytes)
  }

  private static func empty(_ dialect: PackageDialect) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <comments xmlns="\(dialect.main)"><authors></authors><commentList></commentList></comments>
      """.utf8)
  }
}
