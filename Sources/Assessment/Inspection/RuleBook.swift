/// All rules in the order in which people read about them; each family keeps its list beside its rules.
public enum RuleBook {
  /// The rules of each family.
  static var families: [[Rule]] {
    [
      files, tables, criteriaTables, participants, scores, sources, deadlines, planning, plausibility,
      explanations, outgoing, pile,
    ]
  }

  /// Every rule, by family.
  public static let all: [Rule] = {
    // Room for all at once: added one to another, the families would be copied over and over.
    var all: [Rule] = []
    all.reserveCapacity(families.reduce(0) { $0 + $1.count })
    for family in families { all += family }
    return all
  }()

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// The rule of a code.
  public static func rule(_ code: String) -> Rule? { byCode[code] }
}
