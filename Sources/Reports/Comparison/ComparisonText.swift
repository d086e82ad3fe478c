public import Assessment

/// The answer of `oko compare` for a person: the disputed cells, how often the two agree, what that says of keying.
public struct ComparisonText {
  private let inspection: Inspection
  private let language: Language
  private let report: TextReport
  private let styles: Styles

  /// An answer in a language, with or without colours.
  public init(_ inspection: Inspection, _ language: Language, isColoured: Bool = false) {
    self.inspection = inspection
    self.language = language
    report = TextReport(inspection, language, isColoured: isColoured)
    styles = Styles(isOn: isColoured)
  }

  /// The whole answer, ended by a line feed.
  public var text: String {
    let parts = [heading, report.findings, agreement, errors, report.summary, report.notChecked]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// Which files, and how many participants stand in both.
  private var heading: String {
    let names = inspection.examination.sources.prefix(2).map(\.name).joined(separator: ", ")
    let files = language.say("Две записи: \(names).", "Two transcriptions: \(names).")
    guard let keyings = inspection.examination.keyings else { return styles.bold(files) + "\n" }
    let (first, second) = keyings.alone
    return styles.bold(
      files
        + language.say(
          " Участников в обеих: \(keyings.both), только в первой: \(first), только во второй: \(second)",
          " Participants in both: \(keyings.both), in the first only: \(first), in the second only: \(second)"
        ))
      + "\n"
  }

  /// The columns with their counts; those in which all agree in one line.
  private var agreement: String {
    guard let keyings = inspection.examination.keyings, let criteria = inspection.examination.criteria else {
      return ""
    }
    var lines = [styles.bold(language.say("Совпадение по столбцам", "Agreement by column"))]
    for column in keyings.columns where column.disputed > 0 {
      lines.append(line(column.column.name(criteria)[language], column.compared, column.disputed))
    }
    let whole = keyings.columns.count { $0.disputed == 0 }
    if whole > 0 {
      let noun = Plural.word(whole, "столбец совпал", "столбца совпали", "столбцов совпали")
      lines.append(
        language.say(
          "  \(whole) \(noun) полностью",
          "  \(whole) column\(whole == 1 ? "" : "s") agree\(whole == 1 ? "s" : "") in every cell"))
    }
    lines.append(
      keyings.compared == 0
        ? language.say("  сравнивать нечего: общих ячеек нет", "  nothing to compare: no cell stands in both")
        : line(language.say("всего", "in all"), keyings.compared, keyings.disputed))
    if keyings.shifted > 0 {
      lines.append(
        language.say(
          "  строк со сдвигом, в счёт не вошли: \(keyings.shifted)",
          "  shifted rows, not counted: \(keyings.shifted)"))
    }
    lines += notCompared(keyings, criteria)
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ name: String, _ cells: Int, _ disputed: Int) -> String {
    let share = cells == 0 ? 100 : 100 * Double(cells - disputed) / Double(cells)
    // A share that is not whole must not be rounded up to look so.
    let shown = disputed > 0 ? min(share, 99.9) : share
    let gap = String(repeating: " ", count: max(1, 34 - name.count))
    return "  \(name)\(gap)"
      + language.say(
        "\(Decimal.text(shown, 1, language)) %, расходится \(disputed) из \(cells)",
        "\(Decimal.text(shown, 1, language)) %, \(disputed) of \(cells) differ")
  }

  private func notCompared(_ keyings: KeyingComparison, _ criteria: Criteria) -> [String] {
    [true, false].compactMap { isFirst in
      let names = keyings.onlyInOne.filter { $0.isFirst == isFirst }.map {
        $0.column.name(criteria)[language]
      }
      guard !names.isEmpty else { return nil }
      let list = names.joined(separator: ", ")
      return isFirst
        ? language.say("  только в первой записи: \(list)", "  in the first one only: \(list)")
        : language.say("  только во второй записи: \(list)", "  in the second one only: \(list)")
    }
  }

  private var errors: String {
    guard let errors = inspection.examination.keyings.flatMap({ KeyingErrors($0) }) else { return "" }
    func number(_ value: Double) -> String { Decimal.text(value, 1, language) }
    return language.say(
      "Ошибок ввода: около \(number(errors.perThousand)) на 1000 ячеек одной записи (от \(number(errors.low)) до \(number(errors.high))).",
      "Keying errors: about \(number(errors.perThousand)) in 1,000 cells of one transcription (\(number(errors.low)) to \(number(errors.high)))."
    ) + "\n" + KeyingErrors.assumptions[language] + "\n"
  }
}
