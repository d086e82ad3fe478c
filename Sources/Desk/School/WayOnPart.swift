internal import Assessment
internal import Reports

/// What can be taken along: the empty sheet while there is a form alone, the filled form, the annotated copy, the protocol
/// to print; and the upload to be noted.
struct WayOnPart: SubmissionPart {
  let page: SubmissionPage

  var markup: HTML {
    """
    <section class="way" aria-labelledby="way-title">
    <h2 id="way-title">\(language.say("Что дальше", "What next"))</h2>
    \(form)
    <p class="links">\(view.tables.isEmpty ? .nothing : annotated)
    <a href="\(base)/report">\(language.say("Протокол проверки для печати", "Check protocol to print"))</a></p>
    \(view.isAccepted ? upload : .nothing)
    </section>
    """
  }

  private var hasForm: Bool { submission.files.contains { $0.role == "form" } }

  /// Whether there is a form and nothing keyed yet.
  private var isBegun: Bool {
    !submission.files.contains { $0.role == "transcription" || $0.role == "scores" } && hasForm
  }

  private var sheet: HTML {
    """
    <p>\(language.say(
      "Форма есть, теперь нужны баллы. Если вы их ещё не вводили, возьмите пустой лист: столбцы и списки в нём из этой формы. Заполните его по бумажному протоколу и добавьте сюда.",
      "The form is here, now the points are needed. If you have not keyed them yet, take the empty sheet: its columns and lists are those of this form. Fill it in from the paper protocol and add it here."))</p>
    <p><a class="button" href="\(base)/sheet" download>\(language.say(
      "Скачать пустой лист", "Download the empty sheet"))</a></p>
    """
  }

  private var form: HTML {
    if isBegun { return sheet }
    guard view.isAccepted else {
      return """
        <p>\(language.say(
          "Форма появится здесь, когда не останется ошибок и вопросов.",
          "The form appears here when no error and no query is left."))</p>
        """
    }
    guard hasForm else {
      return """
        <p>\(language.say(
          "Ошибок нет. Добавьте форму, скачанную из личного кабинета ФИС ОКО, и она будет заполнена.",
          "No errors. Add the form downloaded from your ФИС ОКО account, and it will be filled."))</p>
        """
    }
    return """
      <p><a class="button" href="\(base)/form" download>\(language.say(
        "Скачать заполненную форму", "Download the filled form"))</a></p>
      <p class="small">\(language.say(
        "Загрузите этот файл в ФИС ОКО под тем именем, с которым форма скачана.",
        "Upload this file to ФИС ОКО under the name with which the form was downloaded."))</p>
      """
  }

  private var annotated: HTML {
    """
    <a href="\(base)/annotated" download>\(language.say("Копия с пометками", "Annotated copy"))</a>
    """
  }

  private var upload: HTML {
    let lines = submission.uploads.map { upload -> HTML in
      "<li><time data-time=\"\(upload.time)\"></time> \(upload.outcome.flatMap { UploadNote.Outcome(rawValue: $0) }?.word(language) ?? "") \(upload.answer) <small>SHA-256 \(String(upload.digest.prefix(12)))…</small></li>"
    }
    return """
      <details\(submission.uploads.isEmpty ? "" : " open")><summary>\(language.say(
        "Отметить загрузку в ФИС ОКО", "Note the upload to ФИС ОКО"))</summary>
      <ul>\(lines)</ul>
      <form method="post" action="\(base)/uploads"><input type="hidden" name="token" value="\(token)">
      \(UploadNote.fields(language))</form></details>
      """
  }
}

/// Both terms, the reading that was used, the time left.
struct ClockPart: SubmissionPart {
  let page: SubmissionPage

  var markup: HTML {
    """
    <section class="clock" aria-labelledby="clock-title">
    <h2 id="clock-title">\(language.say("Сроки", "Terms"))</h2>
    \(view.clock.map { clock($0) } ?? unknown)
    <form method="post" action="\(base)/held" class="day"><input type="hidden" name="token" value="\(token)">
    <label for="held">\(language.say("День проведения", "Day of the test"))</label>
    <input id="held" type="date" name="held" value="\(submission.held ?? view.clock?.held ?? "")" required>
    <button class="quiet">\(language.say("Пересчитать", "Count again"))</button></form>
    </section>
    """
  }

  private func clock(_ clock: ClockView) -> HTML {
    let left = clock.secondsLeft.map { $0 < 0 ? "late" : $0 < 86_400 ? "soon" : "calm" } ?? "calm"
    return """
      <p class="due \(left)">\(clock.line)</p>
      <details><summary>\(language.say("Как посчитано", "How it was counted"))</summary><pre>\(clock.text)</pre></details>
      """
  }

  private var unknown: HTML {
    """
    <p>\(language.say(
      "Укажите день проведения работы, и станет видно, сколько осталось времени.",
      "Give the day of the test to see how much time is left."))</p>
    """
  }
}
