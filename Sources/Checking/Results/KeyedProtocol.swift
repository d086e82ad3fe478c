public import Assessment
internal import Spreadsheet

/// A protocol or a filled form by itself: its criteria and its works, whatever else a check may say of it.
public struct KeyedProtocol: Sendable {
  /// The file's name.
  public let name: String
  /// The criteria by which it was read.
  public let criteria: Criteria
  /// The works of the present pupils.
  public let works: [KeyedWork]
  /// The school's login in the title block.
  public let login: String?

  /// Reads a file.
  ///
  /// - Throws: ``ResultsError/unreadable(file:_:)`` with the gravest finding of the check.
  public init(
    _ file: ResultsFile, criteria: String? = nil, form: CheckJob.File? = nil, under regulations: Regulations
  ) throws(ResultsError) {
    var job = CheckJob([CheckJob.File(name: file.name, role: .transcription, bytes: file.bytes)])
    if let form { job.files.append(form) }
    job.criteria = criteria
    let inspection = job.run(under: regulations).inspection
    guard let record = inspection.examination.record else {
      let finding = inspection.findings.max { $0.severity < $1.severity }
      throw .unreadable(
        file: file.name,
        Text(finding?.message(.ru) ?? "таблица не найдена", finding?.message(.en) ?? "no table was found"))
    }
    name = file.name
    self.criteria = record.criteria
    works = record.works
    login =
      inspection.examination.sources.first?.workbook?.sheets.lazy
      .compactMap { SheetIdentity($0)?.login }.first
  }
}

extension KeyedProtocol {
  /// What each task was marked with, by code; of a code that stands twice neither row counts.
  public var byCode: [Int: [Int?]] {
    let coded = works.compactMap { work in work.code.map { ($0, work.points.map { $0?.counted }) } }
    return Dictionary(grouping: coded) { $0.0 }.compactMapValues { $0.count == 1 ? $0[0].1 : nil }
  }

  /// The totals of the works of which every task was marked, by code.
  public var totals: [Int: Int] {
    byCode.compactMapValues { points in
      points.reduce(0) { sum, points in sum.flatMap { sum in points.map { sum + $0 } } }
    }
  }
}
