internal import Assessment
internal import Checking
internal import FoundationEssentials
internal import SchoolCalendar

/// What a parent asks of its worker: the head of a frame, whose parts are the files in their order.
enum Order: Sendable, Codable {
  /// The first one: what the worker may use, and under what it checks.
  case begin(WorkerLimits, Regulations.Files)
  case sheet(name: String, isJSON: Bool, Language)
  case recognise(name: String)
  /// The empty sheet to key into, made from the file, which is a form.
  case blank(name: String)
  /// Another value for a cell of the file.
  case correct(sheet: Int, cell: String, value: String)
  case check(CheckOrder, [WantedReport])
  case convert(CheckOrder, name: String, [WantedReport])
}

/// A ``CheckJob`` without the bytes of its files.
struct CheckOrder: Sendable, Codable {
  struct File: Sendable, Codable {
    let name: String
    let role: String
  }

  let files: [File]
  let criteria: String?
  let held: CalendarDay?
  let now: Int?
  let classes: [String: Int]
  let explanations: [Explanations.Entry]

  init(_ job: CheckJob) {
    files = job.files.map { File(name: $0.name, role: $0.role.rawValue) }
    criteria = job.criteria
    held = job.held
    now = job.now?.secondsSince1970
    classes = job.classMap.numbers
    explanations = job.explanations.entries
  }

  /// The job with the bytes of its files; `nil` when they do not belong together.
  func job(_ parts: [[UInt8]]) -> CheckJob? {
    guard parts.count == files.count else { return nil }
    var job = CheckJob()
    for (file, bytes) in zip(files, parts) {
      guard let role = Source.Role(rawValue: file.role) else { return nil }
      job.files.append(CheckJob.File(name: file.name, role: role, bytes: bytes))
    }
    job.criteria = criteria
    job.held = held
    job.now = now.map { Moment(secondsSince1970: $0) }
    job.classMap = ClassMap(classes)
    job.explanations = Explanations(explanations)
    return job
  }
}

extension Frame {
  /// A frame whose head is a value.
  init(_ head: some Encodable, parts: [[UInt8]] = []) throws {
    self.init(head: Array(try JSONEncoder().encode(head)), parts: parts)
  }

  /// The value of the head.
  func decoded<Head: Decodable>(_ type: Head.Type) throws -> Head {
    try JSONDecoder().decode(type, from: Data(head))
  }
}
