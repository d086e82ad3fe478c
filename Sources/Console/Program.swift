package import ArgumentParser
internal import Assessment
internal import Glibc
internal import Spreadsheet

/// What every program of ours is: a command line that ends with a code.
package protocol Program: ParsableCommand {
  /// The command of a command line that is plain enough to be read without ArgumentParser.
  static func plain(_ words: [String]) -> (any ParsableCommand)?
}

extension Program {
  package static func plain(_ words: [String]) -> (any ParsableCommand)? { nil }
}

extension Program {
  /// Reads the command line, runs the command that it names, and ends the process.
  package static func start() -> Never {
    let words = Array(CommandLine.arguments.dropFirst())
    ReadingProcess.prepare()
    // A file that may not grow further is an error with words then, and no sudden end.
    signal(SIGXFSZ, SIG_IGN)
    Glibc.exit(run(words).rawValue)
  }

  /// The same for a program whose commands wait for other processes.
  ///
  /// - Parameter words: the command line behind the program's name.
  package static func start(_ words: [String] = Array(CommandLine.arguments.dropFirst())) async -> Never {
    setenv("TZ", "UTC0", 1)
    let result: Result<Void, any Error>
    do {
      var command = try parsed(words)
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      result = .success(())
    } catch { result = .failure(error) }
    Glibc.exit(exit(of: result).rawValue)
  }

  private static func run(_ words: [String]) -> Exit {
    exit(
      of: Result {
        var command = try parsed(words)
        try command.run()
      })
  }

  private static func exit(of result: Result<Void, any Error>) -> Exit {
    do {
      try result.get()
      return .clean
    } catch let failure as Failure {
      if let message = failure.message { Standard.error(message) }
      return failure.exit
    } catch {
      let text = RussianHelp.translate(fullMessage(for: error))
      guard exitCode(for: error) == .success else {
        Standard.error(withoutNames(text))
        return .usage
      }
      Standard.out(text + "\n")
      return .clean
    }
  }

  /// The words of the command line that a message repeats, in its first line and between quotes, may be names of files.
  private static func withoutNames(_ message: String) -> String {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[0] = lines[0].split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % 2 == 1 ? ShownName.path(String($0.element)) : String($0.element) }
      .joined(separator: "'")
    return lines.joined(separator: "\n")
  }
}

extension Program {
  /// The command that the command line names, with its words read.
  ///
  /// It is looked up by the first word and reads the others by itself. The tree of all commands, each of which describes
  /// itself in whole sentences, is built only for groups of commands, and when help is asked for or a word is wrong
  /// (measured: a third of the start).
  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    if let failure = Misspelling.dash(words) { throw failure }
    if let command = plain(words) { return command }
    if let command = configuration.subcommands.first(where: { $0._commandName == words.first }),
      let result = try? command.parseAsRoot(Array(words.dropFirst())), type(of: result) == command
    {
      return result
    }
    do {
      // The parser answers a word behind `help` that it does not know with the help of what it does know.
      let command = try parseAsRoot(words)
      if words.first == "help", let failure = Misspelling.failure(words, in: self, message: "") {
        throw failure
      }
      return command
    } catch  where exitCode(for: error) != .success {
      throw Misspelling.failure(words, in: self, message: message(for: error)) ?? error
    }
  }
}

/// The version of all programs of ours.
package enum Version {
  /// By semantic versioning.
  package static let text = "0.1.0"
}
