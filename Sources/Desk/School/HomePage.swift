internal import Assessment
internal import Hummingbird

/// The first page of a school: drop the files, or go on with a work.
struct HomePage {
  let language: Language
  let session: Session
  let works: [WorkLine]

  /// A line of the list of works.
  struct WorkLine {
    let id: String
    let title: String
    let state: String
    let severity: String
    let files: String
  }

  var page: Page {
    Page(
      title: language.say("Проверка протокола", "Check of a protocol"), language: language, content: content,
      token: session.formToken, account: session.account)
  }

  private var content: HTML {
    """
    <h1>\(language.say("Проверка протокола ВПР", "Check of a ВПР protocol"))</h1>
    <p class="lead">\(language.say(
      "Дайте файлы одной работы: запись бумажного протокола, баллы комиссии, если они набраны отдельно, и форму, скачанную из ФИС ОКО. Порядок не важен: программа узнаёт их по содержанию.",
      "Give the files of one work: the transcription of the paper protocol, the commission's scores if they were keyed separately, and the form downloaded from ФИС ОКО. In any order: they are told by their content."
    ))</p>
    \(DropForm(action: "/submissions", language: language, token: session.formToken).markup)
    \(works.isEmpty ? .nothing : list)
    """
  }

  private var list: HTML {
    let rows = works.map { work -> HTML in
      """
      <tr><td><a href="/submissions/\(work.id)">\(work.title)</a></td><td><span class="state \(work.severity)">\(
        work.state)</span></td><td>\(work.files)</td></tr>
      """
    }
    let title = language.say("Начатые работы", "Works begun")
    let heads = [
      language.say("Работа", "Work"), language.say("Состояние", "State"), language.say("Файлы", "Files"),
    ]
    return "<section><h2>\(title)</h2>\(HTML.table(title, heads, rows))</section>"
  }
}

/// The place where files are dropped; without a script it is a field for files with a button.
struct DropForm {
  let action: String
  let language: Language
  let token: String
  var isSmall = false
  var takesArchives = false

  var markup: HTML {
    """
    <form class="drop\(isSmall ? " small" : "")" method="post" action="\(action)" enctype="multipart/form-data" data-drop>
    <input type="hidden" name="token" value="\(token)">
    <label for="files-\(isSmall ? "more" : "first")">\(
      isSmall
        ? language.say("Добавить или заменить файлы", "Add or replace files")
        : language.say("Перетащите файлы сюда или выберите", "Drop files here or choose them"))</label>
    <input id="files-\(isSmall ? "more" : "first")" type="file" name="files" multiple required accept=".xlsx,.xlsm,.ods,.csv,.tsv\(takesArchives ? ",.zip" : "")">
    <button type="submit">\(language.say("Проверить", "Check"))</button>
    </form>
    """
  }
}
