/// The words that a person may have meant by one that the program does not know.
package enum NearWords {
  /// The known words nearest to a word, the nearest first, three at most.
  ///
  /// A word is near when a third of its letters at the most is wrong, missing, too much or exchanged, or when it is the
  /// beginning of the other. What was typed with the Russian layout of the keyboard on is taken as the Latin keys.
  package static func of(_ word: String, among known: some Sequence<String>) -> [String] {
    let typed = [word, latinKeys(word)]
    let near = known.compactMap { name -> (name: String, distance: Int)? in
      let distance = typed.map { self.distance($0, name) }.min() ?? name.count
      return distance <= max(1, name.count / 3) ? (name, distance) : nil
    }
    guard near.isEmpty else { return near.sorted { $0.distance < $1.distance }.prefix(3).map(\.name) }
    return known.filter { name in typed.contains { $0.count > 2 && name.hasPrefix($0) } }.prefix(3).map(
      \.self)
  }

  /// How many letters must be put in, left out, replaced or exchanged with the next (optimal string alignment).
  static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first.lowercased()), Array(second.lowercased()))
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[b.count]
  }

  /// The Latin letters on the keys with which a Russian text was typed: «срусл» is `check`.
  static func latinKeys(_ text: String) -> String {
    String(text.lowercased().map { keys[$0] ?? $0 })
  }

  private static let keys = Dictionary(
    uniqueKeysWithValues: zip(
      "йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"))
}
