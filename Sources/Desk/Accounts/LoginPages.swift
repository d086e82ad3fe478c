internal import Assessment
internal import Hummingbird
internal import Registry

/// The page to log in.
struct LoginPage {
  let language: Language
  var problem: String?
  var status = HTTPResponse.Status.ok

  var page: Page {
    let content: HTML = """
      <section class="card message">
      <h1>\(language.say("Вход", "Log in"))</h1>
      \(problem.map { HTML.alert($0) })
      <form method="post" action="/login">
      <label for="login">\(language.say("Логин", "Login"))</label>
      <input id="login" name="login" autocomplete="username" required autofocus>
      <label for="password">\(language.say("Пароль", "Password"))</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required>
      <p><button>\(language.say("Войти", "Log in"))</button></p>
      </form>
      <p class="small">\(language.say(
        "Забыли пароль? Попросите ТРЦ закрыть старую запись и прислать новое приглашение.",
        "Forgot the password? Ask the district centre to close the old account and to invite you again."))</p>
      </section>
      """
    return Page(
      title: language.say("Вход", "Log in"), language: language, content: content, status: status)
  }
}

/// The page of an invitation: choose a login and a password.
struct InvitationPage {
  let language: Language
  let token: String
  let invitation: Invitation
  var problem: String?

  var page: Page {
    let school = invitation.school.map { ", \($0)" } ?? ""
    let content: HTML = """
      <section class="card message">
      <h1>\(language.say("Приглашение", "Invitation"))</h1>
      <p><b>\(invitation.name)</b>, \(invitation.role.word[language])\(school)</p>
      \(problem.map { HTML.alert($0) })
      <form method="post" action="/invitations/\(token)">
      <label for="login">\(language.say("Придумайте логин", "Choose a login"))</label>
      <input id="login" name="login" autocomplete="username" required pattern="[A-Za-z0-9._\\-]{3,32}" title="\(
        language.say("От 3 до 32 латинских букв, цифр, точек и дефисов", "3 to 32 Latin letters, digits, dots, dashes"))">
      <label for="password">\(language.say("Придумайте пароль, не короче 10 знаков", "Choose a password of 10 characters or more"))</label>
      <input id="password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="200" required>
      <p><button>\(language.say("Начать работу", "Begin"))</button></p>
      </form>
      </section>
      """
    return Page(title: language.say("Приглашение", "Invitation"), language: language, content: content)
  }
}

extension HTML {
  /// Words that something did not work.
  static func alert(_ words: String) -> HTML { "<p class=\"notice\" role=\"alert\">\(words)</p>" }
}
