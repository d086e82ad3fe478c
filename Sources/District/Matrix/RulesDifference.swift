public import Assessment
public import Registry
public import Reports

/// What other tables or another policy would change on a pile: findings that would appear or go, severities, states.
public struct RulesDifference: Sendable {
  /// How a finding would change.
  public enum Change: String, Sendable, CaseIterable {
    case new, gone, stricter, milder

    fileprivate var sign: String {
      switch self {
      case .new: "+"
      case .gone: "−"
      case .stricter: "↑"
      case .milder: "↓"
      }
    }
  }

  /// A finding that would change.
  public struct Item: Sendable, Hashable {
    /// The work.
    public let key: WorkKey
    /// The code of the rule.
    public let code: String
    /// Tells the finding.
    public let fingerprint: String
    /// The severity today; `nil` of a finding that is not there.
    public let before: Severity?
    /// The severity then.
    public let after: Severity?

    /// What would become of it.
    public var change: Change {
      guard let before else { return .new }
      guard let after else { return .gone }
      return after > before ? .stricter : .milder
    }
  }

  /// The findings that would change, in the order of the works; those that are only information are left out.
  public private(set) var items: [Item] = []
  /// The works whose state would change.
  public private(set) var states: [(key: WorkKey, before: WorkState, after: WorkState)] = []
  /// How many works were compared.
  public let works: Int
  /// How many files were looked at.
  public let files: Int
  /// How many of them belong to no work, so that nothing was compared.
  public let strays: Int

  /// Whether nothing would change.
  public var isEmpty: Bool { items.isEmpty && states.isEmpty }

  /// Compares the results of the same works.
  public init(_ before: [WorkKey: WorkResult], _ after: [WorkKey: WorkResult], files: Int, strays: Int) {
    works = before.count
    self.files = files
    self.strays = strays
    for key in before.keys.sorted() {
      guard let old = before[key], let new = after[key] else { continue }
      if old.state != new.state { states.append((key, old.state, new.state)) }
      items += Self.items(key, old.findings, new.findings)
    }
  }

  private static func items(_ key: WorkKey, _ old: [StoredFinding], _ new: [StoredFinding]) -> [Item] {
    let then = Dictionary(new.map { ($0.fingerprint, $0) }) { first, _ in first }
    let known = Set(old.map(\.fingerprint))
    let kept = old.map { finding in
      Item(
        key: key, code: finding.code, fingerprint: finding.fingerprint, before: finding.severity,
        after: then[finding.fingerprint]?.severity)
    }
    let added = new.filter { !known.contains($0.fingerprint) }.map { finding in
      Item(
        key: key, code: finding.code, fingerprint: finding.fingerprint, before: nil, after: finding.severity)
    }
    return (kept + added).filter { item in
      item.before != item.after && max(item.before ?? .info, item.after ?? .info) > .info
    }
  }
}

// MARK: Words

extension RulesDifference {
  /// The difference for a terminal: the same change of many findings stands on one line.
  public func text(_ language: Language) -> String {
    let ofWorks = Plural.word(works, "работа", "работы", "работ")
    let ofFiles = Plural.word(files, "файл", "файла", "файлов")
    var text = language.say(
      "Сравнено: \(works) \(ofWorks), \(files) \(ofFiles); ни к одной работе не отнесено: \(strays).\n",
      "Compared: works \(works), files \(files); belonging to no work: \(strays).\n")
    guard !isEmpty else { return text + language.say("Ничего не изменится.\n", "Nothing would change.\n") }
    text += language.say(
      "\n+ замечание появится, − исчезнет, ↑ станет строже, ↓ мягче:\n",
      "\n+ the finding would appear, − be gone, ↑ be stricter, ↓ be milder:\n")
    text += TextTable(lines(language)).text
    if !states.isEmpty {
      text += language.say("\nСостояние изменится:\n", "\nThe state would change:\n")
      text +=
        TextTable(
          states.map { state in
            [
              "  " + state.key.school, state.key.work.short(language), state.before.word[language], "→",
              state.after.word[language],
            ]
          }
        ).text
    }
    return text
  }

  private struct Kind: Hashable {
    let work: Work
    let code: String
    let before: Severity?
    let after: Severity?
  }

  private func lines(_ language: Language) -> [[String]] {
    var order: [Kind] = []
    var schools: [Kind: [String]] = [:]
    for item in items {
      let kind = Kind(work: item.key.work, code: item.code, before: item.before, after: item.after)
      if schools[kind] == nil { order.append(kind) }
      schools[kind, default: []].append(item.key.school)
    }
    return order.sorted { ($0.work.id, $0.code) < ($1.work.id, $1.code) }.map { kind in
      let all = schools[kind] ?? []
      let names = Set(all).sorted()
      let change = Item(
        key: WorkKey(school: "", work: kind.work), code: kind.code, fingerprint: "", before: kind.before,
        after: kind.after
      ).change
      let severity = [kind.before, kind.after].compactMap { $0?.word[language].lowercased() }
      return [
        change.sign, kind.code, kind.work.short(language), severity.joined(separator: " → "), "×\(all.count)",
        RuleBook.rule(kind.code)?.title[language] ?? "",
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : ""),
      ]
    }
  }
}

extension JSON {
  /// The answer of `oko rules diff`.
  public init(_ difference: RulesDifference) {
    let changes = difference.items.map { item -> JSON in
      .object([
        ("school", .string(item.key.school)), ("work", .string(item.key.work.id)),
        ("code", .string(item.code)), ("fingerprint", .string(item.fingerprint)),
        ("change", .string(item.change.rawValue)), ("before", JSON(item.before?.rawValue)),
        ("after", JSON(item.after?.rawValue)),
      ])
    }
    let states = difference.states.map { state -> JSON in
      .object([
        ("school", .string(state.key.school)), ("work", .string(state.key.work.id)),
        ("before", .string(state.before.rawValue)), ("after", .string(state.after.rawValue)),
      ])
    }
    self = .object([
      ("schema", .string("oko/rules-diff/1")), ("files", .int(difference.files)),
      ("works", .int(difference.works)), ("strays", .int(difference.strays)), ("changes", .array(changes)),
      ("states", .array(states)),
    ])
  }
}
