import ArgumentParser
import Assessment
import Console
import Objectivity
import Reports

extension StatsCommand {
  /// `oko stats threshold`
  struct Threshold: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Скопление баллов у границ отметок, точно, по всем работам вместе.",
          "Bunching at the boundaries of marks, exactly, over all works together."),
        discussion: say(
          "Пример: oko stats threshold Ф1-мат.xlsx Ф1-рус.xlsx --school edu380001 --html границы.html",
          "Example: oko stats threshold Ф1-мат.xlsx Ф1-рус.xlsx --school edu380001 --html boundaries.html"))
    }

    @OptionGroup var options: ResultsOptions

    func run() throws {
      let works = try options.results()
      let report = StatisticsReport(
        threshold: ThresholdAnalysis(works), alone: UnreferencedThreshold.alone(works),
        origin: try options.origin())
      try options.output.show(options.shown(report), beside: options.inputs)
    }
  }

  /// `oko stats means`
  struct Means: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Средние результаты школ: воронка, случайность, чего ждать через год.",
          "Means of schools: funnel, chance, what to expect next year."),
        discussion: say(
          "Пример: oko stats means Ф1-район.xlsx --svg графики",
          "Example: oko stats means Ф1-district.xlsx --svg plots"
        ))
    }

    @OptionGroup var options: ResultsOptions

    @Option(
      help: ArgumentHelp(
        say(
          "Опора по региону для работы: 2024/6-МА/basic=центр;внутри;между (п. п. от максимума, между — станд. отклонение).",
          "The region's reference for a work: 2024/6-МА/basic=centre;within;between (points of per cent; between is a standard deviation)."
        ), valueName: "work=numbers"))
    var region: [String] = []

    func run() throws {
      let all = MeansAnalysis(try options.results(), region: try RegionOption.read(region))
      let report = StatisticsReport(
        means: options.school.map { all.focused(on: $0) } ?? all, own: options.school,
        origin: try options.origin())
      try options.output.show(report, beside: options.inputs)
    }
  }

  /// `oko stats profile`
  struct Profile: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Лёгкие задания хуже, трудные лучше — рядом с учениками с тем же баллом.",
          "Easy tasks worse, hard ones better, beside pupils of the same total."),
        discussion: say(
          "Пример: oko stats profile Ф1-мат.xlsx Ф1-рус.xlsx --school edu380001",
          "Example: oko stats profile Ф1-мат.xlsx Ф1-рус.xlsx --school edu380001"))
    }

    @OptionGroup var options: ResultsOptions
    @OptionGroup var seed: SeedOption

    func run() throws {
      let works = try options.results()
      let report = StatisticsReport(
        profile: ProfileAnalysis(works, seed: seed.seed), works: works, seed: seed.seed,
        origin: try options.origin())
      try options.output.show(options.shown(report), beside: options.inputs)
    }
  }

  /// `oko stats order`
  struct Order: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Какие работы эксперту открыть первыми.", "Which works an expert opens first."),
        discussion: say(
          "Пример: oko stats order Ф1-район.xlsx --school edu380001 --csv список",
          "Example: oko stats order Ф1-district.xlsx --school edu380001 --csv list"))
    }

    @OptionGroup var options: ResultsOptions

    func run() throws {
      let report = StatisticsReport(order: OrderAnalysis(try options.results()), origin: try options.origin())
      try options.output.show(options.shown(report), beside: options.inputs)
    }
  }
}

/// The seed of permutations.
struct SeedOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Начальное число перестановок: одно и то же даёт одно и то же.",
        "The seed of permutations: the same one gives the same result."), valueName: "number"))
  var seed: UInt64 = 1
}

/// `work=centre;within;between`
enum RegionOption {
  static func read(_ texts: [String]) throws(Failure) -> [String: Funnel.Reference] {
    var references: [String: Funnel.Reference] = [:]
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1)
      let numbers =
        parts.last?.split(separator: ";").compactMap { Double($0.replacing(",", with: ".")) } ?? []
      guard parts.count == 2, numbers.count == 3, numbers.allSatisfy(\.isFinite), numbers[1] > 0,
        numbers[2] >= 0
      else {
        throw .usage(
          "Опора «\(text)» не понята. Нужен вид 2024/6-МА/basic=53,7;18;3,8.",
          "The reference «\(text)» is not like 2024/6-МА/basic=53.7;18;3.8.")
      }
      references[String(parts[0])] = Funnel.Reference(
        centre: numbers[0], within: numbers[1], between: numbers[2] * numbers[2])
    }
    return references
  }
}
