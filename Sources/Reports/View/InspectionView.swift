public import Assessment
internal import SchoolCalendar
internal import Spreadsheet

/// An inspection as a screen shows it: the tables with their cells, the findings with their words, the clock.
///
/// It is plain data, so that a worker process can hand it over; columns of names are empty in it.
public struct InspectionView: Codable, Sendable, Equatable {
  /// The work, «Математика, 4 класс, ВПР 2024»; `nil` when it is not known.
  public let work: String?
  /// The name of the work, `2024/4-МА/basic`.
  public let workID: String?
  /// How many participants there are, and how many of them were absent.
  public let participants: Int
  /// Of the participants those who were absent.
  public let absent: Int
  /// Whether a form may be written.
  public let isAccepted: Bool
  /// «3 ошибки, 1 вопрос», or what was checked.
  public let summary: String
  /// What was not checked and why, a sentence each.
  public let notChecked: [String]
  /// The tables of transcriptions and scores sheets.
  public let tables: [TableView]
  /// The findings, gravest first; folded ones behind the one that explains them.
  public let findings: [FindingView]
  /// The terms, when the day of the test is known.
  public let clock: ClockView?

  /// The view of an inspection in a language.
  public init(_ inspection: Inspection, _ language: Language) {
    let examination = inspection.examination
    let report = TextReport(inspection, language)
    work = examination.work.map { work in
      let level = work.level == .advanced ? language.say(" (углублённый)", " (advanced)") : ""
      return language.say(
        "\(Subject.title(work.subject))\(level), \(work.grade) класс, ВПР \(work.season)",
        "\(Subject.title(work.subject))\(level), grade \(work.grade), ВПР \(work.season)")
    }
    workID = examination.work?.id
    participants = examination.record?.participants.count ?? 0
    absent = examination.record?.participants.count { $0.isAbsent } ?? 0
    isAccepted = inspection.isAccepted
    summary = report.summary
    notChecked = report.notCheckedParts
    tables = examination.tables.map { TableView($0, in: examination) }
    findings = FindingView.all(of: inspection, language)
    clock = examination.terms.map { ClockView($0, examination.now, language) }
  }
}

/// Both terms as a screen shows them.
public struct ClockView: Codable, Sendable, Equatable {
  /// The day of the test.
  public let held: String
  /// All of it in words: both terms, the readings, the one in use.
  public let text: String
  /// When the upload is due.
  public let line: String
  /// Seconds to the upload's cutoff, negative when it is past; `nil` without a moment.
  public let secondsLeft: Int?
  /// The expert's last day.
  public let expertDue: String

  init(_ terms: Terms, _ now: Moment?, _ language: Language) {
    let words = DeadlineText(terms, now, language)
    held = terms.held.description
    text = words.text
    line = words.line
    secondsLeft = now.map { terms.secondsLeft(at: $0) }
    expertDue = terms.expertDue.description
  }
}
