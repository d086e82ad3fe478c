internal import Assessment
internal import Registry
internal import SchoolCalendar

/// The one screen of the centre: who is late, who is wrong, and how much time is left.
struct MatrixPage {
  let language: Language
  let session: Session
  let matrix: Matrix
  let filter: Matrix.Filter
  let districts: [String]

  /// More schools than this are shown by district first.
  static let many = 80

  var page: Page {
    Page(
      title: language.say("Район", "District"), language: language, content: content,
      token: session.formToken, account: session.account)
  }

  private var content: HTML {
    """
    <h1>\(language.say("Школы и работы", "Schools and works"))</h1>
    \(filters)
    <div data-live="/district/events" data-part="/district/part?state=\(filter.state)&amp;text=\(
      Self.encoded(filter.text))&amp;district=\(Self.encoded(filter.district))" aria-live="off">
    \(part)
    </div>
    """
  }

  /// What changes while somebody looks.
  var part: HTML {
    guard !matrix.lines.isEmpty else {
      return """
        <section class="card empty"><p>\(language.say(
          "Здесь появятся школы: загрузите план или примите первые файлы.",
          "Schools appear here: load the plan, or take the first files."))</p></section>
        """
    }
    let counts = matrix.counts.map { item -> HTML in
      "<li><span class=\"chip \(item.state.rawValue)\">\(item.state.word[language])</span> \(item.count)</li>"
    }
    let late: HTML =
      matrix.late == 0
      ? .nothing
      : "<li><b class=\"late\">\(language.say("просрочено", "overdue"))</b> \(matrix.late)</li>"
    return
      "<ul class=\"counts\">\(counts)\(late)</ul>\(matrix.lines.count > Self.many && filter.district.isEmpty && districts.count > 1 ? byDistrict : table)"
  }

  // MARK: Table

  private var table: HTML {
    let heads = matrix.works.map { work -> HTML in
      "<th scope=\"col\"><abbr title=\"\(title(work))\">\(work.grade) \(work.subject)</abbr></th>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(language.say("Матрица", "Matrix"))">
      <table class="matrix"><thead><tr><th scope="col">\(language.say("Школа", "School"))</th>\(heads)</tr></thead>
      <tbody>\(matrix.lines.map { row($0) })</tbody></table></div>
      """
  }

  private func row(_ line: Matrix.Line) -> HTML {
    let name = line.school.name.isEmpty ? line.school.login : line.school.name
    let cells = matrix.works.map { work -> HTML in line.cells[work].map { cell($0) } ?? "<td></td>" }
    return "<tr><th scope=\"row\"><span>\(name)</span> <small>\(line.school.login)</small></th>\(cells)</tr>"
  }

  private func cell(_ cell: Matrix.Cell) -> HTML {
    """
    <td class="\(cell.state.rawValue)"><a href="\(WorkPage.path(cell.key))"><span class="chip \(cell.state.rawValue)">\(
      cell.state.word[language])</span>\(left(cell.left))</a></td>
    """
  }

  private func left(_ seconds: Int?) -> HTML {
    guard let seconds else { return .nothing }
    if seconds < 0 { return "<b class=\"late\">\(language.say("просрочено", "overdue"))</b>" }
    let hours = seconds / 3600
    let words =
      hours >= 48
      ? language.say("\(hours / 24) дн.", "\(hours / 24) d") : language.say("\(hours) ч", "\(hours) h")
    return "<span class=\"left \(hours < 24 ? "soon" : "")\">\(words)</span>"
  }

  private func title(_ work: Work) -> String {
    "\(Subject.title(work.subject)), \(work.grade) \(language.say("класс", "grade")), \(work.season)"
      + (work.level == .advanced ? language.say(", углублённый", ", advanced") : "")
  }

  // MARK: By district

  private var byDistrict: HTML {
    let rows = districts.map { district -> HTML in
      let lines = matrix.lines.filter { $0.school.district == district }
      let cells = lines.flatMap { $0.cells.values }
      let held = cells.count { $0.state.isHeldBack }
      let late = cells.count(where: \.isLate)
      return """
        <tr><th scope="row"><a href="/district?district=\(Self.encoded(district))">\(
          district.isEmpty ? language.say("Без района", "No district") : district)</a></th><td>\(lines.count)</td><td>\(
          cells.count)</td><td>\(held)</td><td>\(late)</td></tr>
        """
    }
    let heads = [
      language.say("Район", "District"), language.say("Школ", "Schools"), language.say("Работ", "Works"),
      language.say("Не готово", "Held back"), language.say("Просрочено", "Overdue"),
    ]
    return .table(language.say("Районы", "Districts"), heads, rows)
  }

  // MARK: Filters

  private var filters: HTML {
    let states =
      [("", language.say("все", "all")), ("held", language.say("не готово", "held back"))]
      + WorkState.allCases.map { ($0.rawValue, $0.word[language]) }
    let options = states.map { value, word -> HTML in
      value == filter.state
        ? "<option value=\"\(value)\" selected>\(word)</option>"
        : "<option value=\"\(value)\">\(word)</option>"
    }
    return """
      <form class="filters" method="get" action="/district" data-filter>
      <label for="text">\(language.say("Школа", "School"))</label><input id="text" name="text" value="\(filter.text)" type="search">
      <label for="state">\(language.say("Состояние", "State"))</label><select id="state" name="state">\(options)</select>
      <button class="quiet">\(language.say("Показать", "Show"))</button></form>
      """
  }

  static func encoded(_ text: String) -> String {
    text.utf8.map { byte -> String in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
      if isPlain { return String(UnicodeScalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
