public import Assessment
internal import Objectivity
public import Spreadsheet

/// A report of statistics as a workbook: a sheet a section, with its figures, sentences and tables; plots are pictures
/// and stay in the page.
public struct StatisticsWorkbook {
  private let report: StatisticsReport
  private let language: Language

  /// A report in a language.
  public init(_ report: StatisticsReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// The workbook as XLSX.
  public func bytes() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter(DocumentProperties(title: report.title[language]))
    let looks = StatisticsLooks(&book)
    for (number, section) in report.sections.enumerated() {
      let lines = lines(of: section, looks)
      try book.sheet(name(number + 1, section)) { sheet throws(SpreadsheetError) in
        try sheet.write(lines, widths: Self.widths)
        var page = PageSetup()
        page.isLandscape = true
        page.footer = PageSetup.Line(
          left: report.footer(language), right: language.say("с. {page} из {pages}", "page {page} of {pages}")
        )
        try sheet.page(page)
      }
    }
    return try book.bytes()
  }

  private static let widths = [54] + [Double](repeating: 14, count: 8)

  /// A sentence over the columns of the page.
  private func paragraph(_ text: String, _ looks: StatisticsLooks) -> SheetLine {
    var line = SheetLine(words: [text], looks.paragraph)
    line.span = Self.widths.count
    return line
  }

  /// Numbered, for names may not be equal, and without the signs that a sheet's name may not hold.
  private func name(_ number: Int, _ section: StatisticsReport.Section) -> String {
    let text = section.heading[language].filter { !"[]:*?/\\'".contains($0) }
    return String("\(number) \(text)".prefix(31))
  }

  private func lines(of section: StatisticsReport.Section, _ looks: StatisticsLooks) -> [SheetLine] {
    var lines = [
      SheetLine(words: [report.title[language]], looks.title),
      SheetLine(words: [section.heading[language]], looks.bold), .empty,
    ]
    lines += section.facts.map { fact in
      var line = SheetLine(
        [.text(fact.label[language]), .text(fact.text(language))], looks.plain, [0: looks.paragraph])
      line.runsOn = true
      return line
    }
    lines.append(.empty)
    for statement in section.statements + report.notes {
      let grade = statement.grade == .description ? "" : "[\(statement.grade.word[language])] "
      lines.append(paragraph(grade + statement.text[language], looks))
    }
    for table in section.plots.map(\.table) + section.tables {
      lines += [.empty, SheetLine(words: [table.title[language]], looks.bold)]
      lines.append(SheetLine(words: table.columns.map { $0[language] }, looks.header))
      lines += zip(table.rows, table.plain(language).rows.dropFirst()).map { cells, values in
        SheetLine(
          values, looks.cell,
          Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($0, looks.look(of: $1)) }))
      }
    }
    return lines
  }
}

/// The looks of a workbook of statistics.
private struct StatisticsLooks {
  let title: CellStyle.ID
  let bold: CellStyle.ID
  let plain: CellStyle.ID
  let paragraph: CellStyle.ID
  let header: CellStyle.ID
  let cell: CellStyle.ID
  /// Numbers by their digits behind the comma.
  private let numbers: [CellStyle.ID]

  init(_ book: inout WorkbookWriter) {
    let bordered = CellStyle().with {
      $0.hasBorder = true
      $0.borderColour = 0xBFC5CC
    }
    title = book.style(
      CellStyle().with {
        $0.isBold = true
        $0.fontSize = 15
      })
    bold = book.style(CellStyle().with { $0.isBold = true })
    plain = book.style(CellStyle().with { $0.vertical = .top })
    paragraph = book.style(
      CellStyle().with {
        $0.wraps = true
        $0.vertical = .top
      })
    header = book.style(
      bordered.with {
        $0.isBold = true
        $0.wraps = true
        $0.fill = 0xE9EDF1
        $0.vertical = .center
      })
    cell = book.style(bordered)
    var numbers: [CellStyle.ID] = []
    for digits in 0...6 {
      let format = digits == 0 ? "0" : "0." + String(repeating: "0", count: digits)
      numbers.append(book.style(bordered.with { $0.numberFormat = format }))
    }
    self.numbers = numbers
  }

  func look(of cell: StatisticsTable.Cell) -> CellStyle.ID {
    switch cell {
    case .count: numbers[0]
    case .number(_, let digits): numbers[min(digits, 6)]
    case .probability: numbers[4]
    case .words, .label, .none: self.cell
    }
  }
}
