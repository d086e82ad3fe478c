internal import Assessment
internal import Objectivity

extension Plot {
  /// Works by total beside the rest, with the boundaries of marks: every score stands on the axis, also an empty one.
  static func scores(_ set: ThresholdAnalysis.Set, name: String, school: String) -> Plot {
    let total = Double(set.rest.reduce(0, +))
    let scaled = set.rest.map { Double($0) * Double(set.participants) / max(1, total) }
    let marks = set.histogram.indices.map { points in 2 + set.cuts.count { points >= $0 } }
    let table = StatisticsTable(
      name, Text("Первичные баллы: \(school)", "Primary scores: \(school)"),
      [
        Text("Балл", "Score"), Text("Отметка", "Mark"), Text("Участников", "Participants"),
        Text("Ожидается по остальным", "Expected by the rest"),
      ],
      set.histogram.indices.map { points in
        [
          .count(points), .count(marks[points]), .count(set.histogram[points]),
          .number(total > 0 ? scaled[points] : nil, digits: 2),
        ]
      })
    return Plot(
      name,
      title: Text("Первичные баллы и границы отметок: \(school)", "Primary scores and marks: \(school)"),
      subtitle: subtitle(set), table: table
    ) { canvas in
      let top = max(set.histogram.map(Double.init).max() ?? 0, scaled.max() ?? 0, 1)
      let x = Axis.horizontal(-0.8, Double(set.histogram.count) - 0.2)
      let y = Axis.vertical(0, top * 1.18)
      let ticks = y.ticks(about: 5).filter { $0 == $0.rounded() }
      canvas.vertical(y, ticks: ticks, label: canvas.language.say("участников", "participants"))
      let width = (x(1) - x(0)) * 0.78
      for (points, count) in set.histogram.enumerated() where count > 0 {
        canvas.rect(
          x(Double(points)) - width / 2, y(Double(count)), width, y(0) - y(Double(count)),
          fill: .mark(marks[points]))
      }
      for (place, cut) in set.cuts.enumerated() {
        let at = x(Double(cut) - 0.5)
        canvas.line(at, Canvas.frame.top, at, Canvas.frame.bottom, .dashed)
        canvas.text(
          canvas.language.say("«\(place + 3)» с \(cut)", "«\(place + 3)» from \(cut)"), at + 4,
          Canvas.frame.top + 12, size: 12, anchor: .start)
      }
      let line = scaled.enumerated().map { (x(Double($0.offset)), y($0.element)) }
      if total > 0 { canvas.path(line, .thick) }
      for point in line where total > 0 { canvas.marker(.circle, point.0, point.1, radius: 2.6) }
      canvas.frameLines()
      canvas.horizontal(
        x,
        ticks: set.histogram.indices.map(Double.init).filter {
          set.histogram.count <= 32 || Int($0) % 2 == 0
        },
        label: canvas.language.say(
          "первичный балл; столбцы — школа"
            + (total > 0 ? ", линия — остальные в пересчёте на \(set.participants)" : ""),
          "primary score; bars: the school"
            + (total > 0 ? ", line: the rest scaled to \(set.participants)" : "")))
    }
  }

  private static func subtitle(_ set: ThresholdAnalysis.Set) -> Text {
    guard let test = set.test.value else {
      if !set.test.isWithheld {
        return Text(
          "Участников \(set.participants). Сравнить не с кем.",
          "Participants: \(set.participants). There is nobody to compare with.")
      }
      return Text(
        "Участников \(set.participants): по одной работе выводов нет.",
        "Participants: \(set.participants). No conclusion from this work alone.")
    }
    let (ru, en) = (Figures(.ru), Figures(.en))
    return Text(
      "Над границей / под границей: \(test.above) / \(test.below); ожидалось над границей \(ru.decimal(test.expected, 1)); p \(ru.probability(test.p)).",
      "Above / below a boundary: \(test.above) / \(test.below); expected above: \(en.decimal(test.expected, 1)); p \(en.probability(test.p))."
    )
  }
}
