public import ArgumentParser
public import Assessment
package import Checking
package import Seasons

/// How an answer is printed.
package enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension Language: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

/// What a command takes that has one form of answer.
package struct LanguageOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("Язык: ru или en.", "Language: ru or en."), valueName: "ru|en"))
  package var lang: Language = Say.language

  package init() {}
}

/// What every other command takes.
package struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("Язык: ru или en.", "Language: ru or en."), valueName: "ru|en"))
  package var lang: Language = Say.language

  @Option(
    help: ArgumentHelp(
      say("Вид ответа: text или json.", "Form of the answer: text or json."), valueName: "text|json"))
  package var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp(
      say(
        "Папка с данными сезонов поверх встроенных.", "A folder with data of seasons over the built-in one."),
      valueName: "dir"))
  package var schemas: String?

  package init() {}

  /// The data of the seasons with the overlay.
  package func seasons() throws(Failure) -> Seasons {
    Seasons(overlay: try overlay().map { ($0.path, $0.json) })
  }

  /// The files of the folder that is laid over the built-in data.
  package func overlay() throws(Failure) -> [Regulations.Files.File] {
    guard let schemas else { return [] }
    return try SchemaFolder.files(of: schemas).map { .init(path: $0.path, json: $0.json) }
  }

  /// The data of the seasons and the policy of a file; the shipped default without one.
  package func regulations(policy path: String? = nil) throws(Failure) -> Regulations {
    var files = Regulations.Files(overlay: try overlay())
    if let path {
      let file = try InputFile(path)
      files.policy = .init(path: file.name, json: file.bytes)
    }
    do throws(SeasonError) {
      return try Regulations(files)
    } catch { throw .data(error) }
  }
}

extension Seasons {
  /// Loads something; broken data of a season is a matter of configuration.
  package func loading<T>(_ load: (Seasons) throws -> T) throws(Failure) -> T {
    do {
      return try load(self)
    } catch { throw .data(error) }
  }
}

extension Failure {
  /// The data of a season or a policy cannot be used.
  static func data(_ error: any Error) -> Failure {
    Failure(.usage, say("Данные сезона не прочитаны: ", "The season's data was not read: ") + "\(error)")
  }
}
