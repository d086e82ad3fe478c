public import Assessment
internal import Objectivity

/// One figure of a report, with its key for programs and its label for people.
///
/// Anything beyond a count is made from a `Supported` result only.
public struct Fact: Sendable {
  /// What a figure is.
  enum Value: Sendable {
    case count(Int)
    case number(Double, digits: Int)
    case interval(Interval, digits: Int)
    case share(Proportion)
    case probability(Double)
    case words(Text)
    /// The set is too small for it.
    case withheld(fewest: Int)
    /// These data have no such figure.
    case undefined
  }

  /// The key, in English and never translated.
  public let key: String
  /// What people read beside it.
  public let label: Text
  let value: Value

  /// A count: any set may be counted.
  init(_ key: String, _ label: Text, _ count: Int) {
    self.key = key
    self.label = label
    value = .count(count)
  }

  /// Words.
  init(_ key: String, _ label: Text, _ words: Text) {
    self.key = key
    self.label = label
    value = .words(words)
  }

  /// A figure of a supported result.
  init<V>(_ key: String, _ label: Text, _ result: Supported<V>, _ show: (V) -> Value) {
    self.key = key
    self.label = label
    value = result.isWithheld ? .withheld(fewest: result.output.fewest) : result.value.map(show) ?? .undefined
  }

  /// The figure as people read it.
  func text(_ language: Language) -> String {
    let figures = Figures(language)
    switch value {
    case .count(let count): return String(count)
    case .number(let number, let digits): return figures.decimal(number, digits)
    case .interval(let interval, let digits): return figures.range(interval.low, interval.high, digits)
    case .share(let share):
      let wilson = share.wilson
      return
        "\(share.count) \(language.say("из", "of")) \(share.total) (\(figures.percent(share.share)); 95\u{A0}%: \(figures.range(100 * wilson.low, 100 * wilson.high, 1)))"
    case .probability(let p): return figures.bare(p)
    case .words(let words): return words[language]
    case .withheld(let fewest):
      return language.say(
        "не выводится: нужно не меньше \(fewest) участников",
        "not shown: needs \(fewest) participants or more")
    case .undefined: return language.say("не определено", "not defined")
    }
  }
}
