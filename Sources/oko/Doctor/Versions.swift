import Assessment
import Console
import Reports
import SchoolCalendar
import Seasons
import Spreadsheet

/// The version of the program, and of what it judges by: two computers with the same fingerprints judge alike.
struct Versions {
  let contents: SeasonContents
  private let rules: String

  init(_ seasons: Seasons) throws(SeasonError) {
    contents = try seasons.contents()
    rules = String(sha256(RuleCatalogue(.ru).bytes(.json)).prefix(12))
  }

  /// What `oko --version` prints.
  static var shipped: String {
    do throws(SeasonError) {
      return try Versions(Seasons()).text(Say.language)
    } catch { return "oko \(Version.text)\n\(error)\n" }
  }

  func text(_ language: Language) -> String {
    let years = contents.calendar.knownYears
    let provisional = years.filter { contents.calendar[$0]?.status == .provisional }
    let calendars =
      Self.range(years)
      + (provisional.isEmpty
        ? "" : language.say(" (предварительно: ", " (provisional: ") + Self.range(provisional) + ")")
    let rows: [(String, String, String)] = [
      (language.say("Правила", "Rules"), "\(RuleBook.all.count)", rules),
      (
        language.say("Таблицы заданий", "Tables of tasks"),
        "\(contents.tables) (\(Self.range(contents.tableSeasons)))", fingerprint("criteria")
      ),
      (language.say("Формы", "Forms"), Self.range(contents.layouts), fingerprint("layouts")),
      (language.say("Сезоны", "Seasons"), Self.range(contents.seasons), fingerprint("seasons")),
      (language.say("Календари", "Calendars"), calendars, fingerprint("calendar")),
      (language.say("Правила сроков", "Policies of terms"), "", fingerprint("policy")),
    ]
    let widths = (rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0)
    return rows.reduce("oko \(Version.text)\n") { text, row in
      let name = row.0 + String(repeating: " ", count: widths.0 - row.0.count + 2)
      return text + name + row.1 + String(repeating: " ", count: widths.1 - row.1.count + 2) + row.2 + "\n"
    }
  }

  var json: JSON {
    func years(_ years: [Int]) -> JSON { .array(years.map { .int($0) }) }
    func fingerprint(_ folder: String) -> (String, JSON) {
      ("fingerprint", .string(self.fingerprint(folder)))
    }
    return .object([
      ("oko", .string(Version.text)),
      ("rules", .object([("count", .int(RuleBook.all.count)), ("fingerprint", .string(rules))])),
      (
        "criteria",
        .object([
          ("count", .int(contents.tables)), ("seasons", years(contents.tableSeasons)),
          fingerprint("criteria"),
        ])
      ),
      ("layouts", .object([("seasons", years(contents.layouts)), fingerprint("layouts")])),
      ("seasons", .object([("seasons", years(contents.seasons)), fingerprint("seasons")])),
      ("calendars", .object([("years", years(contents.calendar.knownYears)), fingerprint("calendar")])),
      ("policies", .object([fingerprint("policy")])),
      (
        "libraries",
        .object(Libraries.versions.map { ($0.name, .string($0.version)) })
      ),
    ])
  }

  private func fingerprint(_ folder: String) -> String { contents.fingerprints[folder] ?? "" }

  /// «2024–2027», with every stretch of years by itself.
  static func range(_ years: [Int]) -> String {
    var stretches: [ClosedRange<Int>] = []
    for year in years {
      if let last = stretches.last, last.upperBound + 1 == year {
        stretches[stretches.count - 1] = last.lowerBound...year
      } else {
        stretches.append(year...year)
      }
    }
    return stretches.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
