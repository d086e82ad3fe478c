public import Assessment

extension Work {
  /// The work as people call it: «География, 7 класс», «Математика (углублённо), 8 класс».
  public func title(_ language: Language) -> String {
    let advanced = level == .advanced ? language.say(" (углублённо)", " (advanced)") : ""
    return Subject.title(subject) + advanced + language.say(", \(grade) класс", ", grade \(grade)")
  }

  /// The work in a few signs: `7-ГГ`, `8-МА углубл.`.
  public func short(_ language: Language) -> String {
    "\(grade)-\(subject)" + (level == .advanced ? language.say(" углубл.", " adv.") : "")
  }
}
