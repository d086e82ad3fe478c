internal import Assessment
internal import Registry
internal import Reports
public import SchoolCalendar

/// The letter to a school, in Russian, ready to paste: what to mend, to explain or to send, work by work, and until when.
public struct SchoolLetter {
  private let works: [SchoolWork]
  private let school: String
  private let now: Moment
  private let notes: [String]
  private let hasCopies: Bool

  /// Of one kind of finding so many are written out; the rest stands in the marked copy.
  private static let mostOfAKind = 5

  /// A letter about the works of a school.
  ///
  /// - Parameters:
  ///   - works: the works of the school.
  ///   - school: its name with the login, or the login alone.
  ///   - now: the moment of the letter.
  ///   - notes: what came from the school and could not be taken, a sentence each.
  ///   - hasCopies: whether marked copies of the files go with the letter.
  public init(
    _ works: [SchoolWork], school: String, at now: Moment, notes: [String] = [], hasCopies: Bool = true
  ) {
    self.works = works
    self.school = school
    self.now = now
    self.notes = notes
    self.hasCopies = hasCopies
  }

  /// The whole letter; empty when there is nothing to ask for.
  public var text: String {
    let open = works.filter { $0.state.isHeldBack && !$0.findings.isEmpty || $0.state == .rejected }
      .sorted { due($0) < due($1) }
    guard !open.isEmpty else { return "" }
    var parts = ["Тема: ВПР — что нужно от школы (\(school))", "Здравствуйте!", opening(open)]
    if !notes.isEmpty {
      let lead = open.allSatisfy { $0.state == .missing } ? [] : ["Не всё из присланного мы смогли взять:"]
      parts.append((lead + notes.map { "   • " + $0 }).joined(separator: "\n"))
    }
    for (place, work) in open.enumerated() { parts.append(paragraph(work, place + 1)) }
    parts += [
      done("Форма для ФИС ОКО составлена: ", [.ready, .written]),
      done("Уже загружено: ", [.uploaded, .accepted]),
    ]
    .compactMap { $0 }
    return (parts + [closing(open)]).joined(separator: "\n\n") + "\n"
  }

  private func done(_ start: String, _ states: Set<WorkState>) -> String? {
    let titles = works.filter { states.contains($0.state) }.map { $0.key.work.title(.ru) }
    return titles.isEmpty ? nil : start + titles.joined(separator: "; ") + "."
  }

  private func due(_ work: SchoolWork) -> Int { work.terms?.deadline.secondsSince1970 ?? Int.max }

  private func opening(_ open: [SchoolWork]) -> String {
    let count = open.count
    let ofWorks = "\(count) \(Plural.word(count, "работа", "работы", "работ"))"
    if open.allSatisfy({ $0.state == .missing }) {
      return notes.isEmpty
        ? "Не поступили протоколы ВПР: \(ofWorks). Пришлите их, пожалуйста."
        : "Файлы от вас пришли, но протоколов ВПР среди того, что удалось прочесть, нет: \(ofWorks). Что с файлами:"
    }
    let rejected = open.count { $0.state == .rejected }
    let stuck = count - rejected
    let forms = "\(rejected) \(Plural.word(rejected, "форму", "формы", "форм"))"
    let below = "Ниже — что нужно сделать\(moment.map { "; сроки указаны на \($0)" } ?? "")."
    guard stuck > 0 else { return "ФИС ОКО отклонила \(forms) ВПР. \(below)" }
    return
      "Мы проверили присланные протоколы ВПР. По \(stuck) \(Plural.word(stuck, "работе", "работам", "работам")) форму для ФИС ОКО пока составить нельзя. \(rejected > 0 ? "\(forms) ФИС ОКО отклонила. " : "")\(below)"
  }

  /// «23.04.2024, 10:00» by the district's clocks.
  private var moment: String? {
    works.lazy.compactMap(\.terms?.zone).first.map { zone in
      "\(now.day(in: zone).russian), \(now.time(in: zone).description.prefix(5))"
    }
  }

  private func paragraph(_ work: SchoolWork, _ number: Int) -> String {
    var lines = ["\(number). \(work.key.work.title(.ru)) — \(work.state.word.ru)."]
    if let held = work.held { lines[0] += " Проведена \(held.russian)." }
    if let terms = work.terms {
      lines[0] +=
        " Загрузить до \(terms.due.russian), \(terms.cutoff.description.prefix(5)): \(DeadlineText(terms, now, .ru).left)."
    }
    if work.state == .missing {
      lines.append("   • Пришлите протокол; если работа не проводилась, напишите об этом.")
      return lines.joined(separator: "\n")
    }
    if work.state == .rejected {
      lines.append(
        work.answer.isEmpty
          ? "   • Что ответила система, нам пока неизвестно." : "   • Ответ системы: «\(work.answer)».")
      lines.append(
        "     → Исправьте в файле то, о чём говорит система, и пришлите его: мы составим форму заново.")
    }
    var kinds: [String] = []
    for finding in work.findings where !kinds.contains(finding.code) { kinds.append(finding.code) }
    for code in kinds {
      let same = work.findings.filter { $0.code == code }
      for finding in same.prefix(Self.mostOfAKind) { lines.append("   • " + sentence(finding)) }
      if same.count > Self.mostOfAKind {
        let rest = same.count - Self.mostOfAKind
        lines.append(
          "   • …и ещё \(rest) \(Plural.word(rest, "такое замечание", "таких замечания", "таких замечаний"))\(hasCopies ? ": они отмечены в приложенной копии файла" : "")."
        )
      }
      if let mend = same.first.map({ SchoolWords($0).mend }), !mend.isEmpty { lines.append("     → " + mend) }
    }
    return lines.joined(separator: "\n")
  }

  /// «7А.xlsx, H17, участник 70012: …»
  private func sentence(_ finding: FindingDocument) -> String {
    let place = finding.location
    let message = SchoolWords(finding).message
    // Who is named in the sentence need not be named before it.
    let participant = place?.participant.flatMap { message.contains($0) ? nil : "участник \($0)" }
    let parts = [
      place?.file, place?.cell.map { "ячейка \($0)" }, participant,
      place?.paper.map { "строка \($0.line) протокола" },
    ].compactMap { $0 }
    return parts.isEmpty ? message : parts.joined(separator: ", ") + ": " + message.lowercasedFirst
  }

  private func closing(_ open: [SchoolWork]) -> String {
    let first = open.compactMap(\.terms).filter { !$0.isOverdue(at: now) }.min { $0.deadline < $1.deadline }
    let until = first.map { " — не позже \($0.due.russian)" } ?? ""
    let copies = hasCopies && open.contains { $0.state == .errors || $0.state == .queries }
    return
      (copies
      ? "Копии файлов с пометками приложены: нужные ячейки выделены цветом, на листе «Протокол проверки» можно вписать пояснения. "
      : "")
      + "Исправленные файлы пришлите, пожалуйста, ответом на это письмо\(until)."
  }
}
