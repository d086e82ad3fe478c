internal import Assessment
internal import Objectivity

extension Plot {
  /// Success in each task by mark: the school solid, the rest dashed; a mark with fewer than ten pupils is not drawn.
  ///
  /// - Returns: `nil` when no mark has ten pupils.
  static func groups(
    _ groups: MarkGroups, tasks: [WorkResults.Task], name: String, school: String
  ) -> Plot? {
    let shown = groups.groups.filter { $0.tasks.value != nil }
    guard !shown.isEmpty else { return nil }
    let table = StatisticsTable(
      name, Text("Задания по группам отметок: \(school)", "Tasks by mark: \(school)"),
      [Text("Задание", "Task")]
        + groups.groups.flatMap { group in
          [
            Text(
              "«\(group.mark)» школа, % (n=\(group.participants))",
              "«\(group.mark)» school, % (n=\(group.participants))"),
            Text("«\(group.mark)» остальные, %", "«\(group.mark)» rest, %"),
          ]
        },
      tasks.indices.map { task in
        [.label(tasks[task].id)]
          + groups.groups.flatMap { group -> [StatisticsTable.Cell] in
            [
              .number(group.tasks.value.map { 100 * $0[task] }, digits: 0),
              .number(group.rest.value.map { 100 * $0[task] }, digits: 0),
            ]
          }
      })
    let left = groups.groups.filter { $0.participants > 0 && $0.tasks.value == nil }
      .map { "«\($0.mark)» — \($0.participants)" }.joined(separator: ", ")
    return Plot(
      name, title: Text("Выполнение заданий по отметкам: \(school)", "Task success by mark: \(school)"),
      subtitle: Text(
        "Сплошная — школа, штрих — остальные"
          + (left.isEmpty ? "." : "; без групп меньше 10 участников (\(left))."),
        "Solid: the school, dashed: the rest"
          + (left.isEmpty ? "." : "; without groups under 10 participants (\(left)).")), table: table
    ) { canvas in
      let x = Axis.horizontal(0.5, Double(tasks.count) + 0.5)
      let y = Axis.vertical(0, 104)
      canvas.vertical(
        y, ticks: [0, 20, 40, 60, 80, 100], label: canvas.language.say("% выполнения", "success, %"))
      for (place, group) in shown.enumerated() {
        if let rest = group.rest.value {
          let others = rest.enumerated().map { (x(Double($0.offset + 1)), y(100 * $0.element)) }
          canvas.path(others, .dashed)
          // Dashed lines of several marks are told apart by the same shapes, small and white.
          for point in others {
            canvas.marker(.mark(group.mark), point.0, point.1, radius: 2.8, fill: .white)
          }
        }
        let own = (group.tasks.value ?? []).enumerated().map {
          (x(Double($0.offset + 1)), y(100 * $0.element))
        }
        canvas.path(own, Pen(width: 1.8))
        for point in own { canvas.marker(.mark(group.mark), point.0, point.1, fill: .mark(group.mark)) }
        canvas.marker(
          .mark(group.mark), Canvas.frame.left + 20 + 110 * Double(place), Canvas.frame.top - 8,
          fill: .mark(group.mark))
        canvas.text(
          "«\(group.mark)», n=\(group.participants)", Canvas.frame.left + 32 + 110 * Double(place),
          Canvas.frame.top - 4, size: 12, anchor: .start)
      }
      canvas.frameLines()
      for (place, task) in tasks.enumerated() {
        canvas.text(
          task.id, x(Double(place + 1)), Canvas.frame.bottom + 19, size: tasks.count > 18 ? 9 : 12)
      }
      canvas.text(
        canvas.language.say("задание", "task"), (Canvas.frame.left + Canvas.frame.right) / 2,
        Canvas.frame.bottom + 39)
    }
  }
}
