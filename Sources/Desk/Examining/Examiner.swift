internal import Assessment
internal import Checking
internal import District
internal import FoundationEssentials
internal import Registry
internal import Reports
internal import SchoolCalendar
internal import Spreadsheet
internal import Workers

/// The files of a submission as a check takes them, with all that was said of them.
struct DeskJob: Sendable {
  /// The files in the order of the check: transcriptions, scores, form, code lists.
  let sources: [Submission.File]
  let contents: [[UInt8]]
  let held: String?
  let explanations: [Submission.Explanation]
  /// Seconds since 1970.
  let now: Int
}

/// Has the files of submissions read and checked: they come from outside, so only workers open them.
struct Examiner: Sendable {
  /// A filled form, or in words why there is none.
  enum FormOutcome: Sendable {
    case form([UInt8])
    case refused(String)
  }

  /// What a file is, by what it was told, and of which work it is as far as it says.
  struct Told: Sendable {
    let role: String
    let why: String
    var grade: Int?
    var subject: String?
  }

  private let pool: WorkerPool

  /// - Throws: when the regulations cannot be told to workers.
  init(under regulations: Regulations, workers: WorkerProgram) throws {
    pool = try WorkerPool(count: 2, under: regulations, program: workers)
  }

  /// What a file is, and by what it was told; one that brings its reader down is unreadable.
  func recognise(_ bytes: [UInt8], name: String, _ language: Language) async -> Told {
    do throws(WorkerFailure) {
      let told = try await pool.recognise(bytes, name: name)
      let grade = told.form?.grade ?? told.sheets.lazy.compactMap(\.grade).first
      // The codes of a grade begin with its number.
      let gradeOfCodes = told.sheets.lazy.compactMap(\.codes.first).first.map { $0 / 10_000 }
      return Told(
        role: told.kind.rawValue, why: told.why[language],
        grade: grade ?? gradeOfCodes.flatMap { (4...8).contains($0) ? $0 : nil },
        subject: told.form?.subject ?? told.sheets.lazy.compactMap(\.subject).first)
    } catch {
      return Told(role: Recognition.Kind.unreadable.rawValue, why: error.words[language])
    }
  }

  /// The inspection as a screen shows it.
  func view(_ job: DeskJob, _ language: Language) async throws(DeskError) -> InspectionView {
    let bytes = try await report(.view(language), job, language)
    guard let view = try? JSONDecoder().decode(InspectionView.self, from: Data(bytes)) else {
      throw .examination("")
    }
    return view
  }

  /// The filled form, proven by reading it back.
  func form(_ job: DeskJob, _ language: Language) async -> FormOutcome {
    let name = job.sources.first { $0.role == "form" }?.name ?? "форма.xlsx"
    let answer = await pool.convert(check(job), name: name)
    if let form = answer.form { return .form(form.bytes) }
    return .refused(answer.noForm?[language] ?? "")
  }

  /// The copy of one of the sources with its marks; `nil` when it could not be read.
  func annotated(_ job: DeskJob, source: Int, _ language: Language) async -> [UInt8]? {
    let answer = await pool.check(check(job), reports: [.annotated(source: source, language)])
    return answer.reports.first?.bytes
  }

  /// The protocol of the check to be printed.
  func report(_ job: DeskJob, _ language: Language) async throws(DeskError) -> [UInt8] {
    try await report(.report(.html, language), job, language)
  }

  private func report(
    _ wanted: WantedReport, _ job: DeskJob, _ language: Language
  ) async throws(DeskError) -> [UInt8] {
    let made = await pool.check(check(job), reports: [wanted]).reports.first
    guard let bytes = made?.bytes else { throw .examination(made?.problem?[language] ?? "") }
    return bytes
  }

  /// A file with another value in one of its cells; `nil` when there is no such cell to mend.
  func correct(
    _ bytes: [UInt8], sheet: Int, cell: String, value: String
  ) async throws(WorkerFailure) -> CorrectedFile? {
    try await pool.correct(bytes, sheet: sheet, cell: cell, value: value)
  }

  /// The empty sheet to key into, made from a form; `nil` when it is none or brings its reader down.
  func sheet(of form: [UInt8], name: String) async -> [UInt8]? {
    (try? await pool.blank(form, name: name)) ?? nil
  }

  /// How a school's work stands by a check; `nil` when the files do not tell the work.
  func result(_ job: DeskJob, of school: String) async -> WorkResult? {
    let answer = await pool.check(check(job), reports: [.results])
    guard let work = answer.summary.work.flatMap({ Work(id: $0) }) else { return nil }
    var result = WorkResult(WorkKey(school: school, work: work), Self.state(of: answer.summary))
    result.held = answer.summary.held
    result.participants = answer.summary.participants
    let digests = Dictionary(
      zip(job.sources, job.contents).map { ($0.nameOfContent, sha256($1)) },
      uniquingKeysWith: { first, _ in first })
    result.submissions = zip(job.sources, job.contents).map { file, bytes in
      Registry.Submission(digest: sha256(bytes), role: file.role)
    }
    result.results = answer.reports.first?.bytes.map { String(decoding: $0, as: UTF8.self) }
    result.findings = FindingDocument.all(inCheck: answer.json).compactMap { $0.stored { digests[$0] } }
    return result
  }

  private static func state(of summary: CheckSummary) -> WorkState {
    if summary.count(.fatal) > 0 { return .unreadable }
    if summary.count(.error, unexplained: true) > 0 { return .errors }
    return summary.isAccepted ? .ready : .queries
  }

  /// Whether a text is a day.
  func isDay(_ text: String) -> Bool { CalendarDay(iso: text) != nil }

  private func check(_ job: DeskJob) -> CheckJob {
    var check = CheckJob(
      zip(job.sources, job.contents).map { file, bytes in
        CheckJob.File(
          name: file.nameOfContent, role: Source.Role(rawValue: file.role) ?? .transcription, bytes: bytes)
      })
    check.held = job.held.flatMap { CalendarDay(iso: $0) }
    check.now = Moment(secondsSince1970: job.now)
    check.explanations = Explanations(
      job.explanations.map {
        Explanations.Entry(fingerprint: $0.fingerprint, code: $0.code, value: $0.value, text: $0.text)
      })
    return check
  }
}
