import ArgumentParser
import Assessment
import Blanks
import Checking
import Console
import Form
import SchoolCalendar
import Seasons

/// What every empty sheet is made from.
struct BlankOptions: ParsableArguments {
  @OptionGroup var work: WorkOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say("Куда записать лист (.xlsx).", "Where to write the sheet (.xlsx)."), valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      say("Коды участников: 40001-40030,40041.", "The participants' codes: 40001-40030,40041."),
      valueName: "codes"))
  var codes: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Сколько строк; без --codes и --roster в них первые коды работы.",
        "How many rows; without --codes and --roster they get the first codes of the work."), valueName: "n"))
  var count: Int?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      say("Порядковый номер класса.", "The ordinal number of the class."), valueName: "number"))
  var schoolClass: Int?

  @Option(
    help: ArgumentHelp(say("Название школы.", "The school's name."), valueName: "name"))
  var school: String?

  @Option(
    help: ArgumentHelp(
      say("День проведения, ГГГГ-ММ-ДД.", "The day of the test, YYYY-MM-DD."), valueName: "day"))
  var held: String?

  @OptionGroup var common: CommonOptions

  /// The file to write; `roster` is an input as the form is.
  func target(roster: String? = nil) throws(Failure) -> OutputFile {
    guard output == "-" || output.lowercased().hasSuffix(".xlsx") else {
      throw .usage(
        "Лист — это книга Excel: дайте файлу имя с .xlsx, а не \(shown: output).",
        "The sheet is an Excel workbook: give the file a name with .xlsx, not \(shown: output).")
    }
    return try OutputFile(output, notOver: [work.form, roster].compactMap { $0 })
  }

  /// What the form or the table says; `nil` when neither was given.
  func outline() throws(Failure) -> FormOutline? {
    if work.form != nil, work.criteria != nil {
      throw .usage("Укажите что-нибудь одно: --form или --criteria.", "Give one of --form and --criteria.")
    }
    if let form = work.form { return try outline(form: form) }
    return try work.criteria.map { id throws(Failure) in try outline(criteria: id) }
  }

  /// The same, where a sheet cannot do without.
  func neededOutline() throws(Failure) -> FormOutline {
    guard let outline = try outline() else {
      throw .usage(
        "Укажите скачанную форму (--form) или критерии (--criteria).",
        "Give the downloaded form (--form) or criteria (--criteria).")
    }
    return outline
  }

  private func outline(form path: String) throws(Failure) -> FormOutline {
    let file = try InputFile(path)
    let form: DownloadedForm
    do throws(FormError) {
      form = try DownloadedForm(file.bytes, name: file.name)
    } catch { throw Failure(.unreadable, FormWords.reading(error, file.name)) }
    let work = form.description.criteria.work
    return FormOutline(
      form,
      completedBy: try common.seasons().loading { seasons in
        try work.flatMap { try seasons.criteria(for: $0) }
      })
  }

  private func outline(criteria id: String) throws(Failure) -> FormOutline {
    let seasons = try common.seasons()
    guard let work = Work(id: id), let criteria = try seasons.loading({ try $0.criteria(for: work) }) else {
      throw .usage(
        "Такой таблицы нет: «\(shown: id)». Все таблицы: oko criteria list.",
        "There is no such table: «\(shown: id)». All tables: oko criteria list.")
    }
    guard let layout = try seasons.loading({ try $0.layout(season: work.season) }) else {
      throw Failure(.usage, FormError.noLayout(season: work.season).words[Say.language])
    }
    do throws(FormMakingError) {
      return try FormOutline(criteria, layout: layout)
    } catch { throw Failure(.usage, FormError.cannotMake("\(error)").words[Say.language]) }
  }

  /// What stands above the table.
  func heading(_ outline: FormOutline?) throws(Failure) -> SheetHeading {
    var heading = SheetHeading(work: outline?.criteria.work)
    heading.school = school
    if let held {
      guard let day = CalendarDay(iso: held) else {
        throw .usage(
          "Нет такого дня: «\(shown: held)». Нужен вид 2024-04-15.",
          "There is no such day: «\(shown: held)». Write 2024-04-15.")
      }
      heading.held = day
    }
    if let schoolClass {
      let known = outline?.criteria.terms.classes ?? 1...50
      guard known.contains(schoolClass) else {
        throw .usage(
          "Номер класса — от \(known.lowerBound) до \(known.upperBound), указан \(schoolClass).",
          "The number of a class is \(known.lowerBound) to \(known.upperBound), not \(schoolClass).")
      }
      heading.schoolClass = schoolClass
    }
    return heading
  }
}
