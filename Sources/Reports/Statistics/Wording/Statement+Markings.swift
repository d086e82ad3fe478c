internal import Assessment
internal import Objectivity

/// The sentences about two markings, and about the year after the control.
extension Statement {
  /// How the second marking lies to the first.
  ///
  /// - Returns: `nil` when there are too few works.
  static func shift(_ bias: Supported<MarkingsAnalysis.Bias>) -> Statement? {
    guard let bias = bias.value else { return nil }
    func interval(_ language: Language) -> String {
      let figures = Figures(language)
      // Second − first: what a reader wants to know of the check.
      return figures.range(-bias.interval.high, -bias.interval.low, 2)
    }
    let (ru, en) = (Figures(.ru), Figures(.en))
    let size = abs(bias.mean)
    if bias.test.differing == 0 {
      return Statement(
        .description, "Вторая проверка дала те же баллы во всех работах.",
        "The second marking gave the same points in all works.")
    }
    if bias.mean == 0 {
      return Statement(
        .description,
        "Вторая проверка в среднем не выше и не ниже первичной (95 %: \(interval(.ru)) балла).",
        "The second marking is on average neither higher nor lower (95 %: \(interval(.en)) points).")
    }
    let isLower = bias.mean > 0
    let p = isLower ? bias.test.upper : bias.test.lower
    // A shift that chance explains is a description, whoever marked.
    return Statement(
      bias.test.twoSided <= 0.05 ? .confirmedByRecheck : .description,
      "Вторая проверка в среднем на \(ru.decimal(size, 2)) балла \(isLower ? "ниже" : "выше") первичной (95 %: \(interval(.ru)); точный критерий знаков и величин: p \(ru.probability(p))).",
      "The second marking is on average \(en.decimal(size, 2)) points \(isLower ? "lower" : "higher") (95 %: \(interval(.en)); exact sign-flip test: p \(en.probability(p)))."
    )
  }

  /// How many marks changed.
  ///
  /// - Returns: `nil` when there are too few works, or the scale is not known.
  static func changedMarks(_ lowered: Supported<Proportion>, _ raised: Supported<Proportion>) -> Statement? {
    guard let lowered = lowered.value, let raised = raised.value,
      let changed = Proportion(lowered.count + raised.count, of: lowered.total)
    else { return nil }
    func share(_ language: Language) -> String {
      let figures = Figures(language)
      let wilson = changed.wilson
      return
        "\(figures.percent(changed.share)); 95 %: \(figures.range(100 * wilson.low, 100 * wilson.high, 1))"
    }
    let works = lowered.total % 10 == 1 && lowered.total % 100 != 11 ? "работы" : "работ"
    return Statement(
      changed.count > 0 ? .confirmedByRecheck : .description,
      "Отметка изменилась в \(changed.count) из \(changed.total) \(works) (\(share(.ru))): ниже в \(lowered.count), выше в \(raised.count).",
      "The mark changed in \(changed.count) of \(changed.total) works (\(share(.en))): lower in \(lowered.count), higher in \(raised.count)."
    )
  }

  /// A year after: what was expected by statistics alone, and what chance schools did.
  static func afterControl(before: Double, now: Double, expected: Double, random: Double) -> Statement {
    let (ru, en) = (Figures(.ru), Figures(.en))
    let isFall = now < before
    return Statement(
      .description,
      "\(isFall ? "Снижение" : "Изменение") с \(ru.decimal(before, 1)) до \(ru.decimal(now, 1)); по одной статистике ожидалось \(ru.decimal(expected, 1)). В случайно отобранных ОО изменение \(ru.signed(random, 1)).",
      "\(isFall ? "A fall" : "A change") from \(en.decimal(before, 1)) to \(en.decimal(now, 1)); by statistics alone \(en.decimal(expected, 1)) was to be expected. Schools drawn by chance changed by \(en.signed(random, 1))."
    )
  }
}
