internal import Assessment
internal import Reports

/// A work at the desk: its files, the table as it was read, what is wrong with it, the clock, the way on.
struct SubmissionPage {
  let language: Language
  let session: Session
  let submission: Submission
  let view: InspectionView
  /// What a person is told once, after an action.
  var notice: String?

  var page: Page {
    Page(
      title: title, language: language, content: content, token: session.formToken, account: session.account)
  }

  var base: String { "/submissions/\(submission.id)" }

  private var told: HTML? { notice.map { "<p class=\"notice\" role=\"status\">\($0)</p>" } }

  private var title: String { view.work ?? language.say("Работа не определена", "The work is not known") }

  private var content: HTML {
    """
    <div class="head">
    <h1>\(title)</h1>
    \(BannerPart(language: language, view: view, submission: submission).markup)
    </div>
    \(told)
    <div class="desk">
    <div class="left">
    \(TablesPart(language: language, view: view, submission: submission, token: session.formToken).markup)
    </div>
    <div class="right">
    \(WayOnPart(language: language, view: view, submission: submission, token: session.formToken).markup)
    \(FindingsPart(language: language, view: view, submission: submission, token: session.formToken).markup)
    \(FilesPart(language: language, view: view, submission: submission, token: session.formToken).markup)
    \(ClockPart(language: language, view: view, submission: submission, token: session.formToken).markup)
    </div>
    </div>
    """
  }
}

/// A part of the page of a work.
protocol SubmissionPart {
  var language: Language { get }
  var view: InspectionView { get }
  var submission: Submission { get }
}

extension SubmissionPart {
  var base: String { "/submissions/\(submission.id)" }

  /// The anchor of a cell.
  func anchor(_ cell: FindingView.Cell) -> String { "c-\(cell.source)-\(cell.sheet)-\(cell.name)" }

  /// A form of one button.
  func button(_ action: String, _ word: String, _ token: String, look: String = "quiet") -> HTML {
    """
    <form method="post" action="\(base)/\(action)" class="inline"><input type="hidden" name="token" value="\(token)"><button class="\(
      look)">\(word)</button></form>
    """
  }
}

/// What stands above all: how it is, in one line.
struct BannerPart: SubmissionPart {
  let language: Language
  let view: InspectionView
  let submission: Submission

  var markup: HTML {
    let worst = view.findings.first { $0.cause == nil && $0.explanation == nil }?.severity ?? "info"
    let look =
      view.isAccepted ? "good" : ["fatal": "error", "error": "error", "query": "query"][worst] ?? "error"
    return """
      <p class="banner \(look)" role="status">\(view.summary)</p>
      <p class="count">\(people)</p>
      """
  }

  private var people: String {
    guard view.participants > 0 else { return "" }
    let noun = Plural.word(view.participants, "участник", "участника", "участников")
    return language.say(
      "\(view.participants) \(noun), отсутствовали: \(view.absent)",
      "\(view.participants) participants, absent: \(view.absent)")
  }
}
