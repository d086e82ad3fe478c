import ArgumentParser
import Assessment
import Checking
import Console
import Desk
import Glibc

/// `oko serve`: the web desk of a school on its own computer.
@main
struct OkoDesk: Program, AsyncParsableCommand {
  /// `oko` hands its words over with the verb in front.
  static func main() async {
    var words = Array(CommandLine.arguments.dropFirst())
    if words.first == "help" { words = ["--help"] + words.dropFirst().dropFirst() }
    if words.first == "serve" { words.removeFirst() }
    await start(words)
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "oko serve",
      abstract: serveAbstract,
      discussion: say(
        "Пример: oko serve --port 8383. Откройте напечатанную ссылку; остановить — Ctrl-C.",
        "Example: oko serve --port 8383. Open the link that is printed; stop with Ctrl-C."),
      version: Version.text)
  }

  @Argument(
    help: ArgumentHelp(
      say(
        "Файлы, с которых начать работу: протокол и скачанная форма.",
        "Files to begin a work with: a protocol and the downloaded form."),
      valueName: "file"))
  var files: [String] = []

  @Flag(help: ArgumentHelp(say("Сразу открыть браузер.", "Open the browser at once.")))
  var browser = false

  @Option(
    help: ArgumentHelp(
      say("Порт на этом компьютере; 0 — любой свободный.", "The port on this computer; 0 for a free one."),
      valueName: "port"))
  var port = 8383

  @Option(
    help: ArgumentHelp(
      say("Папка, где хранятся начатые работы.", "The folder in which works are kept."), valueName: "dir"))
  var folder: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Реестр района: стол ТРЦ с учётными записями школ, экспертов и наблюдателей.",
        "The registry of a district: the centre's desk with accounts of schools, experts and observers."),
      valueName: "file"))
  var db: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Адрес в сети вместо этого компьютера; нужны --db, --certificate и --key.",
        "An address in the network instead of this computer; needs --db, --certificate and --key."),
      valueName: "address"))
  var listen = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      say(
        "Имя, под которым стол открывают; можно несколько раз.",
        "A name under which the desk is opened; may be given again."),
      valueName: "host"))
  var name: [String] = []

  @Option(help: ArgumentHelp(say("Сертификат TLS, PEM.", "The TLS certificate, PEM."), valueName: "file"))
  var certificate: String?

  @Option(
    help: ArgumentHelp(say("Ключ к сертификату, PEM.", "The key of the certificate, PEM."), valueName: "file")
  )
  var key: String?

  @Option(
    help: ArgumentHelp(
      say("Правила сроков района (JSON).", "The district's policy of terms (JSON)."), valueName: "file"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Папка с данными сезонов поверх встроенных.", "A folder with data of seasons over the built-in one."),
      valueName: "dir"))
  var schemas: String?

  @OptionGroup var common: LanguageOptions

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError(say("Порт — число от 0 до 65535.", "A port is a number from 0 to 65535."))
    }
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError(
        say("--certificate и --key нужны вместе.", "--certificate and --key are needed together."))
    }
    guard db == nil || files.isEmpty && !browser else {
      throw ValidationError(
        say(
          "Файлы и --browser — для стола школы, без --db.",
          "Files and --browser are for a school's desk, without --db."))
    }
  }

  func run() async throws {
    let folder = try folder ?? Self.ownFolder()
    var configuration = Desk.Configuration(
      folder: folder, regulations: try regulations())
    configuration.port = port
    configuration.address = listen
    configuration.names = name
    configuration.registry = db
    configuration.language = common.lang
    configuration.files = try files.map { path in
      let file = try InputFile(path)
      return (file.name, file.bytes)
    }
    if let certificate, let key { configuration.tls = (certificate, key) }
    do {
      try await Desk(configuration, now: { Int(time(nil)) }).run { opened in
        print(words(opened))
        fflush(nil)
        if browser, case .school(let link) = opened { Browser.open(link, from: folder) }
      }
    } catch let error as DeskError {
      throw ValidationError(error.words[common.lang])
    }
  }

  private func regulations() throws -> Regulations {
    var files = Regulations.Files()
    if let schemas {
      files.overlay = try SchemaFolder.files(of: schemas).map { .init(path: $0.path, json: $0.json) }
    }
    if let policy {
      let file = try InputFile(policy)
      files.policy = .init(path: file.name, json: file.bytes)
    }
    return try Regulations(files)
  }

  private func words(_ opened: Desk.Opened) -> String {
    let stop = say("Остановить: Ctrl-C.", "Stop it with Ctrl-C.")
    switch opened {
    case .school(let link):
      return say(
        "Стол открыт. Ссылка действует один раз:\n\n  \(link)\n\n\(stop)",
        "The desk is open. The link works once:\n\n  \(link)\n\n\(stop)")
    case .district(let address, nil):
      return say(
        "Стол района открыт: \(address)\n\(stop)", "The district's desk is open: \(address)\n\(stop)")
    case .district(let address, let invitation?):
      return say(
        "Стол района открыт: \(address)\nУчётных записей ещё нет. Приглашение для ТРЦ, действует один раз, сутки:\n\n  \(invitation)\n\n\(stop)",
        "The district's desk is open: \(address)\nThere are no accounts yet. The centre's invitation, for once, within a day:\n\n  \(invitation)\n\n\(stop)"
      )
    }
  }

  /// Where works are kept unless somebody says otherwise.
  private static func ownFolder() throws -> String {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    var base = value("XDG_DATA_HOME")
    if base == nil, let home = value("HOME") { base = home + "/.local/share" }
    guard let base else {
      throw ValidationError(say("Укажите папку: --folder.", "Give a folder: --folder."))
    }
    // A fresh account has no such folders yet; a failure shows when the desk makes its own.
    for end in base.indices where end > base.startIndex && base[end] == "/" {
      mkdir(String(base[..<end]), 0o700)
    }
    mkdir(base, 0o700)
    return base + "/oko"
  }
}
