import Assessment
import Checking
import Console
import SchoolCalendar

/// The check of the files that a command line names, and the code with which the run ends.
struct CheckRun {
  let options: CheckOptions
  let answer: CheckAnswer

  var inspection: Inspection { answer.inspection }

  init(_ options: CheckOptions) throws {
    self.options = options
    var job = try options.job()
    if let (first, again) = job.repeated {
      throw Failure.usage(
        "Один и тот же файл указан дважды: \(shown: first) и \(shown: again).",
        "The same file is given twice: \(shown: first) and \(shown: again).")
    }
    job.nameFilesApart()
    answer = job.run(under: try options.clock.regulations(options.common))
  }

  /// The code of a run whose findings are these.
  func exit(beside other: [Exit] = []) -> Exit {
    var codes = other + inspection.exits(failOn: options.outcome.failOn)
    if options.clock.enforceDeadline, let terms = inspection.examination.terms,
      let now = inspection.examination.now,
      terms.isOverdue(at: now)
    {
      codes.append(.deadlineMissed)
    }
    return Exit.worst(codes)
  }
}

extension CheckOptions {
  /// What is to be checked: the files read, the clock asked.
  fileprivate func job() throws -> CheckJob {
    var job = CheckJob()
    for path in files { job.files.append(try InputFile(path).as(.transcription)) }
    for path in scores { job.files.append(try InputFile(path).as(.scores)) }
    try work.add(to: &job)
    if let roster { job.files.append(try InputFile(roster).as(.roster)) }
    job.held = try clock.day()
    job.now = try clock.now()
    if let text = classMap {
      guard let map = ClassMap(text) else {
        throw Failure.usage(
          "Классы указаны неверно: «\(shown: text)». Нужен вид А=1,Б=2.",
          "The class map «\(shown: text)» is not like А=1,Б=2.")
      }
      job.classMap = map
    }
    if let explanations { job.explanations = try Explanations(readingFile: explanations) }
    return job
  }
}

extension InputFile {
  func `as`(_ role: Source.Role) -> CheckJob.File {
    CheckJob.File(name: ownName, role: role, bytes: bytes)
  }
}

extension CheckJob {
  /// Gives the files the names under which they may be shown, no two the same: «протокол.xlsx» may lie in two folders.
  mutating func nameFilesApart() {
    // The form keeps its own: with that name it goes back to ФИС ОКО.
    let order =
      files.indices.filter { files[$0].role == .form } + files.indices.filter { files[$0].role != .form }
    for (index, name) in zip(order, ShownName.distinct(order.map { files[$0].name }, keepsSame: false)) {
      files[index] = File(name: name, role: files[index].role, bytes: files[index].bytes)
    }
  }
}
