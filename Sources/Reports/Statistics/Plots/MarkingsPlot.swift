internal import Assessment
internal import Objectivity

extension Plot {
  /// Bland and Altman's picture: mean of both totals against their difference, with as large a point as works fall on it.
  ///
  /// - Returns: `nil` when there are too few works.
  static func markings(_ analysis: MarkingsAnalysis, name: String) -> Plot? {
    guard let bias = analysis.bias.value else { return nil }
    var points: [(sum: Int, difference: Int, works: Int)] = []
    for totals in analysis.totals {
      let (sum, difference) = (totals.first + totals.second, totals.first - totals.second)
      if let place = points.firstIndex(where: { $0.sum == sum && $0.difference == difference }) {
        points[place].works += 1
      } else {
        points.append((sum, difference, 1))
      }
    }
    points.sort { ($0.sum, $0.difference) < ($1.sum, $1.difference) }
    let table = StatisticsTable(
      name, Text("Две проверки: разница баллов", "Two markings: differences"),
      [
        Text("Среднее двух проверок", "Mean of both"), Text("Первая − вторая", "First − second"),
        Text("Работ", "Works"),
      ], points.map { [.number(Double($0.sum) / 2, digits: 1), .count($0.difference), .count($0.works)] })
    let (ru, en) = (Figures(.ru), Figures(.en))
    let limits = analysis.limits.value?.limits
    let fixed = points
    return Plot(
      name,
      title: Text(
        "Две проверки одних работ (Бланд–Альтман)", "Two markings of the same works (Bland–Altman)"),
      subtitle: Text(
        "Работ \(analysis.pairs.count). Сдвиг «первая − вторая» \(ru.signed(bias.mean, 2)) балла (95 %: \(ru.range(bias.interval.low, bias.interval.high, 2)))"
          + (limits.map { ", пределы согласия \(ru.range($0.low, $0.high, 1))." } ?? "."),
        "Works: \(analysis.pairs.count). Shift first − second \(en.signed(bias.mean, 2)) points (95 %: \(en.range(bias.interval.low, bias.interval.high, 2)))"
          + (limits.map { ", limits of agreement \(en.range($0.low, $0.high, 1))." } ?? ".")), table: table
    ) { canvas in
      let needed = max(
        Double(fixed.map { abs($0.difference) }.max() ?? 0) + 0.5,
        limits.map { max(abs($0.low), abs($0.high)) + 0.3 } ?? 0)
      // Few scales, so that the plots of several schools can be laid beside one another.
      let reach = [3, 5, 10, 20, 40].first { $0 >= needed } ?? needed
      let means = fixed.map { Double($0.sum) / 2 }
      let x = Axis.horizontal((means.min() ?? 0) - 1, (means.max() ?? 1) + 1)
      let y = Axis.vertical(-reach, reach)
      let frame = Canvas.frame
      canvas.rect(
        frame.left, y(bias.interval.high), frame.right - frame.left,
        y(bias.interval.low) - y(bias.interval.high),
        fill: .band, pen: nil)
      canvas.vertical(
        y, ticks: y.ticks(about: 6).filter { $0 == $0.rounded() },
        label: canvas.language.say("первая − вторая, баллов", "first − second, points"))
      canvas.line(frame.left, y(0), frame.right, y(0), .thin)
      canvas.line(frame.left, y(bias.mean), frame.right, y(bias.mean), .thick)
      for limit in limits.map({ [$0.low, $0.high] }) ?? [] {
        canvas.line(frame.left, y(limit), frame.right, y(limit), .dashed)
      }
      for point in fixed {
        let place = (x(Double(point.sum) / 2), y(Double(point.difference)))
        canvas.marker(.circle, place.0, place.1, radius: 4.2 * Double(point.works).squareRoot())
        if point.works > 1 {
          canvas.text(
            "\(point.works)", place.0 + 6 + 4 * Double(point.works).squareRoot(), place.1 - 6, size: 12,
            anchor: .start)
        }
      }
      canvas.frameLines()
      canvas.horizontal(
        x, ticks: x.ticks(about: 8),
        label: canvas.language.say(
          "среднее двух проверок, баллов; жирная — сдвиг, полоса — его 95 %"
            + (limits == nil ? "" : ", штрих — пределы согласия"),
          "mean of both, points; thick: shift, band: its 95 %" + (limits == nil ? "" : ", dashed: limits")))
    }
  }
}
