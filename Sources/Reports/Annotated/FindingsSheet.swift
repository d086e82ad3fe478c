internal import Assessment
internal import Spreadsheet

/// The sheet «Протокол проверки» of an annotated copy: what was found, with links to the cells and room to explain.
struct FindingsSheet {
  private let inspection: Inspection
  private let language: Language
  private let source: Int
  private let sheetNames: [String]

  init(_ inspection: Inspection, _ language: Language, source: Int, sheetNames: [String]) {
    self.inspection = inspection
    self.language = language
    self.source = source
    self.sheetNames = sheetNames
  }

  private var examination: Examination { inspection.examination }

  var sheet: AddedSheet {
    let heading = self.heading
    let table = rows
    var sheet = AddedSheet(
      name: ExplanationSheet.name[language], columns: Self.columns, rows: heading + [header] + table)
    sheet.frozenRows = heading.count + 1
    if !table.isEmpty {
      sheet.filter = CellRange(
        CellReference(row: heading.count, column: 0),
        CellReference(row: heading.count + table.count, column: Self.columns.count - 1))
    }
    return sheet
  }

  private static let columns =
    [5.0, 15, 9, 10, 9, 17, 46, 20, 46, 38].map { AddedSheet.Column(width: $0) }
    + [18.0, 14].map { AddedSheet.Column(width: $0, isHidden: true) }

  // MARK: Heading

  private var heading: [[AddedSheet.Item]] {
    let report = TextReport(inspection, language)
    let lines = [report.heading, report.summary].flatMap { $0.split(separator: "\n").map(String.init) }
    let advice =
      inspection.findings.contains { $0.severity >= .query && $0.explanation == nil }
      ? language.say(
        "Исправьте отмеченные ячейки. Где стоит «Требует пояснения» и всё верно, напишите причину в столбце «Пояснение». Потом сохраните и проверьте этот файл снова.",
        "Mend the marked cells. Where a query is right as it stands, explain it in the column “Explanation”. Then save and check this file again."
      ) : language.say("Исправлять нечего.", "There is nothing to mend.")
    return [[.text(ExplanationSheet.name[language], Self.title)]] + lines.map { [.text($0, Self.plain)] }
      + [[.text(advice, Self.plain.with { $0.isItalic = true })], []]
  }

  private var header: [AddedSheet.Item] {
    let titles = [
      "№", word(.severity), word(.code), language.say("Участник", "Participant"),
      language.say("Задание", "Task"), language.say("Ячейка", "Cell"),
      language.say("Что не так", "What is wrong"), language.say("Что ожидалось", "Expected"),
      language.say("Как исправить", "How to mend"), word(.explanation), word(.fingerprint), word(.value),
    ]
    return titles.map { .text($0, Self.header) }
  }

  private func word(_ column: ExplanationSheet.Column) -> String { column.title[language] }

  // MARK: Rows

  private var rows: [[AddedSheet.Item]] {
    FindingList(inspection).items.map { row($0.finding, number: $0.number, under: $0.cause) }
  }

  private func row(_ finding: Finding, number: Int, under cause: Int?) -> [AddedSheet.Item] {
    let look = cause == nil ? Self.cell : Self.echo
    let colour = finding.severity.markColour
    let mend =
      cause.map { language.say("Исправится вместе с № \($0).", "Mended together with № \($0).") }
      ?? (finding.severity > .info ? finding.mend(language) : "")
    let isOpen = finding.severity == .query && cause == nil
    let words = examination.ownWords(explaining: finding)
    return [
      .number(number, look),
      .text(finding.severity.word[language], cause == nil ? look.with { $0.fill = colour } : look),
      .text(finding.code, look), .text(finding.place.participant.map(String.init) ?? "", look),
      .text(finding.place.task?.description ?? "", look), place(of: finding, look),
      .text(finding.message(language), look),
      .text(finding.expected?.values.joined(separator: ", ") ?? "", look), .text(mend, look),
      .text(words ?? "", isOpen ? look.with { $0.fill = 0xFFFBE6 } : look), .text(finding.fingerprint, look),
      .text(examination.explainedValue(of: finding), look),
    ]
  }

  /// The cell as a link where it lies in this workbook, and its file where it does not.
  private func place(of finding: Finding, _ look: CellStyle) -> AddedSheet.Item {
    let place = [finding.place] + finding.related
    guard let own = place.first(where: { $0.cell?.source == source }), let cell = own.cell,
      sheetNames.indices.contains(cell.sheet)
    else { return .text(PlaceNames(finding.place, in: examination).text, look) }
    let name = sheetNames[cell.sheet]
    return .link(
      sheetNames.count > 1 ? "\(name)!\(cell.cell)" : cell.cell.description, sheet: name, cell.cell,
      look.with { $0.textColour = 0x0B57A4 })
  }

  // MARK: Looks

  private static let plain = CellStyle()
  private static let title = CellStyle().with {
    $0.isBold = true
    $0.fontSize = 15
  }
  private static let cell = CellStyle().with {
    $0.wraps = true
    $0.vertical = .top
    $0.hasBorder = true
    $0.borderColour = 0xBFC5CC
    $0.fontSize = 10
  }
  private static let header = cell.with {
    $0.isBold = true
    $0.fill = 0xE9EDF1
    $0.vertical = .center
  }
  private static let echo = cell.with { $0.textColour = 0x5F6770 }
}
