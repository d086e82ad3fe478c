extension Say {
  /// The words of a command line without the language that they ask for.
  package static func rest(of words: some Sequence<String>) -> [String] {
    var rest: [String] = []
    var isValue = false
    for word in words {
      if !isValue, word != "--lang", !word.hasPrefix("--lang=") { rest.append(word) }
      isValue = word == "--lang"
    }
    return rest
  }
}
