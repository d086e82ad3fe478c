internal import Assessment
internal import HTTPTypes
internal import Hummingbird

/// What a person sees when something does not work: what it is, and what to do.
struct ErrorPage {
  let status: HTTPResponse.Status
  var language = Language.ru

  init(_ status: HTTPResponse.Status) { self.status = status }

  var response: Response {
    let (title, advice) = words
    let content: HTML = """
      <section class="card message">
      <h1>\(title)</h1>
      <p>\(advice)</p>
      <p><a class="button" href="/">\(language.say("На главную", "To the start"))</a></p>
      </section>
      """
    return Page(title: title, language: language, content: content, status: status).response
  }

  private var words: (String, String) {
    switch status {
    case .unauthorized:
      (
        language.say("Откройте ссылку из программы", "Open the program's link"),
        language.say(
          "Стол открывается по одноразовой ссылке, которую напечатала команда oko serve. Если ссылка уже использована в другом браузере, запустите команду ещё раз.",
          "The desk opens by the one-time link that oko serve has printed. If another browser has used it, start the command again."
        )
      )
    case .notFound:
      (
        language.say("Такой страницы нет", "There is no such page"),
        language.say(
          "Возможно, работа уже удалена. Список работ — на главной странице.",
          "The work may have been removed. The list of works is on the start page.")
      )
    case .contentTooLarge:
      (
        language.say("Файл слишком большой", "The file is too large"),
        language.say(
          "Принимаются файлы до 10 МБ, не больше 20 за раз и 25 МБ вместе. Протокол работы занимает меньше 1 МБ: проверьте, тот ли файл выбран.",
          "Files of up to 10 MB are taken, at most 20 at once and 25 MB together. A protocol is less than 1 MB: see whether it is the right file."
        )
      )
    case .forbidden:
      (
        language.say("Страница устарела", "The page is out of date"),
        language.say(
          "Запрос пришёл не с этой страницы или она открыта до перезапуска программы. Вернитесь на главную и повторите.",
          "The request did not come from this page, or the page is older than the program's start. Go back to the start and try again."
        )
      )
    case .misdirectedRequest:
      (
        language.say("Адрес не тот", "The address is not ours"),
        language.say(
          "Откройте стол по адресу, который напечатала программа.",
          "Open the desk at the address that the program has printed.")
      )
    case .badRequest, .unsupportedMediaType, .methodNotAllowed:
      (
        language.say("Запрос не понят", "The request was not understood"),
        language.say("Вернитесь назад и повторите.", "Go back and try again.")
      )
    case _ where status.code == 507:
      (
        language.say("На диске нет места", "The disk is full"),
        language.say(
          "Ничего не потеряно: то, что было сохранено, осталось. Освободите место и повторите.",
          "Nothing is lost: what was stored is still there. Make room and try again.")
      )
    default:
      (
        language.say("Не получилось по нашей вине", "It failed, and it is our fault"),
        language.say(
          "Сохранённое не потеряно. Повторите; если не помогает, проверьте файлы командой oko check и сообщите нам её вывод.",
          "What was stored is not lost. Try again; if that does not help, check the files with oko check and send us what it prints."
        )
      )
    }
  }
}
