internal import Assessment
internal import Objectivity

extension Plot {
  /// Means by the number of participants, with the limits that chance and the spread of schools allow.
  ///
  /// Only points outside the 95 % limits are labelled; nothing is put in order.
  static func funnel(_ work: MeansAnalysis.Work, name: String, own: String?) -> Plot {
    let shown = work.entries.filter { $0.point.value != nil }
    let table = StatisticsTable(
      name,
      Text(
        "Воронка средних: \(WorkName.text(work.work).ru)", "Funnel of means: \(WorkName.text(work.work).en)"),
      [
        Text("ОО", "School"), Text("Участников", "Participants"), Text("Средний %", "Mean %"),
        Text("Пределы 95 %, от", "95 % limits, from"), Text("до", "to"), Text("z", "z"), Text("p", "p"),
        Text("q", "q"), Text("Ожидается через год", "Expected next year"),
      ],
      work.entries.filter { $0.participants >= 5 }.map { entry in
        let point = entry.point.value
        let limits = point?.limits
        return [
          .label(entry.school), .count(entry.participants), .number(point?.mean, digits: 1),
          .number(limits?.low, digits: 1), .number(limits?.high, digits: 1),
          .number(point?.adjustedZ, digits: 2), .probability(point?.upper), .probability(entry.q),
          .number(point?.expected, digits: 1),
        ]
      })
    let (ru, en) = (Figures(.ru), Figures(.en))
    let reference = work.funnel.reference
    let points = shown.count + work.others.count { $0.value != nil }
    return Plot(
      name,
      title: Text(
        "Средний результат и число участников: \(WorkName.text(work.work).ru)",
        "Mean and participants: \(WorkName.text(work.work).en)"),
      subtitle: Text(
        "Школ \(points). Центр \(ru.decimal(reference.centre, 1)) %, разброс внутри школ \(ru.decimal(reference.within, 1)), между школами \(ru.decimal(reference.between.squareRoot(), 1)) п. п. Порядка школ нет.",
        "Schools: \(points). Centre \(en.decimal(reference.centre, 1)) %, spread within schools \(en.decimal(reference.within, 1)), between \(en.decimal(reference.between.squareRoot(), 1)) p.p. There is no order of schools."
      ), table: table
    ) { canvas in
      draw(work, shown, own, &canvas)
    }
  }

  private static func draw(
    _ work: MeansAnalysis.Work, _ shown: [MeansAnalysis.Entry], _ own: String?, _ canvas: inout Canvas
  ) {
    let others = work.others.compactMap(\.value)
    let most = Double(max(20, (shown.map(\.participants) + others.map(\.participants)).max() ?? 0)) * 1.08
    let x = Axis.horizontal(0, most)
    let y = Axis.vertical(0, 100)
    canvas.vertical(
      y, ticks: y.ticks(about: 5),
      label: canvas.language.say("средний % от максимума", "mean % of the maximum"))
    let sizes = stride(from: 5.0, through: most, by: most / 120).map { $0 }
    let lines: [(z: Double, spread: Bool, pen: Pen)] = [
      (Funnel.outer, true, .thin), (Funnel.inner, true, .dashed), (Funnel.inner, false, .dotted),
    ]
    for line in lines {
      let limits = sizes.map { ($0, work.funnel.limits(at: $0, z: line.z, spread: line.spread)) }
      canvas.path(limits.map { (x($0.0), y(min(100, $0.1.high))) }, line.pen)
      canvas.path(limits.map { (x($0.0), y(max(0, $0.1.low))) }, line.pen)
    }
    canvas.line(
      Canvas.frame.left, y(work.funnel.reference.centre), Canvas.frame.right, y(work.funnel.reference.centre),
      .thick)
    // The others of a school's version have no names.
    for point in others {
      canvas.marker(.circle, x(Double(point.participants)), y(point.mean), radius: 4.5, fill: .white)
    }
    for entry in shown {
      guard let point = entry.point.value else { continue }
      let place = (x(Double(entry.participants)), y(point.mean))
      let isOwn = entry.school == own
      let isOutside = point.isOutside
      canvas.marker(
        isOutside ? .diamond : .circle, place.0, place.1, radius: isOwn ? 6.5 : 4.5,
        fill: isOwn || isOutside ? .ink : .white)
      if isOwn || isOutside {
        label(
          entry.school, at: place,
          above: isOutside
            ? nil : y(min(98, work.funnel.limits(at: Double(entry.participants), z: Funnel.outer).high)),
          &canvas)
      }
    }
    canvas.frameLines()
    canvas.horizontal(
      x, ticks: x.ticks(about: 8),
      label: canvas.language.say(
        "участников; штрих — 95 %, сплошная — 99,8 %, точки — 95 % без разброса школ",
        "participants; dashed: 95 %, solid: 99.8 %, dotted: 95 % without the spread of schools"))
  }

  /// A name beside a point, or above the funnel with a line to its point, so that it hides no other one.
  private static func label(
    _ name: String, at place: (x: Double, y: Double), above limit: Double?, _ canvas: inout Canvas
  ) {
    // Near the right edge it stands on the other side.
    let isFar = place.x > Canvas.frame.right - 120
    guard let limit else {
      canvas.text(
        name, place.x + (isFar ? -10 : 10), place.y + 4, size: 12, anchor: isFar ? .end : .start)
      return
    }
    canvas.line(place.x, place.y, place.x, limit - 14)
    canvas.text(name, place.x + (isFar ? -5 : 5), limit - 8, size: 12, anchor: isFar ? .end : .start)
  }
}
