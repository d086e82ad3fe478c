public import Assessment

extension CriteriaTable {
  /// The criteria that the table states, without the terms of a season's form; for checking the table by itself.
  ///
  /// - Throws: ``SeasonError`` when a limit names a task that the table does not hold.
  public func criteria(file: String) throws(SeasonError) -> Criteria {
    try criteria(terms: EntryTerms(codes: nil), file: file)
  }

  /// The criteria that the table states, in the canonical spelling; `file` is named in errors.
  ///
  /// - Throws: ``SeasonError`` when a limit names a task that the table does not hold.
  func criteria(terms: EntryTerms, file: String) throws(SeasonError) -> Criteria {
    var known: [TaskCriterion] = []
    for (index, task) in tasks.enumerated() {
      guard let id = TaskID(task.id) else {
        throw SeasonError(file, "tasks[\(index)].id", .invalid(value: task.id, expected: "the id of a task"))
      }
      known.append(TaskCriterion(id: id, maximum: task.max, part: task.part ?? 1))
    }
    var criteria = Criteria(
      work: work, tasks: known, total: total,
      scale: scale.map { MarkBand(mark: $0.mark, points: $0.from...max($0.from, $0.to)) },
      terms: terms, origin: .table(source: source, confidence: confidence))
    for (index, limit) in dependencies.enumerated() {
      let place = "dependencies[\(index)]"
      let controller = try criteria.place(of: limit.controller, file, "\(place).controller")
      let allowed = Set(limit.allowed)
      for (number, dependent) in limit.dependents.enumerated() {
        criteria.dependencies.append(
          Dependency(
            controller: controller,
            dependent: try criteria.place(of: dependent, file, "\(place).dependents[\(number)]"),
            allowed: Dictionary(limit.whenIn.map { ($0, allowed) }) { first, _ in first }))
      }
    }
    return criteria
  }

  /// The table that criteria make, ids spelled as in the files of tables: `5(1)`; for `criteria from-form`.
  ///
  /// Limits whose bound values differ by the controller's value become one entry for each set of values.
  public init(
    _ criteria: Criteria, work: Work, title: String, source: String, confidence: String, tasksBasis: String
  ) {
    let isInParts = criteria.parts > 1
    self.init(
      work: work, title: title,
      tasks: criteria.tasks.map {
        Task(id: Self.spelled($0.id), max: $0.maximum, part: isInParts ? $0.part : nil)
      },
      total: criteria.total, source: source, confidence: confidence, tasksBasis: tasksBasis)
    scale = criteria.scale.map { Band(mark: $0.mark, from: $0.points.lowerBound, to: $0.points.upperBound) }
    dependencies = Self.limits(of: criteria)
  }

  /// An id with sub-items in brackets: `10(2)К3` for `10.2К3`.
  private static func spelled(_ id: TaskID) -> String {
    let halves = id.description.split(separator: "К", maxSplits: 1)
    let items = (halves.first ?? "").split(separator: ".")
    let number = items.prefix(1).joined() + items.dropFirst().map { "(\($0))" }.joined()
    return halves.count == 2 ? "\(number)К\(halves[1])" : number
  }

  private static func limits(of criteria: Criteria) -> [Limit] {
    var limits: [Limit] = []
    for bond in criteria.dependencies {
      let (controller, dependent) = (criteria.tasks[bond.controller], criteria.tasks[bond.dependent])
      let all = Set((0...dependent.maximum).map { Points($0) } + [.notAttempted])
      // A list of the form that takes everything limits nothing.
      let binding = bond.allowed.filter { !all.subtracting($0.value).isEmpty }
      for allowed in Set(binding.values).map({ ordered($0) }).sorted(by: { $0.count < $1.count }) {
        let given = ordered(Set(binding.filter { $0.value == Set(allowed) }.keys))
        let limit = Limit(
          controller: spelled(controller.id), whenIn: given, dependents: [spelled(dependent.id)],
          allowed: allowed)
        let same = limits.firstIndex {
          $0.controller == limit.controller && $0.whenIn == limit.whenIn && $0.allowed == limit.allowed
        }
        if let same { limits[same].dependents += limit.dependents } else { limits.append(limit) }
      }
    }
    return limits
  }

  /// Points from 0 up, then `X`; «не пройд.» is no value of a table.
  private static func ordered(_ points: Set<Points>) -> [Points] {
    points.compactMap(\.number).sorted().map { Points($0) }
      + (points.contains(.notAttempted) ? [.notAttempted] : [])
  }
}

extension Criteria {
  /// The place of a task that a table names.
  fileprivate func place(of id: String, _ file: String, _ field: String) throws(SeasonError) -> Int {
    guard let place = TaskID(id).flatMap({ index(of: $0) }) else {
      throw SeasonError(file, field, .invalid(value: id, expected: "a task of the table"))
    }
    return place
  }
}
