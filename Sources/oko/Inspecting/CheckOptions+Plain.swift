import Assessment
import Console

extension CheckOptions {
  private static let once = [
    "--form", "--criteria", "--roster", "--class-map", "--explanations", "--fail-on", "--held", "--at",
    "--policy",
    "--lang", "--format", "--schemas",
  ]
  private static let repeated = ["--scores", "--report"]

  /// The options from plain words; `nil` where ArgumentParser has to judge.
  ///
  /// Each property is set, for one that is not would end the process when it is read.
  static func plain(_ words: some Sequence<String>, and other: [String] = []) -> (Self, PlainWords)? {
    guard let words = PlainWords(words, options: once + other, repeated: repeated), !words.arguments.isEmpty,
      let failOn: Severity = words.value("--fail-on", or: .query),
      let lang: Language = words.value("--lang", or: Say.language),
      let format: OutputFormat = words.value("--format", or: .text)
    else { return nil }
    var (work, outcome, clock, common) = (WorkOptions(), OutcomeOptions(), ClockOptions(), CommonOptions())
    (work.form, work.criteria) = (words["--form"], words["--criteria"])
    outcome.failOn = failOn
    (clock.held, clock.at, clock.policy) = (words["--held"], words["--at"], words["--policy"])
    clock.enforceDeadline = false
    (common.lang, common.format, common.schemas) = (lang, format, words["--schemas"])
    var options = CheckOptions()
    (options.files, options.scores, options.report) = (
      words.arguments, words.all("--scores"), words.all("--report")
    )
    (options.roster, options.classMap) = (words["--roster"], words["--class-map"])
    options.explanations = words["--explanations"]
    (options.work, options.outcome, options.clock, options.common) = (work, outcome, clock, common)
    return (options, words)
  }
}

extension Check {
  /// The command from plain words.
  init?(plain words: some Sequence<String>) {
    guard let (options, _) = CheckOptions.plain(words) else { return nil }
    self.init()
    self.options = options
  }
}

extension Convert {
  /// The command from plain words.
  init?(plain words: some Sequence<String>) {
    guard let (options, words) = CheckOptions.plain(words, and: ["-o", "--output"]),
      let output = words["-o"] ?? words["--output"], words["-o"] == nil || words["--output"] == nil
    else { return nil }
    self.init()
    self.options = options
    self.output = output
  }
}
