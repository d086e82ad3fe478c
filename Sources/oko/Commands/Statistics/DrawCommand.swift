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

    @Option(
      help: ArgumentHelp(
        say(
          "Школа, чья очередь подошла (не контролировали четыре года): включается по плановой ротации; можно несколько раз.",
          "A school whose turn has come (not controlled for four years): included by turn; may be given again."
        ),
        valueName: "school"))
    var due: [String] = []

    @Option(
      help: ArgumentHelp(
        say(
          "Таблица федеральных маркеров (школа; число): показывается рядом, на отбор не влияет.",
          "A table of federal markers (school; number): shown beside, without influence on the draw."),
        valueName: "file"))
    var markers: String?

    @OptionGroup var seed: SeedOption

    func run() throws {
      guard options.school == nil else {
        throw Failure.usage(
          "Отбор идёт по всем школам: уберите --school.", "All schools are drawn from: leave --school out.")
      }
      let review = DistrictReview(try options.results(), seed: seed.seed)
      let names = Set(review.schools.map(\.name))
      if let unknown = (explained + due).first(where: { !names.contains($0) }) {
        throw Failure.usage(
          "Школы «\(unknown)» нет в файлах.", "The school «\(unknown)» is not in the files.")
      }
      let schools = review.schools.map { school in
        ControlSample.School(
          login: school.name, score: school.score,
          isCertain: school.isCertain && !explained.contains(school.name), isDue: due.contains(school.name))
      }
      guard
        let sample = ControlSample(
          schools: schools, places: places, seed: published, year: year, digest: sha256)
      else {
        throw Failure.usage(
          "Мест должно быть от 3 до \(schools.count) (столько школ в файлах), и четверть их, но не меньше двух, остаётся жребию: на ротацию (--due) хватает не всех.",
          "Places must be 3 to \(schools.count), as many as there are schools in the files, and a quarter of them, two at least, is left to chance: turns (--due) may take the others only."
        )
      }
      let report = StatisticsReport(
        sample: sample, review: review, markers: try markers.map { try FederalMarkers.read($0) } ?? [:],
        seed: published, year: year, origin: try options.origin())
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
      let table = try SmallTable(file)
      let schools = try ControlledSchools.read(table)
      try output.show(
        StatisticsReport(estimate: schools, origin: try output.origin([table.name])), beside: [file])
    }
  }
}
