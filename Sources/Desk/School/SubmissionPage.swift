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
    \(BannerPart(page: self).markup)
    </div>
    \(told)
    <div class="desk">
    <div class="left">
    \(TablesPart(page: self).markup)
    </div>
    <div class="right">
    \(WayOnPart(page: self).markup)
    \(FindingsPart(page: self).markup)
    \(FilesPart(page: self).markup)
    \(ClockPart(page: self).markup)
    </div>
    </div>
    """
  }
}

/// A part of the page of a work.
protocol SubmissionPart {
  /// The page that it is a part of.
  var page: SubmissionPage { get }
}

extension SubmissionPart {
  var language: Language { page.language }
  var view: InspectionView { page.view }
  var submission: Submission { page.submission }
  var token: String { page.session.formToken }
  var base: String { "/submissions/\(submission.id)" }

  /// The anchor of a cell.
  func anchor(_ cell: FindingView.Cell) -> String { "c-\(cell.source)-\(cell.sheet)-\(cell.name)" }

  /// A form of one button.
  func button(_ action: String, _ word: String, look: String = "quiet") -> HTML {
    """
    <form method="post" action="\(base)/\(action)" class="inline"><input type="hidden" name="token" value="\(token)"><button class="\(
      look)">\(word)</button></form>
    """
  }
}

/// What stands above all: how it is, in one line.
struct BannerPart: SubmissionPart {
  let page: SubmissionPage

  var markup: HTML {
    guard !view.tables.isEmpty || !view.findings.isEmpty else {
      return """
        <p class="banner query" role="status">\(language.say(
          "Протокола пока нет: проверять нечего.", "There is no protocol yet: nothing to check."))</p>
        """
    }
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
