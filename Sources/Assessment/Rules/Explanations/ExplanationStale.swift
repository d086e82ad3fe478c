extension Rule {
  /// Reported by ``Explanations`` itself, which knows the value that was explained.
  static let explanationStale = Rule(
    "EXP002", "explanation-stale", .query, .plausibility,
    title: Text("Пояснённое значение изменилось", "The explained value has changed"),
    message: Text(
      "Пояснение к {code} дано для «{old}», теперь в ячейке «{new}».",
      "The explanation of {code} was given for «{old}»; the cell now holds «{new}»."),
    why: Text(
      "Пояснение действует только для того значения, к которому дано.",
      "An explanation holds for its own value only."),
    mend: Text("Дайте пояснение заново или верните значение.", "Explain again, or put the value back."),
    basis: .practice, accepts: [], rejects: []
  ) { _, _ in }
}
