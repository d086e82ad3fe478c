internal import Assessment
internal import Reports

/// The files of a work with what each was recognised as, and the place to add more.
struct FilesPart: SubmissionPart {
  let page: SubmissionPage

  var markup: HTML {
    """
    <section class="files" aria-labelledby="files-title">
    <h2 id="files-title">\(language.say("Файлы", "Files"))</h2>
    <ul>\(submission.files.map { line($0) })</ul>
    \(DropForm(action: "\(base)/files", language: language, token: token, isSmall: true).markup)
    <details class="erase"><summary>\(language.say("Удалить работу", "Remove the work"))</summary>
    <p>\(language.say(
      "Файлы и всё, что здесь набрано, исчезнут с этого компьютера. Скачанное и ваши исходные файлы останутся.",
      "The files and all that was keyed here vanish from this computer. What you downloaded and your own files stay."))</p>
    \(button("erase", language.say("Удалить", "Remove"), look: "danger"))</details>
    </section>
    """
  }

  private func line(_ file: Submission.File) -> HTML {
    """
    <li class="\(file.role)"><b>\(role(file.role))</b> <span>\(file.name)</span>
    <small>\(why(file))</small>\(button("files/\(file.id)/remove", language.say("Убрать", "Take out")))</li>
    """
  }

  private func why(_ file: Submission.File) -> String {
    file.role == "otherForm"
      ? language.say(
        "Форма нужна одна: заполняется та, что подходит к протоколу, а если подходят обе — последняя.",
        "One form is enough: that which fits the protocol is filled, and the last one where both fit.")
      : file.why
  }

  private func role(_ role: String) -> String {
    switch role {
    case "transcription": language.say("Запись протокола", "Transcription")
    case "scores": language.say("Баллы комиссии", "Commission's scores")
    case "form": language.say("Форма ФИС ОКО", "ФИС ОКО form")
    case "otherForm": language.say("Лишняя форма", "Form not used")
    case "filledForm": language.say("Заполненная форма", "Filled form")
    case "roster": language.say("Список кодов", "List of codes")
    case "unreadable": language.say("Не прочитан", "Not readable")
    default: language.say("Не понадобится", "Of no use")
    }
  }
}
