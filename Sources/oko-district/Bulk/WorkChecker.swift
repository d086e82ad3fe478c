import Assessment
import Checking
import Console
import District
import Registry
import Reports
import SchoolCalendar
import Spreadsheet
import Workers

/// Checks one work in a worker and writes what it gives: the form for the upload, or annotated copies.
struct WorkChecker: Sendable {
  let pool: WorkerPool
  let regulations: Regulations
  let now: Moment
  let output: BulkFolder?
  let language: Language

  /// Checks a group of files whose result is not known yet.
  func check(_ group: WorkGroup, _ key: String, _ explanations: Explanations) async -> WorkResult {
    var result = WorkResult(group.key, .missing)
    result.inputs = key
    result.held = group.held
    result.submissions = group.members.map { Submission(digest: $0.file.digest, role: $0.role.rawValue) }
    var documents = crossingDocuments(group, explanations)
    let explained = Set(documents.map(\.fingerprint))
    if group.isReceived {
      var job = CheckJob()
      for member in group.members {
        guard let bytes = try? InputFile(member.file.location).bytes else { continue }
        job.files.append(CheckJob.File(name: member.file.name, role: member.role, bytes: bytes))
      }
      job.criteria = group.criteria
      job.held = group.members.contains { $0.file.facts.held != nil } ? nil : group.held
      job.now = now
      job.explanations = Explanations(explanations.entries.filter { !explained.contains($0.fingerprint) })
      let holdsBack = documents.contains { $0.holdsBack }
      let name = formName(group)
      let answer =
        output == nil || holdsBack
        ? await pool.check(job, reports: [.results])
        : await pool.convert(job, name: name, reports: [.results])
      documents += FindingDocument.all(inCheck: answer.json).filter { !Self.passing.contains($0.code) }
      result.participants = answer.summary.participants
      result.results = answer.reports.first?.bytes.map { String(decoding: $0, as: UTF8.self) }
      result.held = result.held ?? answer.summary.held
      if let form = answer.form, let output {
        result.upload = try? output.write(
          form.bytes, digest: form.sha256, isMade: form.isMade, of: group.key, name)
      }
      if result.upload == nil, let output {
        await writeCopies(job, of: group, documents, to: output)
      }
    }
    result.findings = documents.compactMap { document in
      document.stored { name in group.files.first { $0.name == name }?.digest }
    }
    result.state = state(result, of: group)
    // What stands across files is not the check's to see.
    if result.state.isHeldBack { result.results = nil }
    return result
  }

  /// What a clock changes by the minute is told by the overview and not kept.
  private static let passing: Set<String> = ["DDL001", "DDL002"]

  private func crossingDocuments(_ group: WorkGroup, _ explanations: Explanations) -> [FindingDocument] {
    guard !group.crossings.isEmpty else { return [] }
    var request = InspectionRequest(under: regulations)
    request.explanations = explanations
    let inspection = Inspector.inspect(
      group.crossings, files: group.files.map(\.name), under: request, school: group.key.school)
    return FindingDocument.all(inCheck: Array(JSON(check: inspection).line.utf8))
  }

  private func state(_ result: WorkResult, of group: WorkGroup) -> WorkState {
    let open = result.findings.filter { !$0.isFolded && $0.holdsBack }
    switch open.map(\.severity).max() {
    case .fatal: return .unreadable
    case .error: return .errors
    case .query: return group.isReceived ? .queries : .missing
    default:
      guard group.isReceived else { return .missing }
      return result.upload == nil ? .ready : .written
    }
  }

  /// The name of the downloaded form stays; a made one is called like one.
  private func formName(_ group: WorkGroup) -> String {
    if let form = group.members.first(where: { $0.role == .form }) { return form.file.name }
    let work = group.key.work
    let level = work.level == .advanced ? " углублённый уровень" : ""
    return
      "Форма сбора результатов \(Subject.title(work.subject))\(level) \(work.grade) класс ВПР \(work.season).xlsx"
  }

  private func writeCopies(
    _ job: CheckJob, of group: WorkGroup, _ documents: [FindingDocument], to output: BulkFolder
  ) async {
    let sheets = job.files.indices.filter {
      job.files[$0].role == .transcription || job.files[$0].role == .scores
    }
    guard !sheets.isEmpty, documents.contains(where: { $0.holdsBack }) else { return }
    let answer = await pool.check(job, reports: sheets.map { .annotated(source: $0, language) })
    // Files of one name lay in several folders, or were called after several people.
    var taken: [String: Int] = [:]
    for (index, report) in zip(sheets, answer.reports) {
      let name = job.files[index].name
      taken[name, default: 0] += 1
      if let bytes = report.bytes { output.writeCopy(bytes, of: group.key, name, taken[name] ?? 1) }
    }
  }
}

extension FindingDocument {
  /// Whether it holds a work back.
  var holdsBack: Bool {
    severity == "fatal" || severity == "error" || (severity == "query" && explanation == nil)
  }
}
