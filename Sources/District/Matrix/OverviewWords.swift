internal import Assessment
internal import Registry
internal import Reports
internal import SchoolCalendar

/// What the overview says in words, the same in every form of it.
struct OverviewWords {
  let overview: Overview
  let language: Language

  func say(_ ru: String, _ en: String) -> String { language.say(ru, en) }

  /// «14 школ, 57 работ, не готово: 42 (не поступило — 2, есть ошибки — 40); сформировано — 15.»
  var totals: String {
    let entries = overview.entries
    let schools = overview.groups.reduce(0) { $0 + $1.schools.count }
    let heldBack = entries.count { $0.state.isHeldBack }
    func parts(areHeldBack: Bool) -> String {
      WorkState.allCases.filter { $0.isHeldBack == areHeldBack && overview.count($0) > 0 }
        .map { "\($0.word[language]) — \(overview.count($0))" }.joined(separator: ", ")
    }
    let schoolWord = Plural.word(schools, "школа", "школы", "школ")
    let workWord = Plural.word(entries.count, "работа", "работы", "работ")
    let head = say(
      "\(schools) \(schoolWord), \(entries.count) \(workWord), не готово: \(heldBack)",
      "\(schools) school\(schools == 1 ? "" : "s"), \(entries.count) work\(entries.count == 1 ? "" : "s"), held back: \(heldBack)"
    )
    let (held, others) = (parts(areHeldBack: true), parts(areHeldBack: false))
    return head + (held.isEmpty ? "" : " (\(held))") + (others.isEmpty ? "." : "; \(others).") + late
  }

  /// « Срок вышел, а загрузка не отмечена: 3.»
  private var late: String {
    let late = overview.late
    return late == 0
      ? ""
      : say(
        " Форма готова, срок вышел, а загрузка не отмечена: \(late).",
        " Formed, the term is over, and no upload is noted: \(late).")
  }

  /// The title of the list of what is urgent.
  var urgentTitle: String {
    overview.late == 0
      ? say("Не готово, самое срочное сверху", "Held back, the most urgent first")
      : say("Не готово или просрочено, самое срочное сверху", "Held back or overdue, the most urgent first")
  }

  /// «сформировано, просрочено»: where a work stands.
  func state(_ entry: Overview.Entry) -> String {
    entry.state.word[language] + (entry.isLate(at: overview.now) ? say(", просрочено", ", overdue") : "")
  }

  /// That the run was interrupted, and what it did not come to; `nil` of a whole one.
  var unfinished: String? {
    guard let rest = overview.unfinished else { return nil }
    let (files, works) = (rest.files, rest.works.count)
    var parts: [String] = []
    if files > 0 {
      parts.append(
        say(
          "не просмотрено файлов: \(files), чьи они — неизвестно",
          "files not looked at: \(files), whose they are is not known"))
    }
    if works > 0 {
      let names = rest.works.prefix(Self.mostUnfinished).map { "\($0.school) \($0.work.short(language))" }
      let left = works - names.count
      let more = left > 0 ? say(" и ещё \(left)", " and \(left) more") : ""
      let list = names.joined(separator: ", ") + more
      parts.append(say("не проверено работ: \(works) (\(list))", "works not checked: \(works) (\(list))"))
    }
    let what = parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
    return say(
      "Сводка неполная, прогон прерван\(what). О них здесь стоит то, что было известно раньше. Следующий прогон доделает остальное.",
      "Not complete, the run was interrupted\(what). Of these only what was known before stands here. The next run will do the rest."
    )
  }

  /// So many works that were not checked are named.
  private static let mostUnfinished = 20

  /// The moment of the overview in the zone of its terms, or in UTC.
  var moment: String {
    let zone = overview.entries.lazy.compactMap(\.terms?.zone).first ?? overview.zone
    guard let zone else { return "\(overview.now)" }
    return
      "\(language.day(overview.now.day(in: zone))) \(overview.now.time(in: zone).description.prefix(5)) (\(zone.id))"
  }

  /// «SCR004 ×3, PRT006», the most frequent first.
  func codes(_ entry: Overview.Entry) -> String {
    entry.codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { $0.value == 1 ? $0.key : "\($0.key) ×\($0.value)" }.joined(separator: ", ")
  }

  /// «Балл больше максимума (SCR004 ×3), PRT006»: the most frequent in words, for a table that has room.
  func reasons(_ entry: Overview.Entry) -> String {
    let codes = codes(entry)
    guard let first = entry.codes.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key,
      let title = RuleBook.rule(first)?.title[language]
    else { return codes }
    let parts = codes.split(separator: ", ", maxSplits: 1)
    let rest = parts.count > 1 ? ", " + parts[1] : ""
    return "\(title) (\(parts[0]))\(rest)"
  }

  /// «осталось 2 дня 3 часа», or that nobody knows the day.
  func left(_ entry: Overview.Entry) -> String {
    guard let terms = entry.terms else { return say("день проведения неизвестен", "test day unknown") }
    return DeadlineText(terms, overview.now, language).left
  }

  /// The hours that are left, rounded down; negative when it is over.
  func hours(_ entry: Overview.Entry) -> Int? {
    entry.terms.map { Int((Double($0.secondsLeft(at: overview.now)) / 3600).rounded(.down)) }
  }

  /// «2 д», «5 ч», «−3 д» for a narrow cell.
  func shortLeft(_ entry: Overview.Entry) -> String {
    guard let hours = hours(entry) else { return "?" }
    let sign = hours < 0 ? "−" : ""
    let count = hours < 0 ? -hours : hours
    return count >= 48
      ? "\(sign)\(count / 24) \(say("д", "d"))" : "\(sign)\(count) \(say("ч", "h"))"
  }

  /// What stands in a cell of the matrix.
  func cell(_ entry: Overview.Entry) -> String {
    switch entry.state {
    case .errors: say("\(entry.errors) ош.", "\(entry.errors) err.")
    case .queries: say("\(entry.queries) вопр.", "\(entry.queries) qu.")
    case .missing: say("нет", "none")
    case .unreadable: say("не чит.", "unread.")
    case .received: "…"
    case .ready, .written: "✓"
    case .uploaded: "↑"
    case .accepted: "✓✓"
    case .rejected: say("откл.", "rej.")
    }
  }

  /// What the signs of the matrix mean.
  var legend: [(sign: String, word: String, state: WorkState)] {
    WorkState.allCases.filter { overview.count($0) > 0 }.map { state in
      let sample = Overview.Entry(
        key: WorkKey(school: "", work: Work(season: 0, grade: 0, subject: "")), state: state, codes: [:],
        errors: 0,
        queries: 0, held: nil, terms: nil, participants: nil, upload: nil)
      let sign = cell(sample).replacing("0 ", with: "n ")
      return (sign, state.word[language], state)
    }
  }
}
