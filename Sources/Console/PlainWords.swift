package import ArgumentParser

/// The words of a command line as they are mostly written: names of files, and options with their value behind them.
///
/// ArgumentParser looks through the mirror of every option of a command three times over, which took 14 of the 121 million
/// instructions of a conversion. This takes a subset and refuses nothing: at any other word (`--held=2024-04-15`, `-`,
/// `--`, a flag, an option that is unknown or given twice) it gives up, and ArgumentParser, which alone refuses, reads
/// the words.
package struct PlainWords {
  /// The words that belong to no option.
  package private(set) var arguments: [String] = []
  private var values: [String: [String]] = [:]

  /// Takes the words apart; `nil` where ArgumentParser has to judge.
  ///
  /// - Parameters:
  ///   - options: the options that may be given once.
  ///   - repeated: those that may be given again.
  package init?(_ words: some Sequence<String>, options: [String], repeated: [String] = []) {
    var words = words.makeIterator()
    while let word = words.next() {
      guard Self.isOption(word) else {
        arguments.append(word)
        continue
      }
      guard repeated.contains(word) || options.contains(word) && values[word] == nil,
        let value = words.next(), !Self.isOption(value)
      else { return nil }
      values[word, default: []].append(value)
    }
  }

  private static func isOption(_ word: String) -> Bool {
    word.isEmpty || word.utf8.first == UInt8(ascii: "-")
  }

  /// The value of an option that may be given once.
  package subscript(option: String) -> String? { values[option]?.first }

  /// The values of an option that may be given again.
  package func all(_ option: String) -> [String] { values[option] ?? [] }

  /// The value of an option that has a list of values; `nil` for one that is not in it.
  package func value<Value: ExpressibleByArgument>(_ option: String, or usual: Value) -> Value? {
    self[option].map { Value(argument: $0) } ?? usual
  }
}
