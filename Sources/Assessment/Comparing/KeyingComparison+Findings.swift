extension Examination {
  /// How the first and the second source are called in a sentence: «в записи протокола», «в первой записи».
  var within: (first: Text, second: Text) {
    switch purpose {
    case .check, .reconciliation:
      (
        Text("в записи протокола", "in the transcription"),
        Text("в баллах комиссии", "in the scores sheet")
      )
    case .comparison:
      (
        Text("в первой записи", "in the first transcription"),
        Text("во второй записи", "in the second transcription")
      )
    }
  }
}

/// What a comparison of two transcriptions has to say, rule by rule.
extension KeyingComparison {
  /// XCK001: every disputed cell but the variants.
  func reportValues(_ record: AssessmentProtocol, to reporter: inout Reporter) {
    for dispute in disputes where !dispute.isVariant {
      let places = dispute.places(record)
      let values = (record.actual(at: places.first), record.actual(at: places.second))
      reporter.report(
        places.first,
        [
          "code": .text(dispute.code), "what": .words(dispute.column.name(record.criteria)),
          "first": .words(Text("первая запись", "the first transcription")),
          "second": .words(Text("вторая запись", "the second transcription")), "value": values.0.shown,
          "other": values.1.shown,
        ],
        expected: Expectation(dispute.column.kind, [values.1.raw]), actual: values.0, related: [places.second]
      )
    }
  }

  /// XCK004: the variants that differ, absence among them.
  func reportVariants(
    _ record: AssessmentProtocol, _ within: (first: Text, second: Text), to reporter: inout Reporter
  ) {
    for dispute in disputes where dispute.isVariant {
      let places = dispute.places(record)
      let values = (record.actual(at: places.first), record.actual(at: places.second))
      reporter.report(
        places.first,
        [
          "code": .text(dispute.code), "first": .words(within.first), "second": .words(within.second),
          "value": values.0.shown, "other": values.1.shown,
        ],
        expected: Expectation("variant", [values.1.raw]), actual: values.0, related: [places.second])
    }
  }

  /// XCK002: codes that stand in the first one alone.
  func reportOnlyFirst(
    _ record: AssessmentProtocol, _ within: (first: Text, second: Text), to reporter: inout Reporter
  ) {
    for row in onlyFirst {
      let place = record.place(of: row, column: row.code.column)
      let twin = row.code.value.flatMap { sameWork[$0] }
      let code = twin?.code.value.map(String.init) ?? ""
      let missing =
        twin == nil
        ? within.second
        : Text(
          "\(within.second.ru): там те же баллы стоят под кодом \(code)",
          "\(within.second.en), which has the same points under code \(code)")
      reporter.report(
        place,
        [
          "code": .text(row.code.value.map(String.init) ?? ""), "here": .words(within.first),
          "where": .words(missing),
        ],
        actual: record.actual(at: place),
        related: twin.map { [record.place(of: $0, column: $0.code.column)] } ?? [])
    }
  }

  /// XCK003: codes that stand in the second one alone.
  func reportOnlySecond(
    _ record: AssessmentProtocol, _ within: (first: Text, second: Text), to reporter: inout Reporter
  ) {
    for row in onlySecond {
      let place = record.place(of: row, column: row.code.column)
      reporter.report(
        place,
        [
          "code": .text(row.code.value.map(String.init) ?? ""), "here": .words(within.first),
          "where": .words(within.second),
        ],
        actual: record.actual(at: place))
    }
  }
}

extension KeyingComparison.Dispute {
  var isVariant: Bool { if case .variant = column { true } else { false } }
  var code: String { first.code.value.map(String.init) ?? "" }

  /// Both cells.
  func places(_ record: AssessmentProtocol) -> (first: Place, second: Place) {
    func place(_ row: Participant) -> Place {
      var place = record.place(of: row, column: record.column(column, of: row))
      if case .task(let task) = column { place.task = record.criteria.tasks[task].id }
      return place
    }
    return (place(first), place(second))
  }
}

extension KeyedColumn {
  /// The kind of value, as expectations name it.
  fileprivate var kind: String {
    switch self {
    case .variant: "variant"
    case .task: "points"
    case .schoolClass: "class"
    case .sex: "sex"
    case .previousMark, .statedMark: "mark"
    case .sum: "sum"
    }
  }
}
