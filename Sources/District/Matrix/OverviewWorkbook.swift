public import Assessment
internal import Registry
internal import Reports
internal import SchoolCalendar
public import Spreadsheet

/// The overview as a workbook: the matrix, the works as a list that can be filtered, what many have wrong, what was put
/// aside.
public struct OverviewWorkbook {
  private let overview: Overview
  private let words: OverviewWords
  private let language: Language

  /// An overview in a language.
  public init(_ overview: Overview, _ language: Language) {
    self.overview = overview
    self.language = language
    words = OverviewWords(overview: overview, language: language)
  }

  /// The whole workbook.
  public func bytes() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter(DocumentProperties(title: say("ВПР: сводка района", "ВПР: overview")))
    let looks = Looks(&book)
    let states = Dictionary(
      uniqueKeysWithValues: WorkState.allCases.map { state in
        (
          state,
          book.style(
            CellStyle().with {
              $0.hasBorder = true
              $0.borderColour = 0xBFC5CC
              $0.fontSize = Looks.size
              $0.vertical = .top
              $0.fill = state.colour
            })
        )
      })
    try writeMatrix(&book, looks, states)
    try writeWorks(&book, looks, states)
    try writeCommon(&book, looks)
    return try book.bytes()
  }

  private func say(_ ru: String, _ en: String) -> String { language.say(ru, en) }

  private func writeMatrix(
    _ book: inout WorkbookWriter, _ looks: Looks, _ states: [WorkState: CellStyle.ID]
  ) throws(SpreadsheetError) {
    var lines: [SheetLine] = [
      SheetLine(words: [say("ВПР: сводка на ", "ВПР: overview at ") + words.moment], looks.title),
      SheetLine(words: [words.totals], looks.bold),
    ]
    if let unfinished = words.unfinished { lines.append(SheetLine(words: [unfinished], looks.bold)) }
    lines.append(.empty)
    for group in overview.groups {
      let works = group.works
      if overview.groups.count > 1 { lines.append(SheetLine(words: [group.name], looks.bold)) }
      lines.append(
        SheetLine(
          words: [say("Школа", "School"), say("Логин", "Login")] + works.map { $0.short(language) },
          looks.header))
      for school in group.schools {
        var cellLooks: [Int: CellStyle.ID] = [:]
        let cells = works.enumerated().map { column, work -> CellValue in
          guard let entry = school.entries[work] else { return .empty }
          cellLooks[column + 2] = states[entry.isLate(at: overview.now) ? .errors : entry.state]
          return .text(words.cell(entry) + (entry.isOpen ? ", " + words.shortLeft(entry) : ""))
        }
        lines.append(
          SheetLine([.text(school.school.name), .text(school.school.login)] + cells, looks.cell, cellLooks))
      }
      lines.append(.empty)
    }
    let columns = overview.groups.map(\.works.count).max() ?? 0
    try book.sheet(say("Матрица", "Matrix")) { sheet throws(SpreadsheetError) in
      try sheet.write(lines, widths: [34, 12] + Array(repeating: 15, count: columns))
      sheet.hideGridlines()
      try sheet.page(page)
    }
  }

  private func writeWorks(
    _ book: inout WorkbookWriter, _ looks: Looks, _ states: [WorkState: CellStyle.ID]
  ) throws(SpreadsheetError) {
    let isRegion = overview.groups.count > 1
    let head = [
      isRegion ? say("Район", "District") : "", say("Школа", "School"), say("Логин", "Login"),
      say("Работа", "Work"), say("Состояние", "State"), say("Ошибок", "Errors"), say("Вопросов", "Queries"),
      say("Замечания", "Findings"), say("Проведена", "Held"), say("Загрузить до", "Due"),
      say("Осталось часов", "Hours left"), say("Участников", "Participants"), say("Файл загрузки", "Upload"),
    ].filter { !$0.isEmpty }
    // The district of a district is the same in every row.
    let widths: [Double] = (isRegion ? [16] : []) + [26, 11, 22, 15, 8, 9, 22, 11, 16, 10, 11, 30]
    let state = isRegion ? 4 : 3
    let known = Dictionary(
      overview.groups.flatMap(\.schools).map { ($0.school.login, $0.school) },
      uniquingKeysWith: { first, _ in first })
    let entries =
      overview.urgent
      + overview.entries.filter { !$0.state.isHeldBack && !$0.isLate(at: overview.now) }.sorted {
        $0.key < $1.key
      }
    let lines = entries.map { entry in
      SheetLine(
        Array(row(entry, known[entry.key.school]).dropFirst(isRegion ? 0 : 1)), looks.wrapped,
        states[entry.state].map { [state: $0] } ?? [:])
    }
    try book.sheet(say("Работы", "Works")) { sheet throws(SpreadsheetError) in
      try sheet.write(
        [SheetLine(words: head, looks.header)] + lines,
        widths: widths)
      sheet.freeze(above: CellReference(row: 1, column: 0))
      try sheet.filter(
        CellRange(CellReference(row: 0, column: 0), CellReference(row: lines.count, column: head.count - 1)))
      var setup = page
      setup.repeatedRows = 0...0
      try sheet.page(setup)
    }
  }

  private func row(_ entry: Overview.Entry, _ school: RegisteredSchool?) -> [CellValue] {
    func number(_ value: Int?) -> CellValue { value.map { .number(Double($0)) } ?? .empty }
    let due = entry.terms.map { "\($0.due) \($0.cutoff.description.prefix(5))" } ?? ""
    return [
      .text(school?.district ?? ""), .text(school?.name ?? ""), .text(entry.key.school),
      .text(entry.key.work.title(language)), .text(words.state(entry)), number(entry.errors),
      number(entry.queries), .text(words.codes(entry)), .text(entry.held?.description ?? ""), .text(due),
      number(words.hours(entry)), number(entry.participants), .text(entry.upload ?? ""),
    ]
  }

  private func writeCommon(_ book: inout WorkbookWriter, _ looks: Looks) throws(SpreadsheetError) {
    var lines =
      overview.common.isEmpty
      ? [
        SheetLine(
          words: [say("Одного и того же у многих школ нет.", "Many schools have nothing in common.")],
          looks.cell)
      ]
      : [
        SheetLine(
          words: [say("Одно и то же у многих", "The same in many schools"), say("Школы", "Schools")],
          looks.header)
      ]
    lines += overview.common.map {
      SheetLine(words: [$0.line(language), $0.schools.joined(separator: ", ")], looks.wrapped)
    }
    if !overview.strays.isEmpty {
      lines += [
        .empty,
        SheetLine(words: [say("Отложенный файл", "File put aside"), say("Почему", "Why")], looks.header),
      ]
      lines += overview.strays.map { SheetLine(words: [$0.path, $0.reason[language]], looks.wrapped) }
    }
    try book.sheet(say("Общее", "In common")) { sheet throws(SpreadsheetError) in
      try sheet.write(lines, widths: [70, 70])
      try sheet.page(page)
    }
  }

  private var page: PageSetup {
    var page = PageSetup()
    page.isLandscape = true
    page.footer = PageSetup.Line(right: say("с. {page} из {pages}", "page {page} of {pages}"))
    return page
  }
}

extension WorkState {
  /// The colour behind it.
  fileprivate var colour: CellStyle.Colour {
    switch self {
    case .errors, .unreadable, .rejected: 0xFBE3E0
    case .queries: 0xEFE6FA
    case .missing, .received: 0xFFF1CC
    case .ready, .written: 0xE2F3E6
    case .uploaded, .accepted: 0xCFE9D6
    }
  }
}
