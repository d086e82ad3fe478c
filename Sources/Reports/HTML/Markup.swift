internal import Assessment
internal import Spreadsheet

/// A piece of a page. Text becomes one only by being escaped; names of elements and classes are known when the program
/// is built, so that nothing a person typed can become a tag.
package struct Markup: Sendable {
  let html: String

  /// An attribute of an element.
  package struct Attribute: Sendable {
    let name: StaticString
    let value: String

    package init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }

    /// The class by which the style sheet knows an element.
    package static func kind(_ name: String) -> Attribute { Attribute("class", name) }
  }

  private init(html: String) { self.html = html }

  /// Escaped text.
  package static func text(_ text: String) -> Markup { Markup(html: XMLText.escaped(text)) }

  /// Pieces one after another.
  package static func all(_ pieces: [Markup]) -> Markup { Markup(html: pieces.map(\.html).joined()) }

  /// An element with its content; attributes are escaped.
  package static func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: [Markup]
  ) -> Markup {
    let inside = content.map(\.html).joined()
    return Markup(html: "<\(name)\(Self.written(attributes))>\(inside)</\(name)>")
  }

  /// An element that has no content.
  package static func void(_ name: StaticString, _ attributes: [Attribute]) -> Markup {
    Markup(html: "<\(name)\(written(attributes))>")
  }

  /// A plot: a drawing of ours, which escapes its texts itself.
  static func drawing(_ plot: Plot, _ language: Language, of report: StatisticsReport) -> Markup {
    Markup(html: plot.svg(language, of: report))
  }

  /// A whole document.
  package static func document(_ language: String, head: [Markup], body: [Markup]) -> String {
    "<!DOCTYPE html>\n<html lang=\"\(XMLText.escaped(language))\">\n<head>\n"
      + head.map { $0.html + "\n" }.joined() + "</head>\n<body>\n" + body.map { $0.html + "\n" }.joined()
      + "</body>\n</html>\n"
  }

  /// The text of a style sheet, which is ours and is not escaped.
  package static func style(_ sheet: StaticString) -> Markup { Markup(html: "<style>\(sheet)</style>") }

  /// A whole page that loads nothing and runs nothing; its one style sheet is known by its digest.
  static func page(_ title: String, _ language: Language, _ body: [Markup]) -> String {
    document(
      language.rawValue,
      head: [
        .void("meta", [.init("charset", "utf-8")]),
        .void("meta", [.init("http-equiv", "Content-Security-Policy"), .init("content", policy)]),
        .void("meta", [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")]),
        .void("meta", [.init("name", "referrer"), .init("content", "no-referrer")]),
        .element("title", [], [.text(title)]), .style(HTMLStyle.sheet),
      ], body: [.element("main", [], body)])
  }

  static let policy =
    "default-src 'none'; style-src 'sha256-\(sha256Base64(Array("\(HTMLStyle.sheet)".utf8)))';"
    + " base-uri 'none'; form-action 'none'"

  private static func written(_ attributes: [Attribute]) -> String {
    attributes.map { " \($0.name)=\"\(XMLText.escaped($0.value))\"" }.joined()
  }
}
