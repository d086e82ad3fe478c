/// What an inspection is for: it tells which steps run, and which rules in them.
public enum Purpose: Sendable {
  /// `check` and `convert`: the files of one work, before it is uploaded.
  case check
  /// `compare`: two independent transcriptions of one work, the second one read as scores are.
  case comparison

  /// `reconcile`: the uploaded form against what ФИС ОКО gives back.
  case reconciliation

  /// The steps that may run.
  var phases: [Phase] {
    switch self {
    case .check: Phase.allCases.filter { ![.form, .plan, .custody].contains($0) }
    case .comparison, .reconciliation: [.container, .table, .sources]
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
    case .reconciliation: phase == .container || Self.reconciling.contains(code)
    }
  }

  /// The form was checked before it was uploaded; only what keeps it from being compared is asked for again.
  private static let reconciling: Set<String> = [
    "TPL001", "TPL004", "TPL006", "TPL010", "PRT001", "PRT002", "PRT004", "SCR010", "XCK006", "PRV001",
  ]

  private static let comparing: Set<String> = [
    "TPL001", "TPL002", "TPL004", "TPL006", "TPL010", "CRT004", "PRT001", "PRT002", "PRT004", "PRV001",
    "XCK001", "XCK002", "XCK003", "XCK004", "PLS004",
  ]
}
