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

  /// Puts down that a school has uploaded a form which it took along from here, and what the system answered.
  func note(_ note: UploadNote, _ digest: String, _ job: DeskJob, of submission: Submission) async throws {
    guard let school = submission.school, var result = await examiner.result(job, of: school) else { return }
    result.upload = WrittenForm(
      digest: digest, path: "", isMade: !submission.files.contains { $0.role == "form" })
    result.state = .written
    let moment = Moment(secondsSince1970: now())
    try registry.record([result], run: try registry.beginRun(at: moment), at: moment)
    try note.record(result.key, digest: digest, in: registry, at: moment)
  }

  /// Gives a school the scores that an expert has handed in: a sheet of the commission among the files of that work.
  ///
  /// What a third expert hands in takes the place of both sheets before: his points are final.
  func handIn(_ assignment: Assignment, _ sheet: KeyedSheet) async throws {
    let key = assignment.key
    let same = await store.list(of: key.school).first { $0.work == key.work.id }
    let submission = if let same { same } else { try await store.create(of: key.school, at: now()) }
    _ = try await store.change(submission.id) { $0.work = key.work.id }
    let isFinal = assignment.marking == 3
    let name = isFinal ? "баллы-комиссии-итог.csv" : "баллы-комиссии-\(assignment.marking).csv"
    for old in submission.files
    where isFinal ? old.name.hasPrefix("баллы-комиссии-") : old.name == name {
      try await store.remove(old.id, from: submission.id)
    }
    let file = Submission.File(
      id: RandomID.make(), name: name, role: "scores",
      why: language.say("набрано экспертом на сайте", "keyed by an expert at the desk"))
    let final = isFinal ? try settled(key, by: sheet) : sheet
    try await store.add(final.csv(expert: "\(assignment.expert)"), file, to: submission.id)
  }

  /// The first marking with the third one's points over it.
  private func settled(_ key: WorkKey, by third: KeyedSheet) throws -> KeyedSheet {
    guard let first = try registry.assignments(of: key).first(where: { $0.marking == 1 }) else {
      return third
    }
    let keyed = KeyedSheet(try registry.entries(of: first.id), tasks: third.tasks, codes: third.codes)
    return KeyedSheet(first: keyed, third: third)
  }
}
