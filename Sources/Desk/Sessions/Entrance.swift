internal import Assessment
internal import HTTPTypes
internal import Hummingbird

/// What stands behind the one-time link.
enum Entrance {
  /// Leads a person on who has just been given a session.
  ///
  /// A browser sends our cookie only along ways that began with us (`SameSite=Strict`). Where the link was followed from
  /// another page, a redirect would still be that page's way, and the desk would not know its own guest; so a page of
  /// ours leads on.
  static func leading(
    to path: String, _ request: Request, _ session: Session, isSecure: Bool, _ language: Language
  ) -> Response {
    let isOurWay = request.headers[.secFetchSite].map { $0 == "none" || $0 == "same-origin" } ?? true
    var response = isOurWay ? Page.redirect(to: path) : page(to: path, language)
    response.headers[.setCookie] = SessionCookie.field(session, isSecure: isSecure)
    return response
  }

  private static func page(to path: String, _ language: Language) -> Response {
    let word = language.say("Открыть стол", "Open the desk")
    let content: HTML = """
      <section class="card message"><p><a class="button" href="\(path)">\(word)</a></p></section>
      """
    var response = Page(title: word, language: language, content: content).response
    if let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "0; url=\(path)" }
    return response
  }
}
