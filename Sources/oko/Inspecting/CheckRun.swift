import Assessment
import Form
import SchoolCalendar
import Seasons
import Spreadsheet

/// One inspection of the files that a command line names.
struct CheckRun {
  let options: CheckOptions
  let seasons: Seasons
  let inspection: Inspection
  /// The bytes of each source, in the order of the inspection's sources.
  let files: [[UInt8]]
  /// The downloaded form, if one was given and understood.
  let form: DownloadedForm?

  init(_ options: CheckOptions) throws {
    self.options = options
    seasons = try options.common.seasons()
    let opened = try Self.open(options)
    try Self.refuseRepeated(opened.sources)
    form = opened.form
    files = opened.files
    var request = InspectionRequest(
      sources: opened.sources, policy: try options.clock.districtPolicy(seasons))
    request.form = opened.description
    if let id = options.criteria {
      request.work = Work(id: id)
      if request.work == nil { request.unknownWork = id }
    }
    request.take(seasons)
    request.held = try options.clock.day()
    request.now = try options.clock.now()
    if let text = options.classMap {
      guard let map = ClassMap(text) else {
        throw Failure.usage(
          "Классы указаны неверно: «\(text)». Нужен вид А=1,Б=2.",
          "The class map «\(text)» is not like А=1,Б=2.")
      }
      request.classMap = map
    }
    if let path = options.explanations { request.explanations = try ExplanationsFile.read(path) }
    inspection = Inspector.inspect(request)
  }

  /// The same file twice would only look like every code twice.
  private static func refuseRepeated(_ sources: [Source]) throws(Failure) {
    var seen: [String: String] = [:]
    for source in sources where source.role == .transcription || source.role == .scores {
      if let first = seen[source.digest + source.role.rawValue] {
        throw .usage(
          "Один и тот же файл указан дважды: \(first) и \(source.name).",
          "The same file is given twice: \(first) and \(source.name).")
      }
      seen[source.digest + source.role.rawValue] = source.name
    }
  }

  private struct Opened {
    var sources: [Source] = []
    var files: [[UInt8]] = []
    var form: DownloadedForm?
    var description: FormDescription?

    mutating func add(_ file: InputFile, _ role: Source.Role) {
      sources.append(Source(name: file.name, role: role, bytes: file.bytes))
      files.append(file.bytes)
    }
  }

  private static func open(_ options: CheckOptions) throws(Failure) -> Opened {
    var opened = Opened()
    for path in options.files { opened.add(try InputFile(path), .transcription) }
    for path in options.scores { opened.add(try InputFile(path), .scores) }
    if let path = options.form {
      let file = try InputFile(path)
      let (source, form) = DownloadedForm.open(file.bytes, name: file.name)
      opened.sources.append(source)
      opened.files.append(file.bytes)
      opened.form = form
      opened.description = form?.description
    } else if options.criteria == nil, let first = opened.sources.first, let bytes = opened.files.first {
      // A filled form that is checked by itself states its own criteria.
      opened.description = DownloadedForm.open(bytes, name: first.name).form?.description.asOwnSource
    }
    if let path = options.roster { opened.add(try InputFile(path), .roster) }
    return opened
  }

  /// The code of a run whose findings are these.
  func exit(beside other: [Exit] = []) -> Exit {
    var codes = other
    for finding in inspection.findings {
      if finding.severity == .fatal {
        codes.append(["SYS001", "OUT001"].contains(finding.code) ? .ownFailure : .unreadable)
      } else if finding.severity >= options.failOn, finding.explanation == nil {
        codes.append(.findings)
      }
    }
    if options.clock.enforceDeadline, let terms = inspection.examination.terms,
      let now = inspection.examination.now,
      terms.isOverdue(at: now)
    {
      codes.append(.deadlineMissed)
    }
    return Exit.worst(codes)
  }
}

extension InspectionRequest {
  /// Takes the shipped data.
  mutating func take(_ seasons: Seasons) {
    table = { work in try? seasons.criteria(for: work) }
    season = { year, day, grade in
      if let year { return try? seasons.season(year) }
      // A day outside every window still has its year's season: DDL007 names its windows.
      return day.flatMap {
        (try? seasons.season(holding: $0, grade: grade)) ?? (try? seasons.season($0.year))
      }
    }
    calendar = (try? seasons.calendar()) ?? calendar
    zones = (try? seasons.zones()) ?? zones
  }
}

extension FormDescription {
  /// The description of a form that is itself the transcription: that rows stand in it is no news.
  fileprivate var asOwnSource: FormDescription {
    var copy = self
    copy.filled = []
    return copy
  }
}
