/// All rules in the order in which people read about them; each family keeps its list beside its rules.
public enum RuleBook {
  /// Every rule, by family.
  public static let all: [Rule] =
    files + tables + criteriaTables + participants + scores + sources + deadlines + planning + plausibility
    + explanations + outgoing + pile

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// The rule of a code.
  public static func rule(_ code: String) -> Rule? { byCode[code] }
}
