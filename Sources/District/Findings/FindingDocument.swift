internal import Assessment
internal import FoundationEssentials
public import Registry
public import Reports

/// A finding as the reports print it, read back: for the district's overview, letters and lists.
public struct FindingDocument: Sendable, Hashable, Codable {
  /// Words in both languages.
  public struct Words: Sendable, Hashable, Codable {
    /// Russian.
    public let ru: String
    /// English.
    public let en: String
  }

  /// Where it is.
  public struct Location: Sendable, Hashable, Codable {
    /// The line of the paper protocol.
    public struct Paper: Sendable, Hashable, Codable {
      /// From one.
      public let line: Int
    }
    /// The file's name; `nil` in the registry, which keeps its digest instead.
    public var file: String?
    /// The sheet's name; `nil` in the registry.
    public var sheet: String?
    /// The cell.
    public let cell: String?
    /// The column's header.
    public let header: String?
    /// The participant's code.
    public let participant: String?
    /// The class.
    public let `class`: Int?
    /// The task.
    public let task: String?
    /// The line on paper.
    public let paper: Paper?
  }

  /// What was expected.
  public struct Expected: Sendable, Hashable, Codable {
    let kind: String
    let values: [String]
  }

  /// What stands there.
  public struct Actual: Sendable, Hashable, Codable {
    let raw: String
    let type: String
  }

  /// How to mend it.
  public struct Fix: Sendable, Hashable, Codable {
    let applicability: String?
    /// Russian.
    public let ru: String
    /// English.
    public let en: String
  }

  /// What it rests on.
  public struct Basis: Sendable, Hashable, Codable {
    let kind: String
    let document: String
    let clause: String?
    let confidence: String
  }

  /// The code of the rule.
  public let code: String
  let slug: String?
  /// How grave it is.
  public let severity: String
  let phase: String?
  /// What is wrong.
  public let message: Words
  /// Where.
  public var location: Location?
  let expected: Expected?
  let actual: Actual?
  /// What to do.
  public let fix: Fix
  let basis: Basis?
  /// Tells it again.
  public let fingerprint: String
  /// The finding under which it is folded.
  public let cause: String?
  /// The other cells of it.
  public var related: [Location?]
  /// The words that explain it.
  public let explanation: String?
}

extension FindingDocument {
  /// The findings of the answer of a check.
  public static func all(inCheck json: [UInt8]) -> [FindingDocument] {
    struct Answer: Decodable {
      let findings: [FindingDocument]
    }
    return (try? JSONDecoder().decode(Answer.self, from: Data(json)))?.findings ?? []
  }

  /// Reads what `stored` wrote.
  public init?(_ stored: StoredFinding) {
    guard let document = try? JSONDecoder().decode(FindingDocument.self, from: Data(stored.document.utf8))
    else {
      return nil
    }
    self = document
  }

  /// The finding for the registry: the file is its digest, the sheet is left out, for names may stand in both.
  ///
  /// - Parameter digest: the digest of a file by its name.
  public func stored(_ digest: (String) -> String?) -> StoredFinding? {
    guard let severity = Severity(rawValue: severity) else { return nil }
    var copy = self
    func withoutNames(_ place: Location?) -> Location? {
      var place = place
      let name = place?.file
      place?.file = name.flatMap(digest)
      place?.sheet = nil
      return place
    }
    copy.location = withoutNames(location)
    copy.related = related.map(withoutNames)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let document = try? encoder.encode(copy) else { return nil }
    return StoredFinding(
      fingerprint: fingerprint, code: code, severity: severity, isFolded: cause != nil,
      isExplained: explanation != nil, document: String(decoding: document, as: UTF8.self))
  }

  /// The finding with the names that its files have today.
  public func named(_ name: (String) -> String?) -> FindingDocument {
    var copy = self
    copy.location?.file = location?.file.flatMap(name)
    copy.related = related.map { place in
      var place = place
      let digest = place?.file
      place?.file = digest.flatMap(name)
      return place
    }
    return copy
  }
}

extension JSON {
  /// A finding with all its fields, as `oko check` prints it.
  public init(_ finding: FindingDocument) {
    self = .object([
      ("code", .string(finding.code)), ("slug", JSON(finding.slug)), ("severity", .string(finding.severity)),
      ("phase", JSON(finding.phase)),
      ("message", .object([("ru", .string(finding.message.ru)), ("en", .string(finding.message.en))])),
      ("location", JSON(finding.location)),
      (
        "expected",
        finding.expected.map {
          .object([("kind", .string($0.kind)), ("values", .array($0.values.map { .string($0) }))])
        } ?? .null
      ),
      (
        "actual",
        finding.actual.map { .object([("raw", .string($0.raw)), ("type", .string($0.type))]) } ?? .null
      ),
      (
        "fix",
        .object([
          ("applicability", JSON(finding.fix.applicability)), ("ru", .string(finding.fix.ru)),
          ("en", .string(finding.fix.en)),
        ])
      ),
      ("basis", JSON(finding.basis)), ("fingerprint", .string(finding.fingerprint)),
      ("cause", JSON(finding.cause)), ("related", .array(finding.related.map { JSON($0) })),
      ("explanation", JSON(finding.explanation)),
    ])
  }

  private init(_ place: FindingDocument.Location?) {
    self =
      place.map { place in
        .object([
          ("file", JSON(place.file)), ("sheet", JSON(place.sheet)), ("cell", JSON(place.cell)),
          ("header", JSON(place.header)), ("participant", JSON(place.participant)),
          ("class", JSON(place.class)),
          ("task", JSON(place.task)),
          ("paper", place.paper.map { .object([("line", .int($0.line))]) } ?? .null),
        ])
      } ?? .null
  }

  private init(_ basis: FindingDocument.Basis?) {
    self =
      basis.map { basis in
        .object([
          ("kind", .string(basis.kind)), ("document", .string(basis.document)),
          ("clause", JSON(basis.clause)),
          ("confidence", .string(basis.confidence)),
        ])
      } ?? .null
  }
}
