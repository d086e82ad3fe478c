internal import Assessment
internal import Checking
public import Registry

extension Pairing {
  /// The same rows under two schools or works.
  mutating func compareContents() {
    var first: [String: (group: Int, file: Int)] = [:]
    for group in groups.indices {
      for (file, item) in groups[group].files.enumerated() {
        guard let rows = item.facts.rows, item.facts.kind != .roster, item.facts.kind != .form else {
          continue
        }
        guard let earlier = first[rows] else {
          first[rows] = (group, file)
          continue
        }
        guard earlier.group != group else { continue }
        groups[group].crossings.append(
          .sameContent(source: file, other: groups[earlier.group].key.words))
        groups[earlier.group].crossings.append(
          .sameContent(source: earlier.file, other: groups[group].key.words))
      }
    }
  }
}

extension WorkKey {
  /// The work with its school, for a message: `edu380001, 7-ГГ`.
  public var words: String { "\(school), \(work.short(.ru))" }
}
