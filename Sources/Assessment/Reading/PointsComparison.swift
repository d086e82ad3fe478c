internal import SchoolCalendar

/// Where two sources hold different points for the same task of the same pupil.
struct PointsComparison {
  let participant: Participant
  let task: Int
  let first: AssessmentProtocol.JoinedPoints
  let second: AssessmentProtocol.JoinedPoints
  /// Whether two experts differ beyond the policy's limit, so that a third is due (XCK005 in place of XCK001).
  let needsThirdExpert: Bool

  /// The differences of a record, in the order of the transcription; points beside a blank cell are one too.
  ///
  /// A task that is wrong already in one source (unreadable, above the maximum …), or blank where it should hold, is
  /// left out: comparing it would only repeat that. So is a code that stands twice: nobody knows which of its rows to
  /// compare (PRT004).
  static func differences(in record: AssessmentProtocol, policy: DeadlinePolicy) -> [PointsComparison] {
    guard !record.scores.isEmpty else { return [] }
    var found: [PointsComparison] = []
    for (index, participant) in record.present {
      guard let code = participant.code.value, !agree(participant, code, record), !record.standsTwice(code)
      else { continue }
      let rows = record.scores.indices.compactMap { sheet in
        record.scores[sheet].participant(code).flatMap { $0.hasPoints ? (sheet: sheet, row: $0) : nil }
      }
      for task in record.criteria.tasks.indices where record.joined[index][task].entry != .blank {
        let own = Seen(
          entry: .init(entry: participant.points[task], table: participant.table, row: participant.row))
        let others = rows.compactMap { sheet, row in
          row.points[task] != .blank || record.hasColumn(task, in: row.table)
            ? Seen(
              entry: .init(entry: row.points[task], table: row.table, row: row.row),
              experts: record.scores[sheet].experts)
            : nil
        }
        let seen = record.transcribed[participant.table].contains(task) ? [own] + others : others
        if let difference = difference(of: participant, task, seen, record.criteria, policy) {
          found.append(difference)
        }
      }
    }
    return found
  }

  /// What one source holds, and who marked it.
  private struct Seen {
    let entry: AssessmentProtocol.JoinedPoints
    var experts: Set<String> = []
  }

  /// Whether all rows of a pupil hold the same in every task: the usual case, told without looking closer.
  private static func agree(_ participant: Participant, _ code: Int, _ record: AssessmentProtocol) -> Bool {
    let transcribed = record.transcribed[participant.table].count
    guard transcribed == 0 || transcribed == participant.points.count else { return false }
    var expected = transcribed > 0 ? participant : nil
    for sheet in record.scores {
      guard let row = sheet.participant(code), row.hasPoints else { continue }
      if let expected, expected.points != row.points { return false }
      expected = row
    }
    return true
  }

  private static func difference(
    of participant: Participant, _ task: Int, _ seen: [Seen], _ criteria: Criteria, _ policy: DeadlinePolicy
  ) -> PointsComparison? {
    let isSound = seen.allSatisfy {
      $0.entry.entry.points.map { criteria.takes($0, task) } ?? ($0.entry.entry == .blank)
    }
    guard isSound, let first = seen.first,
      let second = seen.first(where: { $0.entry.entry != first.entry.entry })
    else { return nil }
    let experts = expertsApart(seen, task, criteria, policy)
    return PointsComparison(
      participant: participant, task: task, first: experts?.0.entry ?? first.entry,
      second: experts?.1.entry ?? second.entry, needsThirdExpert: experts != nil)
  }

  /// Two experts of different names who differ beyond the policy's limit; neither a blank cell nor «не пройд.» is a mark.
  private static func expertsApart(
    _ seen: [Seen], _ task: Int, _ criteria: Criteria, _ policy: DeadlinePolicy
  ) -> (Seen, Seen)? {
    let limit =
      criteria.tasks[task].maximum >= 2 ? policy.thirdExpert.maximumTwoOrMore : policy.thirdExpert.maximumOne
    let marks = seen.compactMap { seen in
      seen.entry.entry.points.flatMap { points in
        seen.experts.isEmpty || points == .notCovered ? nil : (seen: seen, points: points.counted)
      }
    }
    for (index, first) in marks.enumerated() {
      for second in marks[(index + 1)...]
      where first.seen.experts != second.seen.experts && abs(first.points - second.points) >= limit {
        return (first.seen, second.seen)
      }
    }
    return nil
  }

  /// Reports the difference with both cells.
  func report(in record: AssessmentProtocol, _ examination: Examination, to reporter: inout Reporter) {
    let place = record.place(of: participant, task: task, joined: first)
    let other = record.place(of: participant, task: task, joined: second)
    func name(_ joined: AssessmentProtocol.JoinedPoints) -> Parameter {
      .words(examination.sources[record.tables[joined.table].source].role.word)
    }
    reporter.report(
      place,
      [
        "code": .text(participant.code.value.map(String.init) ?? ""),
        "task": .text(record.criteria.tasks[task].id.description),
        "what": .words(KeyedColumn.task(task).name(record.criteria)), "first": name(first),
        "second": name(second),
        "value": .text(first.entry.points?.word ?? ""), "other": .text(second.entry.points?.word ?? ""),
      ],
      expected: Expectation("points", [second.entry.points?.word ?? ""]), actual: record.actual(at: place),
      related: [other])
  }
}

extension AssessmentProtocol {
  /// Whether a code stands in two rows of the transcriptions, or of one scores sheet (PRT004).
  func standsTwice(_ code: Int) -> Bool {
    ([participants] + scores.map(\.participants)).contains { rows in rows.count { $0.code.value == code } > 1
    }
  }
}
