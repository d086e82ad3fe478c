internal import Spreadsheet

/// What a school has explained: by the fingerprint of a finding, its words, and the value that was explained.
public struct Explanations: Sendable, Hashable {
  /// One explanation.
  public struct Entry: Sendable, Hashable, Codable {
    /// The fingerprint of the finding.
    public let fingerprint: String
    /// The code of the rule, for the reader of the file.
    public let code: String
    /// The explained value, if the file keeps it.
    public let value: String?
    /// The words.
    public let text: String
    /// The cell of an annotated copy in which it stands; it does not travel.
    public private(set) var location: CellLocation?
    /// Whether its file explains several works of a school: that it belongs to nothing in one of them is no news.
    public var isOfSeveralWorks = false

    /// An explanation of a finding.
    public init(
      fingerprint: String, code: String, value: String?, text: String, location: CellLocation? = nil
    ) {
      self.fingerprint = fingerprint
      self.code = code
      self.value = value
      self.text = text
      self.location = location
    }

    private enum CodingKeys: String, CodingKey { case fingerprint, code, value, text, isOfSeveralWorks }
  }

  /// The explanations in the order of the file.
  public var entries: [Entry]

  /// Explanations of a file.
  public init(_ entries: [Entry] = []) { self.entries = entries }
}

extension Explanations {
  /// The findings with their explanations; one whose value has changed does not count (EXP002), one whose finding is
  /// gone is reported (EXP001), and so are words that may hold a name (PRV002) or hang on nothing (EXP003).
  ///
  /// Of several explanations of one finding the first holds: a file given beside the copy stands before the copy.
  func applied(to findings: [Finding], _ examination: Examination, school: String?) -> [Finding] {
    var findings = findings
    var unused = Reporter(.explanationUnused)
    var stale = Reporter(.explanationStale)
    for entry in entries where !entry.text.trimmedOfSpaces.isEmpty {
      guard let index = findings.firstIndex(where: { $0.fingerprint == entry.fingerprint }) else {
        if !entry.isOfSeveralWorks {
          unused.report(
            Place(cell: entry.location), ["code": .text(entry.code), "text": .text(entry.travelling)])
        }
        continue
      }
      guard findings[index].explanation == nil else { continue }
      let finding = findings[index]
      let actual = examination.explainedValue(of: finding)
      if let value = entry.value, value != actual {
        stale.report(
          finding.place, ["code": .text(entry.code), "change": .words(Self.change(from: value, to: actual))],
          actual: finding.actual)
      } else {
        findings[index].explanation = entry.travelling
      }
    }
    var added = unused.findings + stale.findings
    added.adopt(examination.policy)
    Fingerprint.assign(to: &added, school: school)
    return findings + added
  }

  /// What has changed; of many cells only a digest is kept, which says nothing to anybody.
  private static func change(from old: String, to new: String) -> Text {
    if old.hasPrefix(Examination.digestMark) || new.hasPrefix(Examination.digestMark) { return Text("", "") }
    return Text(
      " (было «\(Visible.text(old, .ru))», стало «\(Visible.text(new, .ru))»)",
      " (it was “\(Visible.text(old, .en))”, now it is “\(Visible.text(new, .en))”)")
  }
}

extension Explanations.Entry {
  /// The words as they may leave the school.
  var travelling: String { PersonName.isLikely(text) ? Actual.withheld : text }
}

extension Examination {
  /// Stands before a digest of several cells.
  static let digestMark = "#"

  /// The value that an explanation of a finding is for: that of its cell, or a digest of all its cells.
  public func explainedValue(of finding: Finding) -> String {
    let own = Visible.still(finding.actual?.raw ?? raw(finding.place))
    guard !finding.related.isEmpty else { return own }
    let all = [own] + finding.related.map { raw($0) }.sorted()
    return Self.digestMark + String(sha256(Array(all.joined(separator: "\n").utf8)).prefix(16))
  }

  /// The words that explain a finding as they were written, names and all: for the copy that stays in the school.
  public func ownWords(explaining finding: Finding) -> String? {
    finding.explanation.flatMap { _ in explained.first { $0.fingerprint == finding.fingerprint }?.text }
  }

  private func raw(_ place: Place) -> String {
    guard let cell = place.cell, sources.indices.contains(cell.source),
      let sheets = sources[cell.source].workbook?.sheets, sheets.indices.contains(cell.sheet)
    else { return "" }
    return Actual(sheets[cell.sheet], cell.cell).raw
  }
}
