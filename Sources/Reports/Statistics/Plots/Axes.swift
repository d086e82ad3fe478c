internal import Assessment

/// A stretch of numbers laid on a stretch of the drawing.
struct Axis {
  let low: Double
  let high: Double
  let from: Double
  let to: Double

  /// The horizontal axis of the frame.
  static func horizontal(_ low: Double, _ high: Double) -> Axis {
    Axis(low: low, high: high, from: Canvas.frame.left, to: Canvas.frame.right)
  }

  /// The vertical axis of the frame, upwards.
  static func vertical(_ low: Double, _ high: Double) -> Axis {
    Axis(low: low, high: high, from: Canvas.frame.bottom, to: Canvas.frame.top)
  }

  /// The place of a number.
  func callAsFunction(_ value: Double) -> Double { from + (value - low) / (high - low) * (to - from) }

  /// Round numbers, about so many.
  func ticks(about count: Int) -> [Double] {
    let rough = (high - low) / Double(count)
    var unit = 1.0
    while unit > rough { unit /= 10 }
    while unit * 10 <= rough { unit *= 10 }
    let step = [1, 2, 5, 10].map { unit * $0 }.first { $0 >= rough } ?? unit
    let first = (low / step).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    return first > last ? [] : stride(from: first, through: last, by: 1).map { $0 * step }
  }
}

extension Canvas {
  /// The frame's left and lower line.
  mutating func frameLines() {
    let frame = Self.frame
    line(frame.left, frame.bottom, frame.right, frame.bottom)
    line(frame.left, frame.top, frame.left, frame.bottom)
  }

  /// Numbers, ticks and the label of the horizontal axis.
  mutating func horizontal(_ axis: Axis, ticks: [Double], digits: Int = 0, label: String) {
    for tick in ticks {
      line(axis(tick), Self.frame.bottom, axis(tick), Self.frame.bottom + 5)
      text(figures.decimal(tick, digits), axis(tick), Self.frame.bottom + 19, size: 12)
    }
    text(label, (Self.frame.left + Self.frame.right) / 2, Self.frame.bottom + 39)
  }

  /// Numbers, a light grid and the label of the vertical axis.
  mutating func vertical(_ axis: Axis, ticks: [Double], digits: Int = 0, label: String) {
    for tick in ticks {
      line(Self.frame.left, axis(tick), Self.frame.right, axis(tick), .grid)
      text(figures.decimal(tick, digits), Self.frame.left - 8, axis(tick) + 4, size: 12, anchor: .end)
    }
    text(label, 20, (Self.frame.top + Self.frame.bottom) / 2, turned: true)
  }
}
