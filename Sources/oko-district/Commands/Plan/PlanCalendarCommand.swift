import ArgumentParser
import Assessment
import Console
import District
import SchoolCalendar

/// `oko plan ics`: the plan's days for a calendar program.
struct PlanCalendarCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ics",
      abstract: say(
        "Календарь плана: работы, срок эксперта, срок загрузки.",
        "The plan as a calendar: tests, the expert's term, the upload."),
      discussion: say(
        "Имён в календаре нет.\nПример: oko plan ics план.xlsx -o впр.ics",
        "There are no names in the calendar.\nExample: oko plan ics plan.xlsx -o vpr.ics"))
  }

  @OptionGroup var plan: PlanOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say("Куда записать; без ключа на экран.", "Where to write; the screen without it."), valueName: "file"))
  var output: String = "-"

  @Option(
    help: ArgumentHelp(
      say("Только одна школа, по логину.", "One school only, by its login."), valueName: "login"))
  var school: String?

  func run() throws {
    let request = try plan.request()
    let target = try OutputFile(output, notOver: [plan.file])
    let check = PlanCheck(try plan.read(), request)
    guard let document = check.plan, check.inspection.worst != .fatal else {
      throw Failure(
        .unreadable,
        say(
          "Плана в файле нет; что не так, скажет oko plan check.",
          "There is no plan in the file; see oko plan check."))
    }
    if let school, document.school(school) == nil {
      throw Failure.usage("В плане нет школы «\(school)».", "The plan has no school «\(school)».")
    }
    let calendar = PlanCalendar(
      document, check.inspection, plan.common.lang, stamp: request.now ?? Moment(secondsSince1970: 0))
    try target.write(Array(calendar.text(ofSchool: school.flatMap { document.school($0)?.login.value }).utf8))
    guard calendar.leftOut > 0 else { return }
    Standard.error(
      say(
        "В календарь не вошли работы без даты или без сроков: \(calendar.leftOut). Подробнее: oko plan check.",
        "Works without a day or without terms are not in the calendar: \(calendar.leftOut). See oko plan check."
      ))
  }
}
