import ArgumentParser
import Assessment
import Console
import Registry
import SchoolCalendar
import Spreadsheet

/// What became of an upload.
enum UploadOutcome: String, ExpressibleByArgument, CaseIterable {
  case uploaded, accepted, rejected
}

/// `oko db mark`: what became of a form, known by its bytes.
struct DatabaseMark: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mark",
      abstract: say(
        "Отметить, что форма загружена, принята или отклонена.",
        "Note that a form was uploaded, accepted or rejected."),
      discussion: say(
        "Пример: oko db mark форма.xlsx rejected --answer \"Нет кода 70012\" --db район.db",
        "Example: oko db mark form.xlsx rejected --answer \"No code 70012\" --db district.db"))
  }

  @Argument(help: ArgumentHelp(say("Загруженная форма.", "The form that was uploaded."), valueName: "file"))
  var form: String

  @Argument(
    help: ArgumentHelp(
      say("Что с ней: uploaded, accepted, rejected.", "What became of it: uploaded, accepted, rejected."),
      valueName: "outcome"))
  var outcome: UploadOutcome

  @Option(
    help: ArgumentHelp(
      say("Ответ ФИС ОКО, без имён.", "The answer of ФИС ОКО, without names."), valueName: "text"))
  var answer = ""

  @OptionGroup var file: RegistryOptions

  @Option(
    help: ArgumentHelp(
      say("Когда, со смещением; по умолчанию сейчас.", "When, with its offset; now by default."),
      valueName: "time"))
  var at: String?

  @OptionGroup var language: LanguageOptions

  func run() throws {
    if PersonName.isLikely(answer) {
      throw Failure.usage(
        "В ответе, похоже, есть имя: в реестре имён быть не должно. Назовите участника кодом.",
        "The answer seems to hold a name, and the registry holds none. Name the participant by code.")
    }
    var clock = ClockOptions()
    clock.at = at
    let now = try clock.now()
    let digest = sha256(try InputFile(form).bytes)
    let registry = try file.registry()
    do throws(RegistryError) {
      let uploads = try registry.uploads(digest: digest)
      guard let upload = uploads.first else {
        throw RegistryError.unknownForm(form)
      }
      switch outcome {
      case .uploaded: try registry.markUploaded(upload.key, digest: digest, at: now)
      case .accepted, .rejected:
        try registry.recordAnswer(
          upload.key, digest: digest, isAccepted: outcome == .accepted, words: answer, at: now)
      }
      let state = try registry.work(upload.key)?.result.state ?? .uploaded
      try registry.close()
      Standard.out("\(upload.key.school)  \(upload.key.work.id)  \(state.word[Say.language])\n")
    } catch { throw Failure(error) }
  }
}
