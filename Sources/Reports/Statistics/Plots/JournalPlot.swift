internal import Assessment
internal import Objectivity

extension Plot {
  /// Journal in rows, ВПР in columns, counts in the cells, and the strip «понизили, подтвердили, повысили».
  static func journal(
    _ school: JournalAnalysis.School, everybody: JournalTest.Rest, name: String
  ) -> Plot {
    let marks = MarkTable.marks
    let table = StatisticsTable(
      name, Text("Журнал и ВПР: \(school.name)", "Journal and ВПР: \(school.name)"),
      [Text("В журнале", "Journal")] + marks.map { Text("ВПР «\($0)»", "ВПР «\($0)»") },
      marks.indices.map { row in
        [.count(marks[row])] + school.table.counts[row].map { .count($0) }
      })
    let (ru, en) = (Figures(.ru), Figures(.en))
    let share = school.raised.value
    return Plot(
      name,
      title: Text("Отметки в журнале и за ВПР: \(school.name)", "Journal and ВПР marks: \(school.name)"),
      subtitle: Text(
        "Участников \(school.participants): понизили \(school.table.lowered), подтвердили \(school.table.confirmed), повысили \(school.table.raised)."
          + (share.map {
            " Доля повысивших \(ru.percent($0.share)) (95 %: \(ru.range(100 * $0.wilson.low, 100 * $0.wilson.high, 1)))."
          } ?? ""),
        "Participants: \(school.participants). Lowered \(school.table.lowered), confirmed \(school.table.confirmed), raised \(school.table.raised)."
          + (share.map {
            " Raised: \(en.percent($0.share)) (95 %: \(en.range(100 * $0.wilson.low, 100 * $0.wilson.high, 1)))."
          } ?? "")), table: table
    ) { canvas in
      matrix(school.table, &canvas)
      strips(school, everybody, &canvas)
    }
  }

  private static func matrix(_ table: MarkTable, _ canvas: inout Canvas) {
    let size = 66.0
    let (left, top) = (110.0, 100.0)
    canvas.text(canvas.language.say("отметка ВПР", "ВПР mark"), left + 2 * size, top - 8)
    canvas.text(canvas.language.say("отметка в журнале", "journal mark"), 40, top + 2 * size, turned: true)
    for (row, counts) in table.counts.enumerated() {
      canvas.text("\(row + 2)", left - 14, top + (Double(row) + 0.5) * size + 5, anchor: .end)
      canvas.text("\(row + 2)", left + (Double(row) + 0.5) * size, top + 4 * size + 18)
      for (column, count) in counts.enumerated() {
        let (x, y) = (left + Double(column) * size, top + Double(row) * size)
        let fill: Fill = row == column ? .neutral : row < column ? .warm : .cool
        canvas.rect(x, y, size, size, fill: fill)
        // Two marks and more apart: the official sign, and often a slip in keying.
        if abs(row - column) >= 2, count > 0 {
          canvas.rect(x + 3, y + 3, size - 6, size - 6, fill: .none, pen: .thick)
        }
        if count > 0 { canvas.rect(x + size / 2 - 17, y + size / 2 - 13, 34, 26, fill: .white, pen: nil) }
        canvas.text(count == 0 ? "·" : "\(count)", x + size / 2, y + size / 2 + 6, size: 17)
      }
    }
    canvas.text(
      canvas.language.say("рамка: разница в 2 отметки и больше", "framed: two marks or more apart"), left,
      top + 4 * size + 40, size: 12, anchor: .start)
  }

  private static func strips(
    _ school: JournalAnalysis.School, _ everybody: JournalTest.Rest, _ canvas: inout Canvas
  ) {
    let (left, width) = (440.0, 280.0)
    let rows: [(label: String, counts: [Int])] = [
      (
        canvas.language.say("школа, \(school.participants) уч.", "school, \(school.participants)"),
        [school.table.lowered, school.table.confirmed, school.table.raised]
      ),
      (
        canvas.language.say("все школы, \(everybody.total) уч.", "all schools, \(everybody.total)"),
        [everybody.lowered, everybody.confirmed, everybody.raised]
      ),
    ]
    for (row, strip) in rows.enumerated() {
      let y = 140 + Double(row) * 92
      let total = Double(max(1, strip.counts.reduce(0, +)))
      canvas.text(strip.label, left, y - 8, anchor: .start)
      var x = left
      for (count, fill) in zip(strip.counts, [Fill.cool, .neutral, .warm]) {
        let part = width * Double(count) / total
        canvas.rect(x, y, part, 38, fill: fill)
        if part > 36 {
          canvas.rect(x + part / 2 - 16, y + 8, 32, 22, fill: .white, pen: nil)
          canvas.text("\(count)", x + part / 2, y + 25, size: 14)
        }
        x += part
      }
    }
    let names = [
      canvas.language.say("понизили", "lowered"), canvas.language.say("подтвердили", "confirmed"),
      canvas.language.say("повысили", "raised"),
    ]
    for (place, (word, fill)) in zip(names, [Fill.cool, .neutral, .warm]).enumerated() {
      let y = 318 + 24 * Double(place)
      canvas.rect(left, y, 22, 16, fill: fill)
      canvas.text(word, left + 32, y + 13, anchor: .start)
    }
  }
}
