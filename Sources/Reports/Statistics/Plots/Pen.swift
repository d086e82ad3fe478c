/// A line: its colour, width and dashes; dashes tell lines apart where colours are lost.
struct Pen {
  enum Dash: String {
    case solid = ""
    case dashed = "7 4"
    case dotted = "2 3"
  }

  var colour = "#1a1a1a"
  var width = 1.0
  var dash = Dash.solid

  static let thin = Pen()
  static let grid = Pen(colour: "#d9d9d9", width: 0.8)
  static let thick = Pen(width: 2)
  static let dashed = Pen(width: 1.4, dash: .dashed)
  static let dotted = Pen(width: 1.2, dash: .dotted)

  var attributes: String {
    let dashes = dash == .solid ? "" : " stroke-dasharray=\"\(dash.rawValue)\""
    return "stroke=\"\(colour)\" stroke-width=\"\(Canvas.n(width))\"\(dashes)"
  }
}

/// Where a text holds on to its point.
enum Anchor: String {
  case start, middle, end
}

/// What a shape is filled with: colours that differ in lightness, and patterns that differ without any colour.
enum Fill: String {
  case none
  case ink = "#1a1a1a"
  case white = "#ffffff"
  case band = "#e6eef5"
  case neutral = "#f4f1e4"
  case warm = "url(#warm)"
  case cool = "url(#cool)"
  case mark2 = "url(#mark2)"
  case mark3 = "url(#mark3)"
  case mark4 = "url(#mark4)"
  case mark5 = "url(#mark5)"

  /// The fill of a mark.
  static func mark(_ mark: Int) -> Fill {
    switch mark {
    case 2: .mark2
    case 3: .mark3
    case 4: .mark4
    default: .mark5
    }
  }

  /// The patterns, for the head of a document.
  static let definitions = """
    <defs>
    \(pattern("mark2", "#f3c9c2", "#9e2a1f", "M0 0L8 8M-2 6L2 10M6 -2L10 2"))
    \(pattern("mark3", "#fbe3b3", "#a36a00", "M0 4H8"))
    \(pattern("mark4", "#d6ebc4", "#3f7d20", "M4 0V8"))
    \(pattern("mark5", "#a9d3bd", "#0f5c3a", "M0 8L8 0M-2 2L2 -2M6 10L10 6M0 0L8 8M-2 6L2 10M6 -2L10 2"))
    \(pattern("warm", "#fbe2dd", "#e3a79c", "M0 8L8 0M-2 2L2 -2M6 10L10 6"))
    \(pattern("cool", "#dceaf3", "#9dbdd3", "M0 4H8"))
    </defs>
    """

  private static func pattern(_ id: String, _ ground: String, _ stroke: String, _ path: String) -> String {
    "<pattern id=\"\(id)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"\(ground)\"/><path d=\"\(path)\" stroke=\"\(stroke)\" stroke-width=\"1.3\" fill=\"none\"/></pattern>"
  }
}

/// The shape of a point.
enum Marker {
  case circle, square, diamond, triangle

  /// The shape of a mark.
  static func mark(_ mark: Int) -> Marker {
    switch mark {
    case 2: .triangle
    case 3: .square
    case 4: .circle
    default: .diamond
    }
  }

  func element(_ x: Double, _ y: Double, _ r: Double, _ fill: Fill) -> String {
    let look = "fill=\"\(fill.rawValue)\" stroke=\"#1a1a1a\" stroke-width=\"1.2\""
    func polygon(_ points: [(Double, Double)]) -> String {
      let text = points.map { "\(Canvas.n(x + $0.0 * r)),\(Canvas.n(y + $0.1 * r))" }.joined(separator: " ")
      return "<polygon points=\"\(text)\" \(look)/>"
    }
    switch self {
    case .circle: return "<circle cx=\"\(Canvas.n(x))\" cy=\"\(Canvas.n(y))\" r=\"\(Canvas.n(r))\" \(look)/>"
    case .square: return polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
    case .diamond: return polygon([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
    case .triangle: return polygon([(0, -1.2), (1.1, 0.8), (-1.1, 0.8)])
    }
  }
}
