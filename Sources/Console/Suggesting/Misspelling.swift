internal import ArgumentParser
internal import Assessment
internal import Glibc

/// A word of the command line that names no command, or an option that the command has not, with what was meant.
enum Misspelling {
  /// The failure for the first word that is misspelt; `nil` when the words name a command and its options.
  static func failure(_ words: [String], in root: any ParsableCommand.Type, message: String) -> Failure? {
    var words = words[...]
    var path = [root._commandName]
    if words.first == "help" { words.removeFirst() }
    var command = root
    while let word = words.first, !word.hasPrefix("-"), !command.configuration.subcommands.isEmpty {
      let parts = command.configuration.subcommands
      guard let next = parts.first(where: { $0._commandName == word }) else {
        return unknown(word, parts, behind: path)
      }
      command = next
      path.append(word)
      words.removeFirst()
    }
    return unknownOption(message, command, path)
  }

  // MARK: Commands

  private static func unknown(
    _ word: String, _ parts: [any ParsableCommand.Type], behind path: [String]
  ) -> Failure {
    let call = path.joined(separator: " ")
    let all = say("Все команды: \(call) --help", "All commands: \(call) --help")
    if path.count == 1, access(word, F_OK) == 0 {
      return .usage(
        "Это файл, а не команда: «\(shown: word)». Возможно, вы имели в виду: oko check \(shown: word)\n\(all)",
        "This is a file and no command: «\(shown: word)». Perhaps you meant: oko check \(shown: word)\n\(all)"
      )
    }
    var near = NearWords.of(word, among: parts.map { $0._commandName })
    if near.isEmpty { near = parts.filter { tells($0, of: word) }.prefix(3).map { $0._commandName } }
    return .usage(
      "Нет такой команды: «\(shown: word)».\(meant(near.map { "\(call) \($0)" }))\n\(all)",
      "There is no such command: «\(shown: word)».\(meant(near.map { "\(call) \($0)" }))\n\(all)")
  }

  /// Whether a command's description speaks of what the word says: «сроки», «проверить».
  private static func tells(_ command: any ParsableCommand.Type, of word: String) -> Bool {
    let stem = word.lowercased().prefix(max(4, word.count - 2))
    guard word.count >= 4 else { return false }
    return command.configuration.abstract.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(stem) }
  }

  // MARK: Options

  /// A dash before a word, as text programs make it of two hyphens.
  static func dash(_ words: [String]) -> Failure? {
    guard
      let word = words.first(where: {
        ["—", "–"].contains($0.first) && $0.dropFirst().first?.isLetter == true
      }),
      access(word, F_OK) != 0
    else { return nil }
    let option = "--\(word.drop { !$0.isLetter })"
    return .usage(
      "Перед «\(option.dropFirst(2))» стоит тире, нужны два дефиса. Возможно, вы имели в виду: \(option)",
      "There is a dash before «\(option.dropFirst(2))» instead of two hyphens. Perhaps you meant: \(option)")
  }

  private static func unknownOption(
    _ message: String, _ command: any ParsableCommand.Type, _ path: [String]
  ) -> Failure? {
    let begin = "Unknown option '"
    guard message.hasPrefix(begin) else { return nil }
    let option = String(message.dropFirst(begin.count).prefix { $0 != "'" })
    let near = NearWords.of(option, among: names(of: command))
    let call = path.joined(separator: " ")
    return .usage(
      "Нет такого ключа: «\(shown: option)».\(meant(near))\nВсе ключи: \(call) --help",
      "There is no such option: «\(shown: option)».\(meant(near))\nAll options: \(call) --help")
  }

  /// The options of a command, as its help names them.
  private static func names(of command: any ParsableCommand.Type) -> [String] {
    let help = command.helpMessage(includeHidden: true, columns: 400)
    let words = help.split { $0.isWhitespace || "[]|/,.;:()'«»".contains($0) }
    var seen: Set<Substring> = []
    return words.filter { $0.hasPrefix("--") && $0.count > 2 && seen.insert($0).inserted }.map(String.init)
  }

  private static func meant(_ near: [String]) -> String {
    near.isEmpty
      ? ""
      : say(
        " Возможно, вы имели в виду: \(near.joined(separator: ", "))",
        " Perhaps you meant: \(near.joined(separator: ", "))")
  }
}
