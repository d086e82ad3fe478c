internal import Assessment
internal import Reports

/// The tables as they were read, wrong cells marked, with a line above them that tells of the chosen cell and takes
/// another value for it.
struct TablesPart: SubmissionPart {
  let page: SubmissionPage

  var markup: HTML {
    guard !view.tables.isEmpty else {
      return """
        <section class="card empty"><p>\(language.say(
          "Таблица с протоколом пока не найдена. Добавьте запись протокола: таблицу со столбцами «Код», «Вариант» и заданиями.",
          "No table of a protocol was found yet. Add the transcription: a table with the columns «Код», «Вариант» and the tasks."
        ))</p></section>
        """
    }
    return """
      <section class="tables" data-tables>
      <form class="cellbar" method="post" action="\(base)/cells" data-cellbar>
      <input type="hidden" name="token" value="\(token)">
      <input type="hidden" name="source"><input type="hidden" name="sheet"><input type="hidden" name="cell">
      <output class="address" data-address aria-live="polite">\(language.say("Выберите ячейку", "Choose a cell"))</output>
      <label class="value"><span>\(language.say("Значение", "Value"))</span>
      <input name="value" autocomplete="off" disabled data-value></label>
      <button disabled data-save>\(language.say("Исправить", "Correct"))</button>
      <p class="why" data-why aria-live="polite">\(language.say(
        "Стрелки ходят по таблице, Enter исправляет, F8 ведёт к следующему замечанию.",
        "Arrows move in the table, Enter corrects, F8 leads to the next finding."))</p>
      </form>
      \(view.tables.map { table($0) })
      \(corrections)
      </section>
      """
  }

  private func table(_ table: TableView) -> HTML {
    let caption = table.name.isEmpty ? table.file : "\(table.file) · \(table.name)"
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)">
      <table class="protocol"><caption>\(caption)</caption>
      <thead><tr><th scope="col">\(language.say("Строка", "Row"))</th>\(table.columns.map { header($0) })</tr></thead>
      <tbody>\(table.rows.map { row($0, of: table) })</tbody></table>
      </div>
      """
  }

  private func header(_ column: TableView.Column) -> HTML {
    switch column.kind {
    case "name":
      "<th scope=\"col\" class=\"name\" title=\"\(hidden)\">\(language.say("ФИО", "Name"))</th>"
    case "unknown": "<th scope=\"col\" class=\"unknown\">\(column.header)</th>"
    default: "<th scope=\"col\" class=\"\(column.kind)\">\(Self.short(column))</th>"
    }
  }

  private var hidden: String {
    language.say("Столбец с именами не читается", "The column of names is left unread")
  }

  /// A header as it fits over a narrow column.
  private static func short(_ column: TableView.Column) -> HTML {
    let text = column.header
    let words = short(text, kind: column.kind)
    return words == text ? "\(text)" : "<abbr title=\"\(text)\">\(words)</abbr>"
  }

  /// «6 (2б)» is «6», «Порядковый номер класса» is «Класс»; the whole header is shown on hover.
  private static func short(_ text: String, kind: String) -> String {
    switch kind {
    case "task": String(text.prefix { $0 != " " })
    case "code" where text.hasPrefix("Код"): "Код"
    case "class" where text.count > 6: "Класс"
    case "mark" where text.count > 7: "Отметка"
    case "sum" where text.count > 6: "Итого"
    case "variant" where text.count > 8:
      text.contains("2") ? "Вар. 2" : text.contains("1") ? "Вар. 1" : "Вариант"
    default: text.count <= 12 ? text : text.prefix(9) + "…"
    }
  }

  private func row(_ row: TableView.Row, of table: TableView) -> HTML {
    let cells = zip(table.columns, row.cells).map { column, text -> HTML in
      if column.kind == "name" { return "<td class=\"name\">•••</td>" }
      return cell("\(column.letter)\(row.number)", text, column, table)
    }
    return "<tr><th scope=\"row\">\(row.number)</th>\(cells)</tr>"
  }

  private func cell(_ name: String, _ text: String, _ column: TableView.Column, _ table: TableView) -> HTML {
    let place = FindingView.Cell(source: table.source, sheet: table.sheet, name: name)
    guard let finding = findings[place] else {
      return "<td id=\"\(anchor(place))\" class=\"\(column.kind)\" data-cell tabindex=\"-1\">\(text)</td>"
    }
    let said = text.isEmpty ? language.say("пусто", "empty") : text
    return """
      <td id="\(anchor(place))" class="\(column.kind) mark \(finding.severity)" data-cell data-why="\(words(finding))" tabindex="-1" \
      title="\(words(finding))" aria-label="\(said). \(finding.word): \(finding.message)">\(text)</td>
      """
  }

  private func words(_ finding: FindingView) -> String {
    "\(finding.word) \(finding.code). \(finding.message)" + (finding.mend.isEmpty ? "" : " → \(finding.mend)")
  }

  /// The gravest open finding of each cell.
  private var findings: [FindingView.Cell: FindingView] {
    var marks: [FindingView.Cell: FindingView] = [:]
    for finding in view.findings where finding.severity != "info" {
      for cell in [finding.cell].compactMap({ $0 }) + finding.related where marks[cell] == nil {
        marks[cell] = finding
      }
    }
    return marks
  }

  private func shown(_ value: String) -> String {
    value.isEmpty ? language.say("пусто", "empty") : "«\(value)»"
  }

  private var corrections: HTML {
    guard !submission.corrections.isEmpty else { return .nothing }
    let lines = submission.corrections.suffix(20).map { correction -> HTML in
      """
      <li>\(correction.sheet.isEmpty ? "" : correction.sheet + "!")\(correction.cell): \(shown(correction.before)) → \(
        shown(correction.after))</li>
      """
    }
    return """
      <details class="corrections" open><summary>\(language.say("Исправлено здесь", "Corrected here")): \(
        submission.corrections.count)</summary><ol>\(lines)</ol>\(
        button("undo", language.say("Отменить последнее", "Undo the last one")))
      <p class="small">\(language.say(
        "Ваш файл не изменён: исправлена копия. Она попадёт в «копию с пометками».",
        "Your file is unchanged: a copy was corrected. It goes into the annotated copy."))</p></details>
      """
  }
}
