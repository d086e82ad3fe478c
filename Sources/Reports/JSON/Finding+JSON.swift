internal import Assessment

extension JSON {
  /// A finding with all its fields, none left out (`schemas/finding.schema.json`).
  init(_ finding: Finding, in examination: Examination) {
    let rule = finding.rule
    self = .object([
      ("code", .string(finding.code)),
      ("slug", JSON(rule?.slug)),
      ("severity", .string(finding.severity.rawValue)),
      ("phase", JSON(rule?.phase.rawValue)),
      ("message", JSON.both { finding.message($0) }),
      ("location", JSON(finding.place, in: examination)),
      ("expected", JSON(finding.expected)),
      ("actual", JSON(finding.actual)),
      ("fix", JSON.fix(of: finding)),
      ("basis", JSON(rule?.basis)),
      ("fingerprint", .string(finding.fingerprint)),
      ("cause", JSON(finding.cause)),
      ("related", .array(finding.related.map { JSON($0, in: examination) })),
      ("explanation", JSON(finding.explanation)),
    ])
  }

  /// Words in both languages.
  static func both(_ words: (Language) -> String) -> JSON {
    .object(Language.allCases.map { ($0.rawValue, .string(words($0))) })
  }

  /// A place; what is not known is `null`, and a place of which nothing is known is `null` itself.
  init(_ place: Place, in examination: Examination) {
    let names = PlaceNames(place, in: examination)
    guard place != Place() else {
      self = .null
      return
    }
    self = .object([
      ("file", JSON(names.file)), ("sheet", JSON(names.sheet)), ("cell", JSON(names.cell)),
      ("header", JSON(place.header)), ("participant", JSON(place.participant.map(String.init))),
      ("class", JSON(place.schoolClass)), ("task", JSON(place.task?.description)),
      ("paper", place.line.map { .object([("line", .int($0))]) } ?? .null),
    ])
  }

  private init(_ expected: Expectation?) {
    self =
      expected.map { expected in
        .object([("kind", .string(expected.kind)), ("values", .array(expected.values.map { .string($0) }))])
      } ?? .null
  }

  private init(_ actual: Actual?) {
    self = actual.map { .object([("raw", .string($0.raw)), ("type", .string($0.type))]) } ?? .null
  }

  private static func fix(of finding: Finding) -> JSON {
    .object([
      ("applicability", JSON(finding.rule?.applicability.rawValue)), ("ru", .string(finding.mend(.ru))),
      ("en", .string(finding.mend(.en))),
    ])
  }

  private init(_ basis: Basis?) {
    self =
      basis.map { basis in
        .object([
          ("kind", .string(basis.kind.rawValue)), ("document", .string(basis.document.ru)),
          ("clause", JSON(basis.clause)), ("confidence", .string(basis.confidence)),
        ])
      } ?? .null
  }
}
