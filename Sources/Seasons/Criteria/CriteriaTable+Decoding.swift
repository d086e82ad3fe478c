internal import Assessment

extension CriteriaTable {
  /// Reads a table from its JSON; `file` is named in errors.
  public init(json: [UInt8], file: String) throws(SeasonError) {
    self = try SchemaFiles.decode(json, file: file)
  }
}

extension CriteriaTable: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case season, grade, subject, title, level, tasks, total, scale, dependencies, source, confidence,
      tasksBasis
    case scaleBasis, notes
  }

  /// Reads a table of `schemas/criteria/`; throws for a value out of its list or range and for an unknown field.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknown(CodingKeys.self, and: ["$schema"])
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      work: try Self.work(decoder, fields),
      title: try fields.decode(String.self, forKey: .title),
      tasks: try fields.decode([Task].self, forKey: .tasks),
      total: try fields.whole(.total),
      source: try fields.decode(String.self, forKey: .source),
      confidence: try fields.decode(String.self, forKey: .confidence),
      tasksBasis: try fields.decode(String.self, forKey: .tasksBasis))
    scale = try fields.decodeIfPresent([Band].self, forKey: .scale) ?? []
    dependencies = try fields.decodeIfPresent([Limit].self, forKey: .dependencies) ?? []
    scaleBasis = try fields.decodeIfPresent(String.self, forKey: .scaleBasis)
    notes = try fields.decodeIfPresent(String.self, forKey: .notes)
    guard !tasks.isEmpty else { throw decoder.wrong(CodingKeys.tasks, "[]", expected: "one task or more") }
    guard Self.confidences.contains(confidence) else {
      throw decoder.wrong(CodingKeys.confidence, confidence, expected: "one of high, medium, low")
    }
  }

  private static func work(
    _ decoder: any Decoder, _ fields: KeyedDecodingContainer<CodingKeys>
  ) throws -> Work {
    let season = try fields.whole(.season)
    guard (2015...2100).contains(season) else {
      throw decoder.wrong(CodingKeys.season, season, expected: "a year, 2015 to 2100")
    }
    let grade = try fields.whole(.grade)
    guard grades.contains(grade) else {
      throw decoder.wrong(CodingKeys.grade, grade, expected: "one of 4, 5, 6, 7, 8, 10, 11")
    }
    let subject = try fields.decode(String.self, forKey: .subject)
    guard subject.unicodeScalars.count == 2,
      subject.unicodeScalars.allSatisfy({ ("А"..."Я") ~= $0 || $0 == "Ё" })
    else { throw decoder.wrong(CodingKeys.subject, subject, expected: "two capital Russian letters") }
    let level = try fields.decode(String.self, forKey: .level)
    guard let known = Work.Level(rawValue: level) else {
      throw decoder.wrong(CodingKeys.level, level, expected: "one of basic, advanced")
    }
    return Work(season: season, grade: grade, subject: subject, level: known)
  }
}

extension CriteriaTable.Task: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable { case id, max, part }

  /// Reads a task; throws for an id that names none, and for points or parts below 1.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknown(CodingKeys.self)
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(String.self, forKey: .id)
    max = try fields.whole(.max)
    part = try fields.decodeIfPresent(Int.self, forKey: .part)
    guard TaskID(id) != nil else { throw decoder.wrong(CodingKeys.id, id, expected: "the id of a task") }
    guard (1...99).contains(max) else {
      throw decoder.wrong(CodingKeys.max, max, expected: "points, 1 to 99")
    }
    if let part, !(1...9).contains(part) {
      throw decoder.wrong(CodingKeys.part, part, expected: "a part, 1 to 9")
    }
  }
}

extension CriteriaTable.Band: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable { case mark, from, to }

  /// Reads a band; throws for a mark that there is not, and for points that run backwards.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknown(CodingKeys.self)
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    mark = try fields.whole(.mark)
    from = try fields.whole(.from)
    to = try fields.whole(.to)
    guard (2...5).contains(mark) else {
      throw decoder.wrong(CodingKeys.mark, mark, expected: "a mark, 2 to 5")
    }
    guard from >= 0 else { throw decoder.wrong(CodingKeys.from, from, expected: "0 points or more") }
    guard to >= from else { throw decoder.wrong(CodingKeys.to, to, expected: "\(from) points or more") }
  }
}

extension CriteriaTable.Limit: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable { case controller, whenIn, dependents, allowed }

  /// Reads a limit; throws for values that are neither points nor `X`.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknown(CodingKeys.self)
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    controller = try fields.decode(String.self, forKey: .controller)
    whenIn = try fields.decode([PointsField].self, forKey: .whenIn).map(\.points)
    dependents = try fields.decode([String].self, forKey: .dependents)
    allowed = try fields.decode([PointsField].self, forKey: .allowed).map(\.points)
  }
}

/// Points of a file: a whole number, or `X`.
private struct PointsField: Decodable {
  let points: Points

  init(from decoder: any Decoder) throws {
    let field = try decoder.singleValueContainer()
    if let number = try? field.decode(Int.self) {
      guard (0...99).contains(number) else {
        throw decoder.wrong(nil, number, expected: "points, 0 to 99, or X")
      }
      points = Points(number)
    } else {
      let word = try field.decode(String.self)
      guard word == Words.notAttempted else {
        throw decoder.wrong(nil, word, expected: "points, 0 to 99, or X")
      }
      points = .notAttempted
    }
  }
}
