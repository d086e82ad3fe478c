extension Rule {
  /// Reported by ``Explanations`` itself, which knows what was left over.
  static let explanationUnused = Rule(
    "EXP001", "explanation-unused", .warning, .plausibility,
    title: Text("Пояснение ни к чему не относится", "An explanation belongs to nothing"),
    message: Text(
      "Пояснение к {code} «{text}» не относится ни к одному замечанию.",
      "The explanation of {code} “{text}” belongs to no finding."),
    why: Text(
      "Замечание исправлено или изменилось; лишнее пояснение может потом скрыть другое.",
      "The finding was mended or has changed; a left-over explanation may hide another one later."),
    mend: Text("Удалите это пояснение.", "Remove this explanation."),
    basis: .practice, accepts: [], rejects: []
  ) { _, _ in }
}
