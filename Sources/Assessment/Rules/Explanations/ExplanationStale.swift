extension Rule {
  /// Reported by ``Explanations`` itself, which knows the value that was explained.
  static let explanationStale = Rule(
    "EXP002", "explanation-stale", .query, .plausibility,
    title: Text("Пояснённое значение изменилось", "The explained value has changed"),
    message: Text(
      "Пояснение к {code} дано до того, как данные изменились{change}.",
      "The explanation of {code} was given before the data changed{change}."),
    why: Text(
      "Пояснение действует только для тех значений, к которым дано.",
      "An explanation holds for its own values only."),
    mend: Text("Дайте пояснение заново или верните значение.", "Explain again, or put the value back."),
    basis: .practice, accepts: [], rejects: []
  ) { _, _ in }
}
