import ArgumentParser
import Assessment
import Checking
import Console
import Objectivity
import Reports

extension StatsCommand {
  /// `oko stats after`
  struct After: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "После контроля: чего ждали, что вышло, и что вышло у отобранных случайно.",
          "After the control: what was expected, what came, and what came where chance had drawn."),
        discussion: say(
          "Файлы — Ф1 года контроля; --before — Ф1 того года, по которому отбирали; --sample — список из «oko stats draw --csv».\nПример: oko stats after Ф1-2024.xlsx --before Ф1-2023.xlsx --sample отбор/sample.csv",
          "Files: Ф1 of the year of the control; --before: Ф1 of the year that was drawn from; --sample: the list of «oko stats draw --csv».\nExample: oko stats after Ф1-2024.xlsx --before Ф1-2023.xlsx --sample draw/sample.csv"
        ))
    }

    @Argument(
      help: ArgumentHelp(say("Ф1 года контроля.", "Ф1 of the year of the control."), valueName: "file"))
    var files: [String]

    @Option(
      help: ArgumentHelp(
        say("Ф1 прошлого года; можно несколько раз.", "Ф1 of the year before; may be given again."),
        valueName: "file"))
    var before: [String]

    @Option(
      help: ArgumentHelp(
        say("Список отобранных школ: школа; основание.", "The schools drawn: school; ground."),
        valueName: "file"))
    var sample: String?

    @Flag(
      help: ArgumentHelp(
        say(
          "Сравнивать и годы с разными заданиями: проверялись те же умения.",
          "Compare years with other tasks too: the same skills were tested.")))
    var comparable = false

    @OptionGroup var output: StatsOutput

    func run() throws {
      let regulations = try output.regulations()
      let now = try results(files, regulations)
      let earlier = try results(before, regulations)
      var pairs: [(before: WorkResults, now: WorkResults)] = []
      var leftOut: [String] = []
      for work in now {
        guard let old = earlier.last(where: { Self.isSame($0.work, work.work) }) else { continue }
        if comparable || old.tasks.map(\.maximum) == work.tasks.map(\.maximum) {
          pairs.append((old, work))
        } else {
          leftOut.append(work.work)
        }
      }
      let drawn = try sample.map { try DrawnSchools.read($0) } ?? [:]
      let names = (before + files).map { String($0.split(separator: "/").last ?? "") }
      let report = StatisticsReport(
        after: AfterControl(pairs, drawn: drawn), leftOut: leftOut, origin: try output.origin(names))
      try output.show(report, beside: files + before + [sample].compactMap { $0 })
    }

    private func results(_ paths: [String], _ regulations: Regulations) throws -> [WorkResults] {
      let given = try ResultsInput.files(paths)
      let reader: ResultsReader
      do throws(ResultsError) {
        reader = try ResultsReader(given, under: regulations)
      } catch { throw ResultsInput.failure(error) }
      for part in reader.leftOut { Standard.error(ResultsInput.words(part)) }
      return reader.works
    }

    /// Whether two keys name the same subject, grade and level, of different years.
    private static func isSame(_ before: String, _ now: String) -> Bool {
      guard let a = Work(id: before), let b = Work(id: now) else { return false }
      return a.subject == b.subject && a.grade == b.grade && a.level == b.level && a.season < b.season
    }
  }

  /// `oko stats absence`
  struct Absence: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Отсутствовали ли слабые чаще, чем выходит случайно.",
          "Whether the weak ones were absent more often than by chance."),
        discussion: say(
          "Числа по списку класса и журналу.\nПример: oko stats absence --roll 22 --weak 5 --absent 4 --absent-weak 3",
          "Numbers of the class list and the journal.\nExample: oko stats absence --roll 22 --weak 5 --absent 4 --absent-weak 3"
        ))
    }

    @Option(help: ArgumentHelp(say("Сколько в списке.", "How many are on the roll."), valueName: "n"))
    var roll: Int

    @Option(
      help: ArgumentHelp(
        say("У скольких слабая отметка в журнале.", "How many have a low mark in the journal."),
        valueName: "n"))
    var weak: Int

    @Option(help: ArgumentHelp(say("Сколько отсутствовало.", "How many were absent."), valueName: "n"))
    var absent: Int

    @Option(
      help: ArgumentHelp(
        say("Сколько из них со слабой отметкой.", "How many of those have a low mark."), valueName: "n"))
    var absentWeak: Int

    @OptionGroup var output: StatsOutput

    func run() throws {
      guard 1...100_000 ~= roll,
        let absence = SelectiveAbsence(roll: roll, weak: weak, absent: absent, absentWeak: absentWeak)
      else {
        throw Failure.usage(
          "Числа не сходятся: слабых и отсутствовавших не больше, чем в списке, отсутствовавших слабых не больше, чем тех и других.",
          "The numbers do not agree: not more weak or absent than on the roll, not more absent weak ones than of either."
        )
      }
      try output.show(
        StatisticsReport(absence: absence, origin: try output.origin(["oko stats absence"])), beside: [])
    }
  }
}
