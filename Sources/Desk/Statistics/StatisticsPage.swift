internal import Assessment
internal import Registry
internal import Reports

/// The page of statistics: what there is to count, or a report.
struct StatisticsPage {
  enum Content {
    case start(StatisticsBook.Contents, [WorkKey])
    case report(StatisticsKind, StatisticsReport, schools: [String])
    case markings(StatisticsReport)
  }

  let language: Language
  let session: Session
  let place: StatisticsPlace
  let content: Content
  let municipalities: [String]

  var page: Page {
    Page(
      title: title, language: language, content: markup, token: session.formToken, account: session.account)
  }

  private var title: String {
    switch content {
    case .start: language.say("Статистика результатов", "Statistics of results")
    case .report(_, let report, _), .markings(let report): report.title[language]
    }
  }

  private var markup: HTML {
    switch content {
    case .start(let contents, let pairs): start(contents, pairs)
    case .report(let kind, let report, let schools): shown(report, links(kind, schools))
    case .markings(let report): shown(report, .nothing)
    }
  }

  // MARK: A report

  private func shown(_ report: StatisticsReport, _ links: HTML) -> HTML {
    """
    <p class="back"><a href="\(place.path(""))">\(language.say("Вся статистика", "All statistics"))</a></p>
    \(links)
    <div class="report" tabindex="0" role="region" aria-label="\(report.title[language])">
    \(report.sections.isEmpty ? nothing : HTML(StatisticsHTML(report, language)))
    </div>
    """
  }

  private var nothing: HTML {
    """
    <h1>\(title)</h1>
    <p class="notice">\(
      place.own == nil
        ? language.say("Выберите школу.", "Choose a school.")
        : language.say(
          "Показать нечего: по работам вашей школы, против которых нет замечаний, сравнивать не с чем. Сравнение появится, когда ту же работу сдадут ещё хотя бы три школы.",
          "There is nothing to show: the works of your school that nothing stands against have nothing to be compared with. The comparison appears once three other schools at least have handed in the same work."
        ))</p>
    """
  }

  private func links(_ kind: StatisticsKind, _ schools: [String]) -> HTML {
    let book: HTML = """
      <a href="\(place.path("\(kind.rawValue)/book", school: place.school))" download>\(
        language.say("Скачать книгой Excel", "Download as a workbook"))</a>
      """
    guard place.own == nil, !schools.isEmpty else { return "<p class=\"links\">\(book)</p>" }
    let items = schools.map { school -> HTML in
      school == place.school
        ? "<li><b aria-current=\"page\">\(school)</b></li>"
        : "<li><a href=\"\(place.path(kind.rawValue, school: school))\">\(school)</a></li>"
    }
    let all: HTML = """
      <li><a href="\(place.path(kind.rawValue))">\(language.say("все школы", "all schools"))</a></li>
      """
    return """
      <p class="links">\(book)</p>
      <nav class="schools" aria-label="\(language.say("Школы", "Schools"))"><ul>\(all, if: place.school != nil)\(items)</ul></nav>
      """
  }

  // MARK: What there is

  private func start(_ contents: StatisticsBook.Contents, _ pairs: [WorkKey]) -> HTML {
    """
    <h1>\(title)</h1>
    <p class="lead">\(language.say(
      "Точные расчёты и осторожные выводы: на что посмотреть внимательнее. Школы и учителя не оцениваются, порядка школ нет.",
      "Exact counts and careful words: what deserves a closer look. Neither schools nor teachers are assessed, and schools are in no order."
    ))</p>
    \(choice)
    \(contents.lines.isEmpty ? empty : questions(contents))
    \(pairs.isEmpty ? .nothing : markings(pairs))
    """
  }

  private var empty: HTML {
    """
    <section class="card empty"><p>\(language.say(
      "Считать пока не по чему: в статистику входят работы, против которых у проверки нет замечаний.",
      "There is nothing to count yet: works enter the statistics once nothing stands against them."))</p></section>
    """
  }

  private func questions(_ contents: StatisticsBook.Contents) -> HTML {
    let kinds = place.own == nil ? StatisticsKind.allCases : StatisticsKind.ofSchool
    let links = kinds.map { kind -> HTML in
      "<li><a href=\"\(place.path(kind.rawValue))\">\(kind.question[language])</a></li>"
    }
    return """
      <section class="card"><h2>\(language.say("Вопросы", "Questions"))</h2><ul>\(links)</ul></section>
      <section class="card"><h2>\(language.say("По каким работам", "Counted from"))</h2>
      \(counted(contents))\(table(contents))\(notes(contents))</section>
      """
  }

  private func counted(_ contents: StatisticsBook.Contents) -> HTML {
    guard place.own == nil else { return .nothing }
    return """
      <p>\(language.say(
        "В реестре работ без замечаний: \(contents.counted) из \(contents.received) поступивших. Остальные войдут, когда замечания будут сняты.",
        "Works in the registry that nothing stands against: \(contents.counted) of \(contents.received) received. The others enter once they are mended."
      ))</p>
      """
  }

  private func table(_ contents: StatisticsBook.Contents) -> HTML {
    let rows = contents.lines.map { line -> HTML in
      "<tr><td>\(StatisticsReport.title(ofWork: line.work)[language])</td><td>\(line.schools)</td><td>\(line.participants)</td></tr>"
    }
    return """
      <table class="list"><thead><tr><th scope="col">\(language.say("Работа", "Work"))</th><th scope="col">\(
        language.say("Школ", "Schools"))</th><th scope="col">\(
        place.own == nil
          ? language.say("Участников", "Participants") : language.say("Участников вашей школы", "Participants of your school"))</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  private func notes(_ contents: StatisticsBook.Contents) -> HTML {
    var notes: [HTML] = []
    if !contents.uncompared.isEmpty {
      let works = contents.uncompared.map { StatisticsReport.title(ofWork: $0)[language] }.joined(
        separator: "; ")
      notes.append(
        """
        <p>\(language.say(
          "Без сравнения, потому что других школ меньше трёх и за «остальными» стала бы видна одна из них: \(works).",
          "Without comparison, for there are fewer than three other schools, and one of them would be seen behind “the rest”: \(works)."
        ))</p>
        """)
    }
    if place.own == nil, !contents.leftOut.isEmpty {
      let works = contents.leftOut.map {
        "\($0.school): \(StatisticsReport.title(ofWork: $0.work.id)[language])"
      }
      notes.append(
        """
        <p>\(language.say(
          "Не вошли: задания не те, что у других школ: \(works.joined(separator: "; ")).",
          "Left out, for their tasks are not those of the other schools: \(works.joined(separator: "; "))."))</p>
        """)
    }
    return .joined(notes)
  }

  private func markings(_ pairs: [WorkKey]) -> HTML {
    let lines = pairs.map { key -> HTML in
      """
      <li><a href="/statistics/markings?school=\(key.school)&amp;work=\(MatrixPage.encoded(key.work.id))">\(key.school): \(
        StatisticsReport.title(ofWork: key.work.id)[language])</a></li>
      """
    }
    return """
      <section class="card"><h2>\(language.say("Работы, которые проверили два эксперта", "Works marked by two experts"))</h2><ul>\(lines)</ul></section>
      """
  }

  private var choice: HTML {
    guard place.own == nil, municipalities.count > 1 else { return .nothing }
    let options = ([""] + municipalities).map { name -> HTML in
      let word = name.isEmpty ? language.say("все", "all") : name
      return name == place.municipality
        ? "<option value=\"\(name)\" selected>\(word)</option>" : "<option value=\"\(name)\">\(word)</option>"
    }
    return """
      <form class="filters" method="get" action="/statistics"><label for="district">\(language.say("Район", "District"))</label>
      <select id="district" name="district">\(options)</select>
      <button class="quiet">\(language.say("Показать", "Show"))</button></form>
      """
  }
}
