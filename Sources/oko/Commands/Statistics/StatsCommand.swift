import ArgumentParser
import Assessment
import Console

/// `oko stats`: exact statistics of results, in plain words; signs to look at, never a verdict.
struct StatsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stats",
      abstract: say(
        "Статистика результатов: две проверки, границы отметок, средние, журнал, выборка для контроля.",
        "Statistics of results: two markings, boundaries of marks, means, journal, the control sample."),
      discussion: say(
        "Показывает, на что посмотреть внимательнее; школ и учителей не оценивает.\nПример: oko stats markings школа.xlsx эксперт.xlsx --pair recheck --criteria 2024/6-МА/basic",
        "Shows what deserves a closer look; assesses neither schools nor teachers.\nExample: oko stats markings school.xlsx expert.xlsx --pair recheck --criteria 2024/6-МА/basic"
      ),
      subcommands: [
        Markings.self, Threshold.self, Means.self, JournalStats.self, Profile.self, Order.self, Marks.self,
        Plan.self, Absence.self, Draw.self, Estimate.self, After.self,
      ])
  }
}
