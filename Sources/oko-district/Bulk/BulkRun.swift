import Assessment
import Checking
import Console
import District
import Registry
import SchoolCalendar
import Seasons
import Spreadsheet
import Workers

/// One run over a pile: find the files, tell what they are, pair them, check what has changed, remember it.
struct BulkRun {
  let workers: Int
  let language: Language
  let regulations: Regulations
  let registry: DistrictRegistry
  let output: BulkFolder?
  let pool: WorkerPool
  let now: Moment
  let run: Int
  /// Whether files that name no school belong to their folder: in a collection of files it does not matter whose they are.
  var takesFoldersForSchools = false
  /// Whether progress goes to stderr in lines.
  var tellsProgress = false

  /// What a run over the pile has shown.
  struct Outcome {
    let pairing: Pairing
    /// The files that were found, with ZIPs that could not be opened.
    var strays: [StrayNote]
    let files: Int
    /// The name of a file by its digest.
    let names: [String: String]
    /// What an interrupted run did not come to.
    var unfinished: Unfinished?
    var isInterrupted: Bool { unfinished != nil }
  }

  func perform(_ plan: DistrictPlan?, _ walk: borrowing PileWalk) async throws -> Outcome {
    let files = try await recognised(walk.files)
    let seasons = regulations.seasons
    let pairing = Pairing(
      files, plan: plan, today: today, takesFoldersForSchools: takesFoldersForSchools,
      hasTable: { work in (try? seasons.criteria(for: work)) != nil })
    var outcome = Outcome(
      pairing: pairing, strays: strays(pairing, walk), files: walk.files.count + walk.refused.count,
      names: Dictionary(files.map { ($0.digest, $0.name) }) { first, _ in first })
    if files.count < walk.files.count {
      outcome.unfinished = Unfinished(files: walk.files.count - files.count, works: [])
    } else {
      let left = try await check(pairing.groups)
      if Interruption.isOn { outcome.unfinished = Unfinished(files: 0, works: left) }
    }
    return outcome
  }

  /// The day in the district's zone.
  private var today: CalendarDay {
    let zone = (try? regulations.seasons.zones())?[regulations.policy.zone]
    // Without a zone nothing can be said to be early.
    return zone.map { now.day(in: $0) } ?? CalendarDay.last
  }

  // MARK: Files

  private func recognised(_ found: [PileWalk.Found]) async throws -> [PileFile] {
    let reader = FileReader(pool: pool, registry: registry)
    var files: [PileFile] = []
    var received: [ReceivedFile] = []
    var progress = Progress(.files, total: found.count, isTold: tellsProgress)
    try await forEachResult(of: found, width: workers * 2) {
      await reader.look(at: $0)
    } _: { seen in
      files.append(seen.file)
      if let new = seen.received { received.append(new) }
      if received.count >= Self.batch { try put(&received) }
      progress.step(seen.file.path)
      return !Interruption.isOn
    }
    progress.end()
    try put(&received)
    return files.sorted { $0.place < $1.place }
  }

  /// So many are put down at once: each commit waits for the disk.
  private static let batch = 64

  private func put(_ received: inout [ReceivedFile]) throws {
    guard !received.isEmpty else { return }
    try registry.record(received, at: now)
    received = []
  }

  private func strays(_ pairing: Pairing, _ walk: borrowing PileWalk) -> [StrayNote] {
    var notes = walk.refused.map { refused in
      StrayNote(path: refused.path, reason: refused.words, finding: document(refused))
    }
    notes += pairing.strays.map { stray in
      StrayNote(path: stray.file.path, reason: stray.reason, finding: document(stray))
    }
    return notes.sorted { $0.path < $1.path }
  }

  private func document(_ refused: PileWalk.Refused) -> FindingDocument? {
    let source = Source(
      name: refused.path, role: .transcription, digest: "", outcome: .failure(refused.error))
    return documents(of: source).first
  }

  private func document(_ stray: StrayFile) -> FindingDocument? {
    if !stray.crossings.isEmpty {
      return FindingDocument.all(
        of: Inspector.inspect(
          stray.crossings, files: [stray.file.path], under: InspectionRequest(under: regulations),
          school: stray.file.facts.login)
      ).first
    }
    guard stray.file.facts.kind == .unreadable, stray.file.facts.isTableThatFailed else { return nil }
    let reason = stray.file.facts.refusal.flatMap { SpreadsheetError.Reason(rawValue: $0) } ?? .notSpreadsheet
    return documents(
      of: Source(
        name: stray.file.path, role: .transcription, digest: "", outcome: .failure(SpreadsheetError(reason)))
    ).first
  }

  private func documents(of source: Source) -> [FindingDocument] {
    FindingDocument.all(of: Inspector.inspect(InspectionRequest(sources: [source], under: regulations)))
      .filter { $0.severity == "fatal" }
  }

  // MARK: Works

  /// Checks what has changed.
  ///
  /// - Returns: the works that an interruption left unchecked.
  private func check(_ groups: [WorkGroup]) async throws -> [WorkKey] {
    let rules = Self.digest(of: regulations)
    var book = DeadlineBook(regulations)
    let due = try groups.compactMap { group -> Due? in
      // A file beside the protocols stands before what was told earlier.
      let explanations = Explanations(
        group.explanations + (try registry.explanations(of: group.key)).entries)
      let inputs = self.inputs(group, explanations, rules, clockPhase(group, &book))
      if let known = try registry.work(group.key), known.result.inputs == inputs, isThere(known.result) {
        return nil
      }
      // What came in earlier, by another way, is not missing.
      if !group.isReceived, let known = try registry.work(group.key), !known.result.submissions.isEmpty {
        return nil
      }
      return Due(group: group, inputs: inputs, explanations: explanations)
    }
    let checker = WorkChecker(
      pool: pool, regulations: regulations, now: now, output: output, language: language)
    var results: [WorkResult] = []
    var left = Set(due.map(\.group.key))
    var progress = Progress(.works, total: due.count, isTold: tellsProgress)
    try await forEachResult(of: due, width: workers * 2) { due in
      await checker.check(due.group, due.inputs, due.explanations)
    } _: { result in
      // A worker that Ctrl-C has ended says nothing of the data.
      guard !Interruption.isOn else { return false }
      results.append(result)
      left.remove(result.key)
      if results.count >= Self.batch { try put(&results) }
      progress.step(result.key.words)
      return true
    }
    progress.end()
    try put(&results)
    return Array(left)
  }

  private struct Due: Sendable {
    let group: WorkGroup
    let inputs: String
    let explanations: Explanations
  }

  private func put(_ results: inout [WorkResult]) throws {
    guard !results.isEmpty else { return }
    try registry.record(results, run: run, at: now)
    results = []
  }

  /// Whether the form of a known result lies where it was written.
  private func isThere(_ result: WorkResult) -> Bool {
    guard let output else { return true }
    guard result.state == .written || result.state == .ready else { return true }
    return result.upload.map { output.holds($0) } ?? false
  }

  /// A digest of everything that a result depends on.
  private func inputs(
    _ group: WorkGroup, _ explanations: Explanations, _ rules: String, _ phase: String
  ) -> String {
    // A registry of before results were kept gets them by checking everything once more.
    var parts = [Version.text, "results", rules, phase, group.held?.description ?? "", group.criteria ?? ""]
    parts += group.members.map { "\($0.role.rawValue) \($0.file.digest) \($0.file.name)" }
    parts += group.aside.map { "aside \($0.digest)" }
    parts += group.crossings.map { "\($0)" }
    parts += explanations.entries.map { "\($0.fingerprint) \($0.value ?? "") \($0.text)" }
    return sha256(Array(parts.joined(separator: "\n").utf8))
  }

  /// What the clock has to do with a check: whether the expert's term is over (DDL003).
  private func clockPhase(_ group: WorkGroup, _ book: inout DeadlineBook) -> String {
    let terms = group.held.flatMap { book.terms(of: group.key.work, held: $0) }
    return terms.map { $0.isMarkingOverdue(at: now) ? "marking overdue" : "" } ?? ""
  }

  private static func digest(of regulations: Regulations) -> String {
    let files = regulations.files.overlay + [regulations.files.policy].compactMap { $0 }
    return sha256(files.flatMap { Array($0.path.utf8) + [0] + $0.json + [0] })
  }
}
