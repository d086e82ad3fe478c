internal import Assessment
internal import HTTPTypes
internal import Hummingbird
internal import Registry

/// A whole page: its title, its content, what every page has around it.
struct Page {
  let title: String
  let language: Language
  let content: HTML
  var status = HTTPResponse.Status.ok
  /// The token of the session's forms, for the script.
  var token: String?
  /// Whose page it is, at a district's desk.
  var account: Account?

  var response: Response {
    var response = Response(status: status)
    response.headers[.contentType] = "text/html; charset=utf-8"
    response.body = ResponseBody(byteBuffer: ByteBuffer(string: markup.text))
    return response
  }

  private var markup: HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="token" content="\(token ?? "")">
    <title>\(title) · oko</title>
    <link rel="stylesheet" href="/assets/desk.css">
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <script src="/assets/desk.js" defer></script>
    </head>
    <body>
    <a class="skip" href="#main">\(language.say("К содержанию", "Skip to content"))</a>
    <header class="top"><a class="brand" href="/">oko</a><span>\(
      language.say("от бумажного протокола до формы ФИС ОКО", "from the paper protocol to the ФИС ОКО form"))</span>\(account.map { menu($0) })</header>
    <main id="main">
    \(content)
    </main>
    <footer>\(place) \(
      language.say(
        "Имена учеников в форму и отчёты не попадают.", "Names of pupils enter neither form nor report."))</footer>
    </body>
    </html>
    """
  }

  /// Where the desk runs, as far as the person need know.
  private var place: String {
    account == nil
      ? language.say("Работает на этом компьютере, без сети.", "Runs on this computer, without a network.")
      : language.say("Стол района.", "The district's desk.")
  }

  /// Where the person may go, by role, and the way out.
  private func menu(_ account: Account) -> HTML {
    let links = Menu.links(of: account.role, language).map { link -> HTML in
      "<a href=\"\(link.path)\">\(link.word)</a>"
    }
    return """
      <nav aria-label="\(language.say("Разделы", "Sections"))">\(links)</nav>
      <form method="post" action="/logout" class="out"><input type="hidden" name="token" value="\(token ?? "")"><span>\(
        account.name)</span> <button class="quiet">\(language.say("Выйти", "Log out"))</button></form>
      """
  }

  /// Leads to another page after a POST.
  static func redirect(to path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path])
  }
}
