extension Rule {
  static let onlyInTranscription = Rule(
    "XCK002", "only-in-transcription", .error, .sources,
    title: Text("Участника нет в баллах комиссии", "The scores sheet lacks a participant"),
    message: Text(
      "Участник {code} есть {here}, но его нет {where}.",
      "Participant {code} is {here}, but not {where}."),
    why: Text(
      "Без баллов комиссии нечем подтвердить, что результат участника введён верно; часто код просто набран с ошибкой.",
      "Without the commission's points nothing shows that the result was keyed rightly; often the code is just mistyped."
    ),
    mend: Text(
      "Сверьте код {code} с бумажным протоколом. Если он верен, внесите баллы участника туда, где их нет; если участника не было,"
        + " укажите «отсутствовал».",
      "Compare code {code} with the paper protocol. If it is right, add the participant where he is missing; if the pupil was not"
        + " there, enter «отсутствовал»."),
    basis: .procedure("11.8"),
    accepts: [
      .plain.with {
        $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40002 | 0 | 1 | 1 | 2 |\n| 40001 | 1 | 2 | X | 0 |"]
      },
      .plain.with {
        $0.scores = [
          "| Код | 1 | 2 | 3.1 | 3.2 |\n| 40002 | 0 | 1 | 1 | 2 |",
          "| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | X | 0 |",
        ]
      },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | отсутствовал | | | | | | | |
        """
      ).with { $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | X | 0 |"] },
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | ↓40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """
      ).with { $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | X | 0 |"] },
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 1 | ↓40001 | 1 | 1 | 2 | x | 0 | 1 | м | 4 |
        | 2 | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        | 3 | 40003 | 1 | 1 | 1 | 0 | 2 | 1 | ж | 3 |
        """
      ).with {
        $0.scores = [
          """
          | Код | 1 | 2 | 3(1) | 3(2) | Эксперт |
          | 40003 | 1 | 1 | 0 | 2 | Первая |
          | 40002 | 0 | 1 | 1 | 2 | Первая |
          | 40001 | 1 | 2 | x | 0 | Первая |
          """,
          """
          | Код | 1 | 2 | 3(1) | 3(2) | Эксперт |
          | 40002 | 0 | 1 | 1 | 2 | Второй |
          | 40003 | 1 | 1 | 0 | 2 | Второй |
          """,
        ]
      },
    ]
  ) { examination, reporter in
    guard let record = examination.record, !record.scores.isEmpty, !examination.lacksFile(.scores) else {
      return
    }
    let within = examination.within
    if let keyings = examination.keyings { return keyings.reportOnlyFirst(record, within, to: &reporter) }
    // A row without a trace of work may be that of an absent pupil (PRT006).
    let unmarked = record.present.filter { index, participant in
      participant.code.value.map { code in !record.scores.allSatisfy { $0.marks(code) } } ?? false
        && record.hasWritten(index)
    }
    guard !unmarked.isEmpty else { return }
    let coverage = ScoresCoverage(record)
    let lacking = unmarked.compactMap { _, participant -> (participant: Participant, sheet: Int?)? in
      guard let code = participant.code.value, examination.isPlausible(code: code),
        let gap = coverage.gap(at: code)
      else { return nil }
      return (participant, gap.number)
    }
    let unclear = record.scores.reduce(0) { $0 + examination.rowsWithoutOwnCode($1.participants) }
    guard lacking.count > unclear else { return }
    for (participant, sheet) in lacking {
      let place = record.place(of: participant, column: participant.code.column)
      let words =
        sheet.map { Text("в баллах комиссии (лист \($0 + 1))", "in scores sheet \($0 + 1)") }
        ?? within.second
      reporter.report(
        place,
        [
          "code": .text(participant.code.value.map(String.init) ?? ""), "here": .words(within.first),
          "where": .words(words),
        ],
        actual: record.actual(at: place))
    }
  }
}

/// Which codes the commission's sheets hold points for.
///
/// Sheets of several classes hold different pupils: there a code must stand in one of them. Two experts' sheets of the
/// same works are doubles: there it must stand in both. They are told by overlap: sheets that share more than half of the
/// larger one's codes are doubles; a few works marked twice as a sample do not make the second sheet a double.
struct ScoresCoverage {
  private let sheets: [Set<Int>]
  private let doubles: [[Int]]

  /// A code that no sheet holds (`number` is `nil`), or that one sheet of doubles lacks.
  struct Gap {
    let number: Int?
  }

  init(_ record: AssessmentProtocol) {
    let sheets = record.scores.map { sheet in
      Set(sheet.participants.lazy.filter(\.isMarked).compactMap(\.code.value))
    }
    self.sheets = sheets
    doubles = sheets.indices.map { a in
      sheets.indices.filter { b in
        a != b && 2 * sheets[a].intersection(sheets[b]).count > max(sheets[a].count, sheets[b].count)
      }
    }
  }

  /// Where a present pupil's code is missing, if it is.
  func gap(at code: Int) -> Gap? {
    guard let holder = sheets.firstIndex(where: { $0.contains(code) }) else { return Gap(number: nil) }
    return doubles[holder].first { !sheets[$0].contains(code) }.map { Gap(number: $0) }
  }
}

extension AssessmentProtocol.ScoresSheet {
  /// Whether the sheet holds a marked work of a code.
  fileprivate func marks(_ code: Int) -> Bool { participant(code)?.isMarked ?? false }
}

extension Participant {
  /// Whether the row is more than a code in a prepared list: points, or that there was no work.
  fileprivate var isMarked: Bool { hasPoints || isAbsent }
}
