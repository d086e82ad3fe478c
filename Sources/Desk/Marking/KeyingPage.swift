internal import Assessment
internal import Registry

/// Where an expert keys the points of a work: one row a pupil, by code; no school is named.
struct KeyingPage {
  let language: Language
  let session: Session
  let assignment: Assignment
  let sheet: KeyedSheet
  /// The pass: 2 is the second keying of a sample.
  let pass: Int

  var page: Page {
    Page(
      title: title, language: language, content: content, token: session.formToken, account: session.account)
  }

  private var title: String { MarkingListPage.title(assignment, language) }

  private var rows: [Int] { pass == 2 ? sheet.sample : sheet.codes }

  private var content: HTML {
    """
    <p><a href="/marking">← \(language.say("Все работы", "All works"))</a></p>
    <h1>\(title)</h1>
    <p class="lead">\(pass == 2 ? second : first)</p>
    <p class="keyhelp"><kbd>0–9</kbd> \(language.say("балл, и дальше", "points, and on"))
    <kbd>x</kbd> \(language.say("не приступал", "not attempted")) <kbd>н</kbd> \(language.say("не пройдено", "not covered"))
    <kbd>Enter</kbd> \(language.say("следующая строка", "next row")) <kbd>Backspace</kbd> \(language.say("стереть и назад", "erase and back"))
    <kbd>Ctrl+Z</kbd> \(language.say("отменить", "undo"))</p>
    <p class="sync" role="status" aria-live="polite" data-sync>\(language.say("Всё сохранено", "All is saved"))</p>
    <div class="scroll" tabindex="-1"><table class="keying" data-keying="\(assignment.id)" data-pass="\(pass)">
    <thead><tr><th scope="col">\(language.say("Код", "Code"))</th>\(sheet.tasks.map { head($0) })<th scope="col">\(
      language.say("Сумма", "Sum"))</th></tr></thead>
    <tbody>\(rows.map { row($0) })</tbody></table></div>
    \(pass == 1 ? addition : .nothing)
    \(pass == 1 ? finish : back)
    """
  }

  /// A row for a code that was not planned; made on the page, for nothing is known of it yet.
  private var addition: HTML {
    """
    <form class="day" data-addition><label for="code">\(language.say("Добавить код участника", "Add a participant's code"))</label>
    <input id="code" inputmode="numeric" pattern="[0-9]{4,6}" required><button class="quiet">\(language.say("Добавить", "Add"))</button></form>
    <template data-row>\(row(0))</template>
    """
  }

  private var first: String {
    language.say(
      "Набирайте баллы по бумажному протоколу. Каждое значение сохраняется сразу; если связь пропадёт, оно подождёт на этом компьютере.",
      "Key the points from the paper protocol. Each value is saved at once; when the connection drops it waits on this computer."
    )
  }

  private var second: String {
    language.say(
      "Выборочная перепроверка набора: наберите эти строки ещё раз, не глядя на первый набор. Различия будут показаны.",
      "A check of the keying: key these rows once more without looking at the first time. Differences are shown."
    )
  }

  private func head(_ task: TaskCriterion) -> HTML {
    "<th scope=\"col\">\(task.id.description)<small>\(language.say("до", "to")) \(task.maximum)</small></th>"
  }

  private func row(_ code: Int) -> HTML {
    let cells = sheet.tasks.map { task -> HTML in
      let value = sheet.value(code, task.id.description, pass: pass)
      return """
        <td><input data-key data-task="\(task.id.description)" data-max="\(task.maximum)" value="\(value)" maxlength="3" inputmode="numeric" \
        autocomplete="off" aria-label="\(code), \(language.say("задание", "task")) \(task.id.description), \(
          language.say("максимум", "maximum")) \(task.maximum)"></td>
        """
    }
    return
      "<tr data-code=\"\(code)\"><th scope=\"row\">\(code)</th>\(cells)<td class=\"sum\" data-sum>\(sheet.sum(code))</td></tr>"
  }

  private var finish: HTML {
    let slips = sheet.slips.map { slip -> HTML in
      """
      <li>\(slip.code), \(language.say("задание", "task")) \(slip.task): \(sheet.value(slip.code, slip.task)) / \(
        sheet.value(slip.code, slip.task, pass: 2))</li>
      """
    }
    return """
      <section class="card"><h2>\(language.say("Готово?", "Done?"))</h2>
      \(sheet.missing > 0 ? "<p>\(language.say("Пустых ячеек в начатых строках", "Empty cells in rows begun")): \(sheet.missing)</p>" : .nothing)
      \(slips.isEmpty ? .nothing : "<p>\(language.say("Два набора различаются, сверьте с бумагой", "The two keyings differ, look at the paper")):</p><ul>\(slips)</ul>")
      <p><a class="button" href="/marking/\(assignment.id)?pass=2">\(language.say("Перепроверить набор", "Check the keying"))</a></p>
      <form method="post" action="/marking/\(assignment.id)/finish"><input type="hidden" name="token" value="\(session.formToken)">
      <button\(sheet.missing > 0 || sheet.keyed.isEmpty || !sheet.isSampleDone || !sheet.slips.isEmpty ? " disabled" : "")>\(
        language.say("Сдать работу", "Hand in the work"))</button></form>
      <p class="small">\(language.say(
        "Сдать можно, когда в начатых строках нет пустых ячеек, а выборочная перепроверка сошлась.",
        "A work is handed in when no row begun has an empty cell and the check of the keying agrees."))</p></section>
      """
  }

  private var back: HTML {
    """
    <p><a class="button" href="/marking/\(assignment.id)">\(language.say("К набору", "To the keying"))</a></p>
    """
  }
}

/// The works of an expert.
struct MarkingListPage {
  let language: Language
  let session: Session
  let assignments: [Assignment]

  var page: Page {
    let rows = assignments.map { assignment -> HTML in
      let state =
        assignment.finished == nil ? language.say("в работе", "at work") : language.say("сдано", "handed in")
      return """
        <tr><td><a href="/marking/\(assignment.id)">\(Self.title(assignment, language))</a></td><td>\(state)</td></tr>
        """
    }
    let list: HTML =
      rows.isEmpty
      ? "<p>\(language.say("Пока вам ничего не назначено.", "Nothing was given to you yet."))</p>"
      : "<table class=\"list\"><tbody>\(rows)</tbody></table>"
    return Page(
      title: language.say("Работы для проверки", "Works to mark"), language: language,
      content: "<h1>\(language.say("Работы для проверки", "Works to mark"))</h1>\(list)",
      token: session.formToken, account: session.account)
  }

  /// «Пакет 7: Математика, 4 класс»: the number stands for the school.
  static func title(_ assignment: Assignment, _ language: Language) -> String {
    let work = assignment.key.work
    return language.say(
      "Пакет \(assignment.id): \(Subject.title(work.subject)), \(work.grade) класс",
      "Package \(assignment.id): \(Subject.title(work.subject)), grade \(work.grade)")
  }
}
