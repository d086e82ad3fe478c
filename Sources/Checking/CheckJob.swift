public import Assessment
internal import Form
public import SchoolCalendar
internal import Spreadsheet

/// One check of the files of one work: everything that it depends on, without paths, clock and command line.
///
/// The command line, the worker, the bulk run and the desk all check by it: the same job gives the same answer.
public struct CheckJob: Sendable {
  /// A file as somebody gave it.
  public struct File: Sendable, Hashable {
    /// The name without its folder, as reports print it.
    public let name: String
    /// What the file is for.
    public let role: Source.Role
    /// The whole file.
    public let bytes: [UInt8]

    /// A file with its name, its purpose and its bytes.
    public init(name: String, role: Source.Role, bytes: [UInt8]) {
      self.name = name
      self.role = role
      self.bytes = bytes
    }
  }

  /// What the files are read for.
  public var purpose = Purpose.check
  /// The files in the order in which they were given: transcriptions, scores sheets, at most one form, code lists.
  public var files: [File]
  /// The school whose rows of an export count, when it holds several.
  public var login: String?
  /// The name of the criteria, `2024/4-МА/basic`, when the form or the title blocks shall not tell them.
  public var criteria: String?
  /// The day of the test, when it is known from elsewhere than the files.
  public var held: CalendarDay?
  /// The moment of the check; without it no term is overdue.
  public var now: Moment?
  /// The class letters.
  public var classMap = ClassMap()
  /// What was explained beside the files.
  public var explanations = Explanations()

  /// A check of files; what is not set is told by the files themselves.
  public init(_ files: [File] = []) { self.files = files }

  /// Two transcriptions, or two scores sheets, that are byte for byte the same file: they would only look like every
  /// code twice, so a door says so instead of checking.
  public var repeated: (first: String, again: String)? {
    let sheets = files.filter { $0.role == .transcription || $0.role == .scores }
    for (index, file) in sheets.enumerated() {
      if let first = sheets[..<index].first(where: { $0.role == file.role && $0.bytes == file.bytes }) {
        return (first.name, file.name)
      }
    }
    return nil
  }

  /// Reads the files and runs every rule; a file that cannot be read is a finding too.
  public func run(under regulations: Regulations) -> CheckAnswer {
    let opened = open()
    var request = InspectionRequest(sources: opened.sources, under: regulations)
    request.purpose = purpose
    request.form = opened.description
    request.export = opened.export
    if let criteria {
      request.work = Work(id: criteria)
      if request.work == nil { request.unknownWork = criteria }
    }
    request.held = held
    request.now = now
    request.classMap = classMap
    request.explanations = explanations
    return CheckAnswer(
      job: self, regulations: regulations, inspection: Inspector.inspect(request), form: opened.form)
  }

  /// The answer in place of one that never came: a failure of ours, and not a word about the data.
  public func notRun(because reason: Text) -> Inspection {
    Inspection.notRun(
      on: files.map { Source(unread: $0.name, role: $0.role, bytes: $0.bytes) }, because: reason)
  }

  private struct Opened {
    var sources: [Source] = []
    var form: DownloadedForm?
    var description: FormDescription?
    var export: SystemExport?
  }

  private func open() -> Opened {
    var opened = Opened()
    for file in files {
      if file.role == .form, opened.form == nil {
        let (source, form) = DownloadedForm.open(file.bytes, name: file.name)
        opened.sources.append(source)
        opened.form = form
        opened.description = form?.description
      } else {
        let source = Source(name: file.name, role: file.role, bytes: file.bytes)
        if file.role == .export { opened.export = export(source, at: opened.sources.count) }
        opened.sources.append(source)
      }
    }
    let hasForm = files.contains { $0.role == .form }
    if !hasForm, criteria == nil, let first = files.first, first.role == .transcription {
      // A filled form that is checked by itself states its own criteria.
      opened.description = DownloadedForm.open(first.bytes, name: first.name).form?.description.asOwnSource
    }
    return opened
  }
}

extension CheckJob {
  /// What a source says as Ф1, or why it says nothing.
  private func export(_ source: Source, at place: Int) -> SystemExport? {
    guard let workbook = source.workbook else { return nil }
    do throws(ExportError) {
      return SystemExport(source: place, results: try IndividualResults(workbook), login: login)
    } catch {
      return SystemExport(source: place, results: nil, problem: error.words, login: login)
    }
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
