// One work from the keyed protocol to the filled form, with the modules of oko and nothing else of it:
//
//   swift run --package-path Examples/Library Example KEYED FORM DAY OUT

import Assessment
import Form
import Foundation
import Objectivity
import SchoolCalendar
import Seasons
import Spreadsheet

let paths = Array(CommandLine.arguments.dropFirst())
guard paths.count == 4, let held = CalendarDay(iso: paths[2]) else {
  print("Example KEYED FORM DAY OUT")
  exit(2)
}
func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

// Spreadsheet: what stands in the file, whatever program has written it.
let keyed = try bytes(paths[0])
let sheet = try Workbook(reading: keyed).sheets[0]
print(
  "Read: \(sheet.extent.rows) rows, \(sheet.extent.columns) columns; A1 holds \(sheet[CellReference(row: 0, column: 0)])"
)

// Form and Assessment: the downloaded form says what may be entered, the rules say what is wrong.
let (form, downloaded) = DownloadedForm.open(try bytes(paths[1]), name: "form.xlsx")
let seasons = Seasons()
guard let downloaded, let policy = try seasons.policy(id: "default") else {
  print("This is not a form of ФИС ОКО.")
  exit(3)
}
var request = InspectionRequest(
  sources: [Source(name: "keyed", role: .transcription, bytes: keyed), form], policy: policy)
request.form = downloaded.description
request.calendar = try seasons.calendar()
request.zones = try seasons.zones()
request.held = held
let inspection = Inspector.inspect(request)
for finding in inspection.findings where finding.severity > .info {
  print("\(finding.severity.word[.en])  \(finding.code)  \(finding.message(.en))")
}

// SchoolCalendar: until when the upload is due.
if let terms = inspection.examination.terms {
  print("The upload is due \(terms.due) at \(terms.cutoff) (\(terms.zone.id)).")
}

// Only an inspection that nothing stands against gives an accepted protocol, and only that can be written.
guard let accepted = inspection.accepted else {
  print("Nothing was written.")
  exit(1)
}
let filled = try downloaded.filled(with: accepted)
guard try Reread.differences(in: filled, from: accepted, blank: downloaded, name: "form.xlsx").isEmpty else {
  print("The written form does not read back.")
  exit(70)
}
try Data(filled).write(to: URL(filePath: paths[3]))
print("Written: \(accepted.rows.count) participants.")

// Objectivity: a share with its interval; small numbers are uncertain.
let present = accepted.rows.filter { !$0.isAbsent }
if let half = Proportion(present.count { 2 * $0.sum >= accepted.criteria.total }, of: present.count) {
  func percent(_ share: Double) -> Int { Int((100 * share).rounded()) }
  print(
    "Half of the points or more: \(half.count) of \(half.total), \(percent(half.share)) %"
      + " (95 %: \(percent(half.wilson.low)) to \(percent(half.wilson.high)) %).")
}
