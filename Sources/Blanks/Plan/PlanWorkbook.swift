public import Assessment
internal import SchoolCalendar
public import Spreadsheet

/// The plan as a workbook that people fill: lists to choose from, checks on input, a page of explanations; prints on A4.
///
/// Nothing in it is read as data until somebody enters it: the example stands on the page of explanations. The workbook
/// speaks Russian, as its readers do.
public struct PlanWorkbook: Sendable {
  private let plan: Plan

  /// An empty workbook, or one with the values of a plan; what was not understood is written as it stood.
  public init(_ plan: Plan = Plan()) { self.plan = plan }

  /// The workbook's bytes.
  public func bytes() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter(DocumentProperties(title: "План ВПР"))
    let styles = PlanStyles(&book)
    try book.sheet("Как заполнить") { sheet throws(SpreadsheetError) in try PlanGuide(styles).write(to: sheet)
    }
    for kind in Self.order {
      let rows = rows(of: kind)
      try book.sheet(kind.title.ru) { sheet throws(SpreadsheetError) in
        try Self.write(kind, rows, styles, to: sheet)
      }
    }
    try book.sheet(PlanColumns.lists) { sheet throws(SpreadsheetError) in
      for (column, values) in PlanColumns.listValues.enumerated() {
        for (row, value) in values.enumerated() {
          let place = CellReference(row: row, column: column)
          if let number = Int(value) {
            try sheet.number(number, at: place)
          } else {
            try sheet.text(value, at: place)
          }
        }
      }
      sheet.hide()
    }
    return try book.bytes()
  }

  private static let order: [PlanTable.Kind] = [.works, .schools, .observers, .experts, .approvals]

  // MARK: Sheets

  private static func write(
    _ kind: PlanTable.Kind, _ rows: [[PlanColumn: CellValue]], _ styles: PlanStyles,
    to sheet: borrowing SheetWriter
  ) throws(SpreadsheetError) {
    let columns = PlanColumns.columns(of: kind)
    // Empty rows with borders: room to write on paper, no more pages than needed.
    let bordered = max(rows.count + 5, kind == .approvals ? 4 : kind == .works ? 28 : 24)
    for (index, column) in columns.enumerated() {
      try sheet.columns(
        index...index, width: column.width, column.isDate ? styles.laterDate : styles.laterText)
      try sheet.text(column.header, at: CellReference(row: 0, column: index), styles.header)
      for row in 1...bordered {
        let value = row <= rows.count ? rows[row - 1][column.column] ?? .empty : .empty
        try write(value, column, styles, at: CellReference(row: row, column: index), to: sheet)
      }
      let range = CellRange(
        CellReference(row: 1, column: index), CellReference(row: PlanColumns.room, column: index))
      if let rule = column.rule { try sheet.rule(rule, for: range) }
      if column.column == .experience {
        try sheet.highlight(range, where: .formula("AND(ISNUMBER(D2),D2<3)"), styles.doubtful)
      }
      if kind == .schools, column.column == .login {
        try sheet.highlight(range, where: .duplicates, styles.doubtful)
      }
    }
    let all = CellRange(
      CellReference(row: 1, column: 0), CellReference(row: PlanColumns.room, column: columns.count - 1))
    try sheet.highlight(all, where: .formula("LEN($A2)>0"), styles.lines)
    try sheet.row(0, height: 32)
    for row in 1...bordered { try sheet.row(row, height: 18) }
    sheet.freeze(above: CellReference(row: 1, column: 0))
    if kind == .works {
      sheet.activate()
      try sheet.filter(
        CellRange(CellReference(row: 0, column: 0), CellReference(row: bordered, column: columns.count - 1)))
    }
    var page = PageSetup()
    page.isLandscape = kind == .works
    page.repeatedRows = 0...0
    page.header.center = "План ВПР. \(kind.title.ru)"
    page.footer.right = "Стр. {page} из {pages}"
    try sheet.page(page)
  }

  private static func write(
    _ value: CellValue, _ column: PlanSheetColumn, _ styles: PlanStyles, at place: CellReference,
    to sheet: borrowing SheetWriter
  ) throws(SpreadsheetError) {
    let style = column.isDate ? styles.date : styles.cell
    switch value {
    case .empty: try sheet.blank(at: place, style)
    case .number(let number): try sheet.number(number, at: place, style)
    case .date(let stamp):
      let day = CalendarDay(year: stamp.year, month: stamp.month, day: stamp.day)
      try sheet.number((day?.daysSince1970 ?? 0) + 25_569, at: place, styles.date)
    default: try sheet.text(value.description, at: place, style)
    }
  }

  // MARK: Values

  private func rows(of kind: PlanTable.Kind) -> [[PlanColumn: CellValue]] {
    switch kind {
    case .schools:
      plan.schools.map {
        [.login: $0.login.cell, .schoolName: $0.name.cell, .coordinator: $0.coordinator.cell]
      }
    case .works: plan.works.map { row(of: $0) }
    case .observers: plan.observers.map { [.person: $0.name.cell, .workplace: $0.workplace.cell] }
    case .experts:
      plan.experts.map {
        [
          .person: $0.name.cell, .login: $0.school.cell,
          .subject: $0.subject.cell { .text(Subject.title($0)) },
          .experience: $0.experience.cell,
        ]
      }
    case .approvals: approvals
    }
  }

  private func row(of work: Plan.PlannedWork) -> [PlanColumn: CellValue] {
    [
      .login: plan.school(work.school.value)?.login.cell ?? work.school.cell,
      .grade: work.grade.cell {
        $0.letters.isEmpty ? .number(Double($0.grade)) : .text("\($0.grade)\($0.letters)")
      },
      .subject: work.subject.cell { .text(Subject.title($0)) },
      .level: work.level.cell { .text($0 == .advanced ? "углублённый" : "базовый") },
      .held: work.held.cell { .date(DateStamp(year: $0.year, month: $0.month, day: $0.day)) },
      .participants: work.participants.cell, .firstCode: work.firstCode.cell, .lastCode: work.lastCode.cell,
      .observer: work.observer.cell, .expert: work.experts.first?.cell ?? .empty,
      .secondExpert: work.experts.dropFirst().first?.cell ?? .empty,
    ]
  }

  /// The four approvals of clause 6 stand there from the beginning.
  private var approvals: [[PlanColumn: CellValue]] {
    zip(Plan.Approved.allCases, PlanColumns.listValues[3]).map { subject, title in
      let known = plan.approvals.first { $0.subject.value == subject }
      return [
        .approved: .text(title),
        .held: known?.day.cell { .date(DateStamp(year: $0.year, month: $0.month, day: $0.day)) } ?? .empty,
        .number: known?.number.cell ?? .empty,
      ]
    }
  }
}

extension PlanField {
  /// The value as a cell; what was not understood as it stood.
  func cell(_ turn: (Value) -> CellValue) -> CellValue {
    switch reading {
    case .blank: .empty
    case .unclear: .text(actual?.raw ?? "")
    case .value(let value): turn(value)
    }
  }
}

extension PlanField<String> {
  fileprivate var cell: CellValue { cell { .text($0) } }
}

extension PlanField<Int> {
  fileprivate var cell: CellValue { cell { .number(Double($0)) } }
}
