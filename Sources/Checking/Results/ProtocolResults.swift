public import Assessment

/// The points of a protocol that nothing stands against, by code: what a district remembers to count statistics from.
///
/// Codes, points and marks of the journal; no names, classes or files. Stored as JSON, a list a column.
public struct ProtocolResults: Sendable, Hashable, Codable {
  /// The tasks as the form spells them.
  public let tasks: [String]
  /// The maximum of each task (points).
  public let maxima: [Int]
  /// The participants' codes.
  public let codes: [Int]
  /// The mark of the previous period of each participant, 2 to 5.
  public let journal: [Int?]
  /// The points of each participant by task; what was not attempted counts 0.
  public let points: [[Int]]

  /// The results of an inspection; `nil` while something stands against the protocol, for statistics of mistakes are worth
  /// nothing.
  public init?(_ inspection: Inspection) {
    guard inspection.isAccepted, let record = inspection.examination.record else { return nil }
    let criteria = record.criteria.tasks
    let works = record.works.compactMap { work -> (code: Int, journal: Int?, points: [Int])? in
      let points = work.points.compactMap { $0?.counted }
      guard let code = work.code, points.count == criteria.count else { return nil }
      return (code, work.previousMark, points)
    }
    tasks = criteria.map(\.id.description)
    maxima = criteria.map(\.maximum)
    codes = works.map(\.code)
    journal = works.map(\.journal)
    points = works.map(\.points)
  }

  /// Whether every list has the length of its kin, and every point lies within its task: what was read from outside.
  var isSound: Bool {
    tasks.count == maxima.count && codes.count == journal.count && codes.count == points.count
      && Set(codes).count == codes.count && maxima.allSatisfy { $0 > 0 }
      && points.allSatisfy { row in
        row.count == maxima.count && zip(row, maxima).allSatisfy { 0...$1 ~= $0 }
      }
  }
}
