import ArgumentParser
import Assessment
import Checking
import Console

/// By what a protocol is understood: the downloaded form, or a table of the data.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Форма, скачанная из ФИС ОКО.", "The form downloaded from ФИС ОКО."), valueName: "file"))
  var form: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Критерии по имени из «oko criteria list»: 2024/4-МА/basic.",
        "Criteria by a name of `oko criteria list`: 2024/4-МА/basic."), valueName: "id"))
  var criteria: String?

  /// Adds them to a check.
  func add(to job: inout CheckJob) throws(Failure) {
    if let form { job.files.append(try InputFile(form).as(.form)) }
    job.criteria = criteria
  }
}
