internal import Assessment
internal import Objectivity

/// The sentences about two markings, and about the year after the control.
extension Statement {
  /// How the second marking lies to the first.
  ///
  /// - Returns: `nil` when there are too few works.
  static func shift(_ bias: Supported<MarkingsAnalysis.Bias>, _ pair: StatisticsReport.MarkingPair)
    -> Statement?
  {
    guard let bias = bias.value else { return nil }
    let (second, first, english) =
      pair == .recheck
      ? ("Перепроверка", "первичной проверки", "The second marking")
      : ("Вторая проверка", "первой", "The second expert's marking")
    func interval(_ language: Language) -> String {
      let figures = Figures(language)
      // Second − first: what a reader wants to know of the check.
      return figures.range(-bias.interval.high, -bias.interval.low, 2)
    }
    let (ru, en) = (Figures(.ru), Figures(.en))
    let size = abs(bias.mean)
    if bias.test.differing == 0 {
      return Statement(
        .description, "\(second) дала те же баллы во всех работах.",
        "\(english) gave the same points in all works.")
    }
    if bias.mean == 0 {
      return Statement(
        .description,
        "\(second) в среднем не выше и не ниже \(first) (95 %: \(interval(.ru)) балла).",
        "\(english) is on average neither higher nor lower (95 %: \(interval(.en)) points).")
    }
    let isLower = bias.mean > 0
    let p = isLower ? bias.test.upper : bias.test.lower
    // A shift that chance explains is a description, whoever marked.
    return Statement(
      pair == .recheck && bias.test.twoSided <= 0.05 ? .confirmedByRecheck : .description,
      "\(second) в среднем на \(ru.decimal(size, 2)) балла \(isLower ? "ниже" : "выше") \(first) (95 %: \(interval(.ru)); точный критерий знаков и величин: p \(ru.probability(p))).",
      "\(english) is on average \(en.decimal(size, 2)) points \(isLower ? "lower" : "higher") (95 %: \(interval(.en)); exact sign-flip test: p \(en.probability(p)))."
    )
  }

  /// How many marks changed.
  ///
  /// - Returns: `nil` when there are too few works, or the scale is not known.
  static func changedMarks(
    _ lowered: Supported<Proportion>, _ raised: Supported<Proportion>, _ pair: StatisticsReport.MarkingPair
  ) -> Statement? {
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
      pair == .recheck && changed.count > 0 ? .confirmedByRecheck : .description,
      "\(pair == .recheck ? "Отметка изменилась" : "Отметки двух экспертов разные") в \(changed.count) из \(changed.total) \(works) (\(share(.ru))): ниже в \(lowered.count), выше в \(raised.count).",
      "\(pair == .recheck ? "The mark changed" : "The marks of both experts differ") in \(changed.count) of \(changed.total) works (\(share(.en))): lower in \(lowered.count), higher in \(raised.count)."
    )
  }

  /// A year after: what was expected by statistics alone, and what chance schools did.
  ///
  /// - Parameter random: the mean change of the schools drawn by chance; `nil` when there are too few of them.
  static func afterControl(
    _ school: String = "", before: Double, now: Double, expected: Double, random: Double?
  ) -> Statement {
    let (ru, en) = (Figures(.ru), Figures(.en))
    let isFall = now < before
    let place = school.isEmpty ? "" : "\(school): "
    let chance = random.map {
      (
        ru: " В случайно отобранных ОО изменение \(ru.signed($0, 1)).",
        en: " Schools drawn by chance changed by \(en.signed($0, 1))."
      )
    }
    return Statement(
      .description,
      "\(place)\(isFall ? "Снижение" : "Изменение") с \(ru.decimal(before, 1)) до \(ru.decimal(now, 1)); по одной статистике ожидалось \(ru.decimal(expected, 1)).\(chance?.ru ?? "")",
      "\(place)\(isFall ? "A fall" : "A change") from \(en.decimal(before, 1)) to \(en.decimal(now, 1)); by statistics alone \(en.decimal(expected, 1)) was to be expected.\(chance?.en ?? "")"
    )
  }
}
