internal import Assessment
public import Checking
public import SchoolCalendar
internal import Spreadsheet

/// What was understood of a file by its content, in so little that a region's files fit in memory.
public struct FileFacts: Sendable, Hashable, Codable {
  /// What it is.
  public let kind: Recognition.Kind
  /// The login of the school in lower case.
  public let login: String?
  /// A digest of the name of the school that stands in its title.
  public var school: String?
  /// The subject's code.
  public let subject: String?
  /// The grade.
  public let grade: Int?
  /// The year of the season.
  public let season: Int?
  /// Whether the content names the advanced level.
  public let isAdvanced: Bool
  /// The day of the test.
  public let held: CalendarDay?
  /// The codes in it.
  public let codes: CodeSet
  /// How many rows of participants stand in its transcriptions, those without a code too.
  public var participants = 0
  /// A digest of the rows without header and title; `nil` without rows.
  public let rows: String?
  /// Whether our own sheet stands beside the protocol: it came back as a copy with marks.
  public let isAnnotated: Bool
  /// Why the reader refuses it: the reason word.
  public let refusal: String?

  /// The facts of a file that was recognised.
  public init(_ seen: Recognition) {
    kind = seen.kind
    let sheets = seen.sheets.filter { $0.kind != .findings }
    let form = seen.form
    login = sheets.lazy.compactMap(\.login).first
    school = sheets.lazy.compactMap(\.school).first
    subject = form?.subject ?? sheets.lazy.compactMap(\.subject).first
    grade = form?.grade ?? sheets.lazy.compactMap(\.grade).first
    season = form?.season ?? sheets.lazy.compactMap(\.season).first
    isAdvanced = form?.level == .advanced || sheets.contains { $0.level == .advanced }
    held = sheets.lazy.compactMap(\.held).first
    codes = CodeSet(sheets.flatMap(\.codes))
    // The empty rows of a form hold totals, and are nobody's.
    participants = sheets.filter { $0.kind == .transcription }.reduce(0) { count, sheet in
      count + (form == nil ? sheet.participants : sheet.codes.count)
    }
    let digests = sheets.compactMap(\.rows)
    rows = digests.isEmpty ? nil : digests.joined(separator: "+")
    isAnnotated = seen.isAnnotated
    refusal = seen.refusal?.reason.rawValue
  }

  /// What a file can be.
  public typealias Kind = Recognition.Kind

  /// Facts that are known from elsewhere.
  public init(
    _ kind: Kind, login: String?, subject: String?, grade: Int?, season: Int?, held: CalendarDay?,
    codes: [Int],
    rows: String?, isAnnotated: Bool = false
  ) {
    self.kind = kind
    self.login = login
    self.subject = subject
    self.grade = grade
    self.season = season
    isAdvanced = false
    self.held = held
    self.codes = CodeSet(codes)
    participants = codes.count
    self.rows = rows
    self.isAnnotated = isAnnotated
    refusal = nil
  }

  /// The facts of a file that a worker could not look at.
  public static let unread = FileFacts(
    .unreadable, login: nil, subject: nil, grade: nil, season: nil, held: nil, codes: [], rows: nil)
}

/// Codes as ranges: those of a class mostly follow one another.
public struct CodeSet: Sendable, Hashable, Codable {
  /// Ranges in ascending order, none touching another.
  public private(set) var ranges: [ClosedRange<Int>] = []

  /// A set of codes in any order.
  public init(_ codes: [Int]) {
    for code in codes.sorted() {
      if let last = ranges.last, code <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(code, last.upperBound)
      } else {
        ranges.append(code...code)
      }
    }
  }

  /// The codes of both sets.
  public func intersection(_ other: CodeSet) -> [Int] {
    ranges.flatMap { a in
      other.ranges.flatMap { b in Array(a.clamped(to: b).filter { a.contains($0) && b.contains($0) }) }
    }
    .sorted()
  }

  /// The codes that lie in none of some ranges.
  func outside(_ others: [ClosedRange<Int>]) -> [Int] {
    ranges.flatMap { range in range.filter { code in !others.contains { $0.contains(code) } } }
  }

  /// Whether there is no code.
  public var isEmpty: Bool { ranges.isEmpty }
}
