internal import Assessment
internal import Registry

/// What a school has to look up in its paper protocols, in the order of the paper: class, line, task.
public struct PaperList {
  private let works: [SchoolWork]
  private let school: String

  /// A list for the works of a school.
  public init(_ works: [SchoolWork], school: String) {
    self.works = works
    self.school = school
  }

  /// The whole list, with room for what the paper says; empty when nothing is to be looked up.
  public var text: String {
    let parts = works.compactMap { part($0) }
    guard !parts.isEmpty else { return "" }
    return "Сверить с бумажным протоколом: \(school)\n\n" + parts.joined(separator: "\n")
  }

  private func part(_ work: SchoolWork) -> String? {
    let rows = work.findings.filter {
      $0.location?.paper != nil || ($0.location?.participant != nil && $0.location?.task != nil)
    }
    .sorted { Self.order($0) < Self.order($1) }
    return rows.isEmpty
      ? nil : work.key.work.title(.ru) + "\n\n" + rows.map(Self.lines).joined(separator: "\n")
  }

  /// Where to look and what stands in the file, with room for what the paper says.
  private static func lines(_ finding: FindingDocument) -> String {
    let place = finding.location
    let parts = [
      place?.class.map { "класс \($0)" }, place?.paper.map { "строка \($0.line)" },
      place?.participant.map { "код \($0)" }, place?.task.map { "задание \($0)" },
    ].compactMap { $0 }
    return """
        ☐ \(parts.joined(separator: ", "))
          \(SchoolWords(finding).message)
          На бумаге: ______________

      """
  }

  private static func order(_ finding: FindingDocument) -> (Int, Int, String, String) {
    let place = finding.location
    return (place?.class ?? 0, place?.paper?.line ?? Int.max, place?.participant ?? "", place?.task ?? "")
  }
}
