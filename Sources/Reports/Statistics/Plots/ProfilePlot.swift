internal import Assessment
internal import Objectivity

extension Plot {
  /// The difficulty of each task against the school's distance from pupils with the same total.
  ///
  /// A line is drawn only when the contrast is a sign (p ≤ 0.01).
  static func profile(
    _ profile: ConditionalProfile, tasks: [WorkResults.Task], participants: Int, name: String, school: String
  ) -> Plot {
    let points = profile.tasks.enumerated().compactMap { place, task in
      task.contrast.z.map { (id: tasks[place].id, difficulty: 100 * task.difficulty, z: $0) }
    }
    let table = StatisticsTable(
      name, Text("Условный профиль: \(school)", "Conditional profile: \(school)"),
      [
        Text("Задание", "Task"), Text("Трудность, %", "Difficulty, %"),
        Text("Наблюдалось, долей максимума", "Seen, shares of the maximum"), Text("Ожидалось", "Expected"),
        Text("Z", "Z"),
      ],
      profile.tasks.enumerated().map { place, task in
        [
          .label(tasks[place].id), .number(100 * task.difficulty, digits: 0),
          .number(task.contrast.sum, digits: 2), .number(task.contrast.expected, digits: 2),
          .number(task.contrast.z, digits: 2),
        ]
      })
    let (ru, en) = (Figures(.ru), Figures(.en))
    return Plot(
      name,
      title: Text(
        "Лёгкие и трудные задания при том же балле: \(school)",
        "Easy and hard tasks at the same total: \(school)"),
      subtitle: Text(
        "Участников \(participants). Контраст «лёгкие хуже, трудные лучше»: Z = \(ru.decimal(profile.whole.z ?? 0, 2)), p \(ru.probability(profile.p)).",
        "Participants: \(participants). Contrast «easy worse, hard better»: Z = \(en.decimal(profile.whole.z ?? 0, 2)), p \(en.probability(profile.p))."
      ),
      table: table
    ) { canvas in
      let reach = max(3, (points.map { abs($0.z) }.max() ?? 0) + 0.4)
      let x = Axis.horizontal(0, 100)
      let y = Axis.vertical(-reach, reach)
      let frame = Canvas.frame
      canvas.rect(frame.left, y(1.96), frame.right - frame.left, y(-1.96) - y(1.96), fill: .band, pen: nil)
      canvas.vertical(
        y, ticks: y.ticks(about: 6), label: canvas.language.say("Z задания", "Z of the task"))
      canvas.line(frame.left, y(0), frame.right, y(0))
      if profile.p <= ProfileAnalysis.level, let line = Self.line(points.map { ($0.difficulty, $0.z) }) {
        let (from, to) = (points.map(\.difficulty).min() ?? 0, points.map(\.difficulty).max() ?? 100)
        canvas.path([from, to].map { (x($0), y(line.at + line.slope * $0)) }, .dashed)
      }
      for point in points {
        canvas.marker(
          abs(point.z) > 1.96 ? .diamond : .circle, x(point.difficulty), y(point.z),
          fill: abs(point.z) > 1.96 ? .ink : .white)
        // A label gives way to a point close to its right.
        let isCrowded = points.contains {
          let gap = (x($0.difficulty) - x(point.difficulty), y($0.z) - y(point.z))
          return 0 < gap.0 && gap.0 < 30 && abs(gap.1) < 12
        }
        canvas.text(
          point.id, x(point.difficulty) + (isCrowded ? -9 : 9), y(point.z) + 4, size: 12,
          anchor: isCrowded ? .end : .start)
      }
      canvas.frameLines()
      canvas.horizontal(
        x, ticks: x.ticks(about: 10),
        label: canvas.language.say(
          "трудность: 100 − % выполнения; полоса — ±1,96", "difficulty: 100 − % success; band: ±1.96"))
    }
  }

  /// The least-squares line of points.
  private static func line(_ points: [(Double, Double)]) -> (at: Double, slope: Double)? {
    let n = Double(points.count)
    let (mx, my) = (points.reduce(0) { $0 + $1.0 } / n, points.reduce(0) { $0 + $1.1 } / n)
    let spread = points.reduce(0) { $0 + ($1.0 - mx) * ($1.0 - mx) }
    guard points.count > 1, spread > 0 else { return nil }
    let slope = points.reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / spread
    return (my - slope * mx, slope)
  }
}
