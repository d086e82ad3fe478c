public import Assessment
public import Registry

/// What has changed since an earlier run, a school a line.
public struct ChangesText {
  /// The lines; nothing when no school has a finding, then or now.
  public let text: String

  /// The changes in a language.
  public init(_ changes: [FindingsChange], _ language: Language) {
    guard !changes.isEmpty else {
      text = ""
      return
    }
    let rows = changes.map { change in
      [
        "  " + change.school, language.say("исправлено: ", "fixed: ") + "\(change.fixed.count)",
        language.say("новых: ", "new: ") + "\(change.new.count)" + Self.codes(change.new),
        language.say("без изменений: ", "unchanged: ") + "\(change.unchanged.count)",
      ]
    }
    text =
      "\n" + language.say("Что изменилось:\n", "What has changed:\n") + TextTable(rows).text
  }

  private static func codes(_ items: [FindingsChange.Item]) -> String {
    let codes = Set(items.map(\.code)).sorted()
    return codes.isEmpty ? "" : " (" + codes.joined(separator: ", ") + ")"
  }
}
