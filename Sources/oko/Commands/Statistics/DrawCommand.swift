import ArgumentParser
import Assessment
import Checking
import Console
import Objectivity
import Reports
import Spreadsheet

extension StatsCommand {
  /// `oko stats draw`
  struct Draw: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Отобрать школы для контроля: три части, объявленное число, протокол для подписи.",
          "Draw the schools to be controlled: three strata, a published seed, minutes to sign."),
        discussion: say(
          "Основания считаются по результатам прошлых лет (Ф1). Число объявите заранее.\nПример: oko stats draw Ф1-мат.xlsx Ф1-рус.xlsx --places 6 --published 2024-03-01 --year 2024 --html протокол.html",
          "Grounds are counted from results of earlier years (Ф1). Publish the seed beforehand.\nExample: oko stats draw Ф1-мат.xlsx Ф1-рус.xlsx --places 6 --published 2024-03-01 --year 2024 --html minutes.html"
        ))
    }

    @OptionGroup var options: ResultsOptions

    @Option(help: ArgumentHelp(say("Сколько школ отобрать.", "How many schools to draw."), valueName: "n"))
    var places: Int

    @Option(
      help: ArgumentHelp(
        say("Объявленное число или слово.", "The published number or word."), valueName: "seed"))
    var published: String

    @Option(help: ArgumentHelp(say("Год контроля.", "The year of the control."), valueName: "year"))
    var year: Int

    @Option(
      help: ArgumentHelp(
        say(
          "Школа, чей признак объяснён обстоятельствами (лицей, ОГЭ): без обязательного включения; можно несколько раз.",
          "A school whose sign is explained by its circumstances: not included for certain; may be given again."
        ),
        valueName: "school"))
    var explained: [String] = []

    @OptionGroup var seed: SeedOption

    func run() throws {
      guard options.school == nil else {
        throw Failure.usage(
          "Отбор идёт по всем школам: уберите --school.", "All schools are drawn from: leave --school out.")
      }
      let review = DistrictReview(try options.results(), seed: seed.seed)
      let names = Set(review.schools.map(\.name))
      if let unknown = explained.first(where: { !names.contains($0) }) {
        throw Failure.usage(
          "Школы «\(unknown)» нет в файлах.", "The school «\(unknown)» is not in the files.")
      }
      let schools = review.schools.map { school in
        ControlSample.School(
          login: school.name, score: school.score,
          isCertain: school.isCertain && !explained.contains(school.name))
      }
      guard
        let sample = ControlSample(
          schools: schools, places: places, seed: published, year: year, digest: sha256)
      else {
        throw Failure.usage(
          "Мест должно быть от 3 до \(schools.count) (столько школ в файлах).",
          "Places must be 3 to \(schools.count), as many as there are schools in the files.")
      }
      let report = StatisticsReport(
        sample: sample, review: review, seed: published, year: year, origin: try options.origin())
      try options.output.show(report, beside: options.inputs)
    }
  }

  /// `oko stats estimate`
  struct Estimate: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "После контроля: доля изменённых работ по району с весами 1/π.",
          "After the control: the district's share of changed works, weighed by 1/π."),
        discussion: say(
          "Таблица: школа; π из протокола отбора; проверено работ; изменилось.\nПример: oko stats estimate итоги.csv",
          "A table: school; π of the minutes; works marked; changed.\nExample: oko stats estimate results.csv"
        ))
    }

    @Argument(
      help: ArgumentHelp(say("Таблица CSV, XLSX или ODS.", "A table: CSV, XLSX or ODS."), valueName: "file"))
    var file: String

    @OptionGroup var output: StatsOutput

    func run() throws {
      let input = try InputFile(file)
      let workbook: Workbook
      do throws(SpreadsheetError) {
        workbook = try Workbook(reading: input.bytes)
      } catch { throw Failure(.unreadable, "\(input.name): \(RefusalText.text(error, Say.language))") }
      let schools = try ControlledSchools.read(workbook, input.name)
      try output.show(
        StatisticsReport(estimate: schools, origin: try output.origin([input.name])), beside: [file])
    }
  }
}

/// The table of `oko stats estimate`: a header row, then a school a row.
enum ControlledSchools {
  static func read(_ workbook: Workbook, _ name: String) throws(Failure) -> [StatisticsReport
    .ControlledSchool]
  {
    var schools: [StatisticsReport.ControlledSchool] = []
    guard let sheet = workbook.sheets.first else { throw empty(name) }
    for row in sheet.rows.dropFirst() {
      let cells = (0..<4).map { sheet[CellReference(row: row.number, column: $0)] }
      if cells.allSatisfy({ $0 == .empty }) { continue }
      let numbers = cells.dropFirst().map { number($0) }
      guard let chance = numbers[0], let works = numbers[1].flatMap({ Int(exactly: $0) }),
        let changed = numbers[2].flatMap({ Int(exactly: $0) }), 0 < chance, chance <= 1, works >= 0,
        0...works ~= changed
      else {
        throw Failure(
          .unreadable,
          say(
            "\(name), строка \(row.number + 1): нужны школа, π от 0 до 1, число работ и сколько изменилось.",
            "\(name), row \(row.number + 1): school, π from 0 to 1, works and changed works are needed."))
      }
      schools.append(
        StatisticsReport.ControlledSchool(
          login: cells[0].description, inclusion: chance, works: works, changed: changed))
    }
    guard !schools.isEmpty else { throw empty(name) }
    return schools
  }

  private static func number(_ value: CellValue) -> Double? {
    switch value {
    case .number(let number): number
    case .text(let text): Double(text.replacing(",", with: "."))
    default: nil
    }
  }

  private static func empty(_ name: String) -> Failure {
    Failure(.unreadable, say("\(name): в таблице нет ни одной школы.", "\(name): the table holds no school."))
  }
}
