internal import Reports

/// Markup of a page, written as a literal: every value that is put into it is escaped.
///
/// There is no way from a `String` to markup but the literal itself, so that a forgotten call cannot open a hole.
public struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The markup.
  let text: String

  /// Markup without values.
  public init(stringLiteral text: String) { self.text = text }

  /// Markup with values.
  public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  private init(text: String) { self.text = text }

  /// A report, whose own markup escapes what is put into it.
  init(_ report: StatisticsHTML) { text = report.body }

  /// Nothing.
  static let nothing: HTML = ""

  /// Several pieces behind one another.
  static func joined(_ pieces: some Sequence<HTML>) -> HTML { HTML(text: pieces.map(\.text).joined()) }

  /// Text with what opens or closes markup, and what turns the writing direction, made harmless.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: result.append(contentsOf: "&quot;".unicodeScalars)
      case 0x27: result.append(contentsOf: "&#39;".unicodeScalars)
      case 0x09, 0x0A: result.append(scalar)
      case 0..<0x20, 0x7F...0x9F, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Gathers literals as they are and values escaped.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    fileprivate var text: String

    /// Room for a literal of a capacity, UTF-8 units.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// A piece of the literal.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// A value, escaped for text and for attributes in double quotes.
    public mutating func appendInterpolation(_ value: String) { text += HTML.escaped(value) }

    /// A number.
    public mutating func appendInterpolation(_ value: Int) { text += String(value) }

    /// Markup.
    public mutating func appendInterpolation(_ value: HTML) { text += value.text }

    /// Markup, or nothing.
    public mutating func appendInterpolation(_ value: HTML?) { text += value?.text ?? "" }

    /// Pieces of markup behind one another.
    public mutating func appendInterpolation(_ values: [HTML]) { for value in values { text += value.text } }

    /// Markup if something holds.
    public mutating func appendInterpolation(_ value: HTML, if condition: Bool) {
      if condition { text += value.text }
    }
  }
}
