import Assessment
import Checking
import Form
import Glibc
import SchoolCalendar

/// The whole job for many schools in one process: transcription and scores read, every rule, the form filled and read
/// back, in memory; prints the sum of all numbers in the forms.
enum WholeJobs {
  static func run(form path: String, pairs: ArraySlice<String>) throws {
    let form = contents(of: path)
    let regulations = try Regulations().readAhead
    var total = 0
    var bytes = 0
    var rest = pairs
    while let transcription = rest.popFirst(), let scores = rest.popFirst() {
      var job = CheckJob([
        .init(name: name(of: transcription), role: .transcription, bytes: contents(of: transcription)),
        .init(name: name(of: scores), role: .scores, bytes: contents(of: scores)),
        .init(name: name(of: path), role: .form, bytes: form),
      ])
      job.held = CalendarDay(iso: "2024-04-15")
      job.now = Moment(rfc3339: "2024-04-16T10:00:00+08:00")
      let answer = job.run(under: regulations)
      guard let filled = try? answer.filled(), let accepted = filled.inspection.accepted else {
        print("refused: \(transcription) \(answer.inspection.findings.map(\.code))")
        exit(1)
      }
      bytes += filled.bytes.count
      for row in accepted.rows {
        total += row.sum + row.variants.reduce(0, +) + (row.schoolClass ?? 0)
        if case .mark(let mark)? = row.previousMark { total += mark }
      }
    }
    print(total, bytes)
  }
}
