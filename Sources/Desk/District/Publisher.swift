internal import Assessment
internal import Registry
internal import Reports
internal import SchoolCalendar

/// Tells the registry what has become of a school's work at the desk, and the school what its experts have handed in.
struct Publisher: Sendable {
  let registry: DistrictRegistry
  let store: SubmissionStore
  let examiner: Examiner
  let language: Language
  let now: @Sendable () -> Int

  /// Puts down how a submission stands; one whose work is not known yet stands nowhere.
  func publish(_ submission: Submission, _ job: DeskJob) async throws {
    guard let school = submission.school, let result = await examiner.result(job, of: school) else {
      return
    }
    let moment = Moment(secondsSince1970: now())
    let run = try registry.beginRun(at: moment)
    try registry.record([result], run: run, at: moment)
    _ = try await store.change(submission.id) { $0.work = result.key.work.id }
  }

  /// Gives a school the scores that an expert has handed in: a sheet of the commission among the files of that work.
  func handIn(_ assignment: Assignment, _ sheet: KeyedSheet) async throws {
    let key = assignment.key
    let same = await store.list(of: key.school).first { $0.work == key.work.id }
    let submission = if let same { same } else { try await store.create(of: key.school, at: now()) }
    _ = try await store.change(submission.id) { $0.work = key.work.id }
    let name = "баллы-комиссии-\(assignment.marking).csv"
    for old in submission.files where old.name == name { try await store.remove(old.id, from: submission.id) }
    let file = Submission.File(
      id: RandomID.make(), name: name, role: "scores",
      why: language.say("набрано экспертом на сайте", "keyed by an expert at the desk"))
    try await store.add(sheet.csv(expert: "\(assignment.expert)"), file, to: submission.id)
  }
}
