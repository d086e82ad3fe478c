internal import Assessment
internal import Spreadsheet

/// An SVG drawing of 760 × 460 units, readable in black and white on A4.
struct Canvas {
  static let width = 760.0
  static let height = 460.0
  /// The frame of the data.
  static let frame = (left: 72.0, right: 736.0, top: 78.0, bottom: 386.0)

  let language: Language
  private var body: [String] = []

  init(_ language: Language) { self.language = language }

  var figures: Figures { Figures(language) }

  // MARK: Shapes

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ pen: Pen = .thin
  ) {
    body.append(
      "<line x1=\"\(Self.n(x1))\" y1=\"\(Self.n(y1))\" x2=\"\(Self.n(x2))\" y2=\"\(Self.n(y2))\" \(pen.attributes)/>"
    )
  }

  mutating func path(_ points: [(Double, Double)], _ pen: Pen) {
    guard !points.isEmpty else { return }
    let text = points.map { "\(Self.n($0.0)),\(Self.n($0.1))" }.joined(separator: " ")
    body.append("<polyline points=\"\(text)\" fill=\"none\" \(pen.attributes)/>")
  }

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Fill, pen: Pen? = .thin
  ) {
    let stroke = pen.map { " " + $0.attributes } ?? ""
    body.append(
      "<rect x=\"\(Self.n(x))\" y=\"\(Self.n(y))\" width=\"\(Self.n(width))\" height=\"\(Self.n(height))\" fill=\"\(fill.rawValue)\"\(stroke)/>"
    )
  }

  mutating func marker(_ shape: Marker, _ x: Double, _ y: Double, radius: Double = 5, fill: Fill = .ink) {
    body.append(shape.element(x, y, radius, fill))
  }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 13, anchor: Anchor = .middle,
    isBold: Bool = false,
    turned: Bool = false
  ) {
    let turn = turned ? " transform=\"rotate(-90 \(Self.n(x)) \(Self.n(y)))\"" : ""
    let weight = isBold ? " font-weight=\"bold\"" : ""
    body.append(
      "<text x=\"\(Self.n(x))\" y=\"\(Self.n(y))\" font-size=\"\(Self.n(size))\" text-anchor=\"\(anchor.rawValue)\"\(weight)\(turn)>\(XMLText.escaped(text))</text>"
    )
  }

  // MARK: The whole

  mutating func heading(_ title: String, _ subtitle: String, footer: String) {
    text(title, 16, 26, size: 17, anchor: .start, isBold: true)
    for (row, line) in Self.wrapped(subtitle, to: 104).prefix(2).enumerated() {
      text(line, 16, 46 + 17 * Double(row), size: 13, anchor: .start)
    }
    text(footer, 16, Self.height - 10, size: 11, anchor: .start)
  }

  /// Lines of so many letters at most.
  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  func document(_ name: String, title: String, description: String) -> String {
    // Several plots of one page must not share the names of their patterns.
    let shapes = body.joined(separator: "\n").replacing("url(#", with: "url(#\(name)-")
    let patterns = Fill.definitions.replacing("id=\"", with: "id=\"\(name)-")
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.n(Self.width)) \(Self.n(Self.height))" role="img" \
      font-family="DejaVu Sans, Arial, sans-serif" fill="#1a1a1a">
      <title>\(XMLText.escaped(title))</title>
      <desc>\(XMLText.escaped(description))</desc>
      \(patterns)
      <rect width="100%" height="100%" fill="#ffffff"/>
      \(shapes)
      </svg>

      """
  }

  /// A coordinate with two digits at most: the same bytes on every machine.
  static func n(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
