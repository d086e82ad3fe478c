import Assessment
import Checking
import Reports
import SchoolCalendar
import Seasons
import Spreadsheet

extension FuzzTarget {
  private static let regulations = try? Regulations().readAhead

  /// Headers, names of works, classes and files, as people write them.
  static let headers = FuzzTarget(name: "headers") { input in
    let text = String(decoding: input, as: UTF8.self)
    _ = HeaderMeaning(text)
    _ = ClassMap(text)
    _ = FormName(text)
    _ = PersonName.isLikely(text)
    mustHold(
      !Visible.text(text, .ru).unicodeScalars.contains { $0.value < 32 || (0x202A...0x202E) ~= $0.value },
      text)
    if let work = Work(id: text) { mustHold(Work(id: work.id) == work, work.id) }
    if let day = CalendarDay(iso: text) { mustHold(CalendarDay(iso: day.description) == day, text) }
    if let moment = Moment(rfc3339: text) { _ = moment.secondsSince1970 }
    _ = Recognition(Array("Код;Вариант;Класс;\(text)\n40001;1;1;1\n".utf8), name: text)
  }

  private static let formats = ReportFormat.allCases.filter { $0 != .xlsx }

  /// A keyed protocol: every rule, and one report, which the bytes choose: all of them cost ten times the rest.
  static let `protocol` = FuzzTarget(name: "protocol") { input in
    guard let regulations else { return }
    var job = CheckJob([.init(name: "4А.csv", role: .transcription, bytes: input)])
    job.criteria = "2024/4-МА/basic"
    job.held = CalendarDay(iso: "2024-04-15")
    job.now = Moment(rfc3339: "2024-04-16T10:00:00+08:00")
    let answer = job.run(under: regulations)
    let chosen = input.reduce(0) { $0 &+ Int($1) } % formats.count
    _ = try? formats[chosen].bytes(answer.inspection, .ru, version: "0")
    if let accepted = answer.inspection.accepted {
      mustHold(answer.inspection.worst.map { $0 < .error } ?? true, "accepted with an error")
      mustHold(!accepted.rows.isEmpty, "accepted without a pupil")
    }
  }

  /// A workbook of any rows, with marks and our own sheet in its copy.
  static let annotating = FuzzTarget(name: "annotating") { input in
    guard let regulations else { return }
    let bytes = Parts.workbook([Parts.sheetPart: Parts.worksheet(input)])
    var job = CheckJob([.init(name: "4А.xlsx", role: .transcription, bytes: bytes)])
    job.criteria = "2024/4-МА/basic"
    let answer = job.run(under: regulations)
    let report = AnnotatedReport(answer.inspection, .ru, source: 0, bytes: bytes)
    guard let copy = try? report.workbook() else { return }
    guard let book = try? Workbook(reading: copy) else { return mustHold(false, "a copy cannot be read") }
    let old = answer.inspection.examination.sources[0].workbook?.sheets.first
    mustHold(old.map { texts(of: $0) } == book.sheets.first.map { texts(of: $0) }, "a copy holds other cells")
  }

  private static func texts(of sheet: Sheet) -> [String] {
    sheet.cells.compactMap { cell in
      let text = sheet.value(of: cell).description
      return text.isEmpty ? nil : "\(cell.reference) \(text)"
    }
  }

  /// The files of a district: its policy, a table of criteria, a season, a calendar.
  static let district = FuzzTarget(name: "district") { input in
    _ = try? Regulations(.init(policy: .init(path: "own.json", json: input)))
    let paths = ["criteria/2024/4-ma.json", "seasons/2024.json", "calendar/2024.json", "layouts/2024.json"]
    let seasons = Seasons(overlay: paths.map { ($0, input) })
    _ = try? seasons.criteria(for: Work(season: 2024, grade: 4, subject: "МА"))
    _ = try? seasons.season(2024)
    _ = try? seasons.calendar()
    _ = try? seasons.layout(season: 2024)
  }
}
