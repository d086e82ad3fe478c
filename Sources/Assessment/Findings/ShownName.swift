internal import Spreadsheet

/// The name of a file as it may be shown and kept: `…` stands for every word that may be a pupil's name.
///
/// Schools call files after what is in them, and now and then after a pupil, and nobody looks at the names of files
/// before a report is sent on. Numbers, classes, words of the field and words that no name looks like stay, so that a
/// person finds the file again. A name that looks like an ordinary word («роза.xlsx») cannot be told.
package enum ShownName {
  /// A name without its folders; «файл» where nothing stands before the extension.
  package static func of(_ name: String) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let isExtension = name[dot...].count <= 6 && name[dot...].allSatisfy { $0.isASCII }
    let stem = isExtension ? name[..<dot] : name[...]
    return (stem.isEmpty ? "файл" : shown(stem)) + (isExtension ? name[dot...] : "")
  }

  /// A path, each of its names by itself.
  package static func path(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.contains { $0.isLetter } ? of(String(part)) : String(part)
    }.joined(separator: "/")
  }

  /// Names as they may be shown, each another one: what was hidden in two of them may have been different.
  ///
  /// - Parameter keepsSame: whether names that were the same from the start stay so; files of several folders are several.
  package static func distinct(_ names: [String], keepsSame: Bool = true) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let shown = of(name)
      if taken.insert(shown).inserted || keepsSame && shown == name { return shown }
      let dot = shown.lastIndex(of: ".") ?? shown.endIndex
      var number = 2
      func numbered() -> String { "\(shown[..<dot]) (\(number))\(shown[dot...])" }
      while !taken.insert(numbered()).inserted { number += 1 }
      return numbered()
    }
  }

  private static func shown(_ stem: Substring) -> String {
    var pieces: [Substring] = []
    var rest = stem
    while let first = rest.first {
      let piece = rest.prefix { $0.isLetter == first.isLetter }
      pieces.append(piece)
      rest = rest.dropFirst(piece.count)
    }
    let places = pieces.indices.filter { pieces[$0].first?.isLetter == true }
    for (place, isHidden) in zip(places, hidden(places.map { pieces[$0] })) where isHidden {
      pieces[place] = "…"
    }
    return Visible.still(pieces.reduce(into: "") { $0 += $1 })
  }

  /// Which of the words of a name are hidden: those that look like a name, and what stands beside them unknown.
  private static func hidden(_ words: [Substring]) -> [Bool] {
    var hidden = words.map(mayBeName)
    guard hidden.contains(true) else { return hidden }
    let lower = words.map { $0.lowercased().composed }
    let isPlace = lower.map(wordsBesidePlaces.contains)
    for index in words.indices where isPlace[index] {
      // «Черемховский район» is no pupil.
      for other in [index - 1, index + 1] where words.indices.contains(other) { hidden[other] = false }
    }
    for order in [Array(words.indices), words.indices.reversed()] {
      for (index, next) in zip(order, order.dropFirst()) where hidden[index] && !hidden[next] {
        hidden[next] = words[next].count > 2 && !isKnown(lower[next]) && !isPlace[next]
      }
    }
    return hidden
  }

  private static func mayBeName(_ word: Substring) -> Bool {
    guard word.count > 1, let first = word.first else { return false }
    let lower = word.lowercased().composed
    let isCapital = first.isUppercase
    let isAllCapitals = isCapital && word.allSatisfy(\.isUppercase)
    // «МАТ», «рус» and «МА» are no names, «Ива» and «Ли» may be.
    guard word.count > 3 || isCapital && !isAllCapitals else { return false }
    if word.allSatisfy(\.isASCII) {
      return (isCapital && !isAllCapitals || latinEndings.containsEnd(of: lower)) && !isKnown(lower)
    }
    let looksLikeOne =
      isCapital
      ? !townEndings.containsEnd(of: lower)
      : givenNames.contains(lower) || surnameEndings.containsEnd(of: lower)
    return looksLikeOne && !isKnown(lower)
  }

  /// A word of the field, also in another case: «математике» is «математика».
  private static func isKnown(_ word: String) -> Bool {
    known.contains(word) || known.containsStem(of: word)
  }

  private static let known = WordList(
    Subject.all.reduce(field) { $0 + " " + $1.title.lowercased() })
}

extension DefaultStringInterpolation {
  /// A path or another word of the command line in a message, without what may be a pupil's name: `\(shown: output)`.
  package mutating func appendInterpolation(shown path: String) { appendInterpolation(ShownName.path(path)) }
}
