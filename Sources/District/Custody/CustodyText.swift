public import Assessment
internal import Reports
public import SchoolCalendar

/// The chains for a terminal: step, time, from whom to whom, how many.
public struct CustodyText {
  private let book: CustodyBook
  private let zone: Zone
  private let language: Language

  /// The chains of a book, with times as the district's clocks show them.
  public init(_ book: CustodyBook, _ zone: Zone, _ language: Language) {
    self.book = book
    self.zone = zone
    self.language = language
  }

  /// The chains, one below another.
  public var text: String {
    let chains = book.chains.map { chain -> String in
      let rows = chain.records.map { record in
        [
          "", "\(record.step.rawValue)", when(record.at), record.step.title[language],
          record.giver == record.taker ? record.giver : "\(record.giver) → \(record.taker)",
          record.works.map { language.say("\($0) шт.", "\($0)") } ?? "",
        ]
      }
      return "\(chain.title), \(chain.work.title(language))\n" + TextTable(rows).text
    }
    return chains.isEmpty
      ? language.say("Передач не записано.\n", "No hand-over is put down.\n") : chains.joined(separator: "\n")
  }

  private func when(_ moment: Moment) -> String {
    language.day(moment.day(in: zone)) + " " + ActPage.time(moment, zone)
  }
}
