/// What an inspection is for: it tells which steps run, and which rules in them.
public enum Purpose: Sendable {
  /// `check` and `convert`: the files of one work, before it is uploaded.
  case check
  /// `compare`: two independent transcriptions of one work, the second one read as scores are.
  case comparison

  /// The steps that may run.
  var phases: [Phase] {
    switch self {
    case .check: Phase.allCases.filter { ![.form, .plan, .custody].contains($0) }
    case .comparison: [.container, .table, .sources]
    }
  }

  /// Whether a rule runs.
  ///
  /// A comparison asks whether two people keyed the same. Whether it is right is left to the check of the agreed sheet;
  /// of the codes it must know, for rows are aligned by them.
  func takes(_ code: String, _ phase: Phase) -> Bool {
    switch self {
    case .check: phases.contains(phase)
    case .comparison: phase == .container || Self.comparing.contains(code)
    }
  }

  private static let comparing: Set<String> = [
    "TPL001", "TPL002", "TPL004", "TPL006", "TPL010", "CRT004", "PRT001", "PRT002", "PRT004", "PRV001",
    "XCK001", "XCK002", "XCK003", "XCK004", "PLS004",
  ]
}
