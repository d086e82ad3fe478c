import ArgumentParser
import Console
import Workers

/// `oko worker`: the process in which files from outside are read; started by `bulk` and the desk, never by a person.
struct WorkerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "worker",
      abstract: say(
        "Рабочий процесс для чужих файлов; его запускает сама программа.",
        "The worker process for foreign files; the program starts it by itself."),
      shouldDisplay: false)
  }

  func run() throws {
    guard WorkerProcess.run(version: Version.text) else {
      throw Failure.usage(
        "Рабочий процесс запускает сама программа, а не человек.",
        "The worker process is started by the program and not by a person.")
    }
  }
}
