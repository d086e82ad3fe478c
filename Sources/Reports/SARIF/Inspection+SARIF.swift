internal import Assessment
internal import SchoolCalendar

extension JSON {
  /// A check as a SARIF 2.1.0 log: one run, the rules that were asked, a result for each finding.
  ///
  /// A cell of a workbook is no region of text, so it is a logical location: `Протокол!H17` in its file. Explained
  /// queries are suppressed with the explanation as their justification.
  init(sarif inspection: Inspection, _ language: Language, version: String) {
    let log = SARIFLog(inspection, language)
    self = .object([
      (
        "$schema",
        .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      ),
      ("version", .string("2.1.0")), ("runs", .array([log.run(version: version)])),
    ])
  }
}

/// The parts of a log (the numbers are those of the standard's sections).
private struct SARIFLog {
  private let inspection: Inspection
  private let language: Language
  private let rules: [Rule]
  private let numbers: [String: Int]

  init(_ inspection: Inspection, _ language: Language) {
    self.inspection = inspection
    self.language = language
    let asked = Set(inspection.steps.filter { $0.reason == nil }.map(\.phase))
    let found = Set(inspection.findings.map(\.code))
    rules = RuleBook.all.filter { asked.contains($0.phase) || found.contains($0.code) }
    numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.code, $0) })
  }

  private var examination: Examination { inspection.examination }

  private func message(_ text: String) -> JSON { .object([("text", .string(text))]) }

  /// 3.14
  func run(version: String) -> JSON {
    let driver: [(String, JSON)] = [
      ("name", .string("oko")), ("version", .string(version)), ("semanticVersion", .string(version)),
      ("language", .string(language.rawValue)), ("rules", .array(rules.map(rule))),
    ]
    return .object([
      ("tool", .object([("driver", .object(driver))])), ("language", .string(language.rawValue)),
      ("columnKind", .string("unicodeCodePoints")), ("invocations", .array([invocation])),
      ("artifacts", .array(examination.sources.map(artifact))),
      ("results", .array(inspection.findings.map(result))),
    ])
  }

  /// 3.49
  private func rule(_ rule: Rule) -> JSON {
    let page = RulePage(rule, language)
    return .object([
      ("id", .string(rule.code)), ("name", .string(rule.slug)),
      ("shortDescription", message(rule.title[language])), ("fullDescription", message(rule.why[language])),
      ("help", message(page.mend)), ("defaultConfiguration", .object([("level", level(rule.severity))])),
      (
        "properties",
        .object([("phase", .string(rule.phase.rawValue)), ("severity", .string(rule.severity.rawValue))])
      ),
    ])
  }

  private func level(_ severity: Severity) -> JSON {
    switch severity {
    case .fatal, .error: .string("error")
    case .query, .warning: .string("warning")
    case .info: .string("note")
    }
  }

  /// 3.20: what did not run is said as a notification.
  private var invocation: JSON {
    var fields: [(String, JSON)] = [
      ("executionSuccessful", .bool(!inspection.findings.contains { $0.code == "SYS001" }))
    ]
    if let now = examination.now { fields.append(("endTimeUtc", .string(now.description))) }
    let notes = inspection.steps.compactMap { step in
      step.reason.map { reason in
        JSON.object([
          ("level", .string("note")),
          (
            "message",
            message(
              language.say("Не проверялось: ", "Not checked: ") + step.phase.title[language] + " — "
                + reason[language])
          ),
        ])
      }
    }
    return .object(fields + [("toolExecutionNotifications", .array(notes))])
  }

  /// 3.24
  private func artifact(_ source: Source) -> JSON {
    let isChecked = source.role == .transcription || source.role == .scores
    return .object([
      ("location", .object([("uri", .string(Self.uri(source.name)))])),
      ("roles", .array([.string(isChecked ? "analysisTarget" : "referencedOnCommandLine")])),
      ("hashes", .object([("sha-256", .string(source.digest))])),
      ("description", message(source.role.word[language])),
    ])
  }

  /// A file's name as a relative URI reference.
  private static func uri(_ name: String) -> String {
    name.utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain = byte < 128 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain || "-._~".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// 3.27
  private func result(_ finding: Finding) -> JSON {
    let suppressions = finding.explanation.map { words in
      JSON.object([
        ("kind", .string("external")), ("status", .string("accepted")),
        ("justification", .string(Visible.text(words, language))),
      ])
    }
    return .object([
      ("ruleId", .string(finding.code)), ("ruleIndex", JSON(numbers[finding.code])),
      ("level", level(finding.severity)), ("message", message(finding.message(language))),
      ("locations", .array([location(finding.place)].compactMap { $0 })),
      ("relatedLocations", .array(finding.related.compactMap(location))),
      ("partialFingerprints", .object([("oko/v1", .string(finding.fingerprint))])),
      ("suppressions", .array([suppressions].compactMap { $0 })), ("properties", properties(of: finding)),
    ])
  }

  private func properties(of finding: Finding) -> JSON {
    .object([
      ("severity", .string(finding.severity.rawValue)), ("mend", .string(finding.mend(language))),
      ("participant", JSON(finding.place.participant.map(String.init))),
      ("class", JSON(finding.place.schoolClass)), ("task", JSON(finding.place.task?.description)),
      ("line", JSON(finding.place.line)), ("cause", JSON(finding.cause)),
    ])
  }

  /// 3.28: the file, and the cell as a logical location of it.
  private func location(_ place: Place) -> JSON? {
    guard let source = place.source, examination.sources.indices.contains(source) else { return nil }
    let names = PlaceNames(place, in: examination)
    let artifact: [(String, JSON)] = [
      ("uri", .string(Self.uri(examination.sources[source].name))), ("index", .int(source)),
    ]
    var fields: [(String, JSON)] = [
      ("physicalLocation", .object([("artifactLocation", .object(artifact))]))
    ]
    if let cell = names.cell {
      let full = [names.sheet, cell].compactMap { $0 }.joined(separator: "!")
      fields.append(
        (
          "logicalLocations",
          .array([
            .object([
              ("name", .string(cell)), ("fullyQualifiedName", .string(full)), ("kind", .string("cell")),
            ])
          ])
        ))
    }
    return .object(fields)
  }
}
