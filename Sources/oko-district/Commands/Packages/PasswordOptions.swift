import ArgumentParser
import Console
import Glibc

/// The password of a package: from a file or from the terminal, never from the command line, which everybody on the
/// machine can read.
struct PasswordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Файл с паролем (первая строка); без ключа пароль спрашивается.",
        "A file with the password (its first line); asked for without it."), valueName: "file"))
  var passwordFile: String?

  /// The shortest password of a new package: the format's key derivation is quick to try.
  private static let shortest = 12

  /// The password to open a package with.
  func password() throws(Failure) -> String {
    guard let passwordFile else { return try Self.ask(say("Пароль пакета: ", "Password of the package: ")) }
    let bytes = try InputFile(passwordFile).bytes
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let password = String(decoding: line, as: UTF8.self)
    guard !password.isEmpty, !password.utf8.contains(0) else {
      throw .usage("В файле нет пароля: \(passwordFile)", "There is no password in the file: \(passwordFile)")
    }
    return password
  }

  /// The password of a package that is being made: long enough and, when typed, typed twice.
  func newPassword() throws(Failure) -> String {
    let password = try password()
    guard password.count >= Self.shortest else {
      throw .usage(
        "Пароль короче \(Self.shortest) знаков: такой подбирают.",
        "The password is shorter than \(Self.shortest) characters: such a one can be guessed.")
    }
    // 7-Zip on Windows turns other letters into bytes by the system's code page.
    guard password.unicodeScalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) else {
      throw .usage(
        "В пароле только латинские буквы, цифры и знаки: иначе 7-Zip в Windows его не примет.",
        "Only Latin letters, digits and signs in a password: 7-Zip on Windows takes no others.")
    }
    if passwordFile == nil {
      let again = try Self.ask(say("Ещё раз: ", "Once more: "))
      guard again == password else { throw .usage("Пароли не совпали.", "The passwords differ.") }
    }
    return password
  }

  /// Asks on the terminal without showing what is typed.
  private static func ask(_ prompt: String) throws(Failure) -> String {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else {
      throw .usage(
        "Спросить пароль негде: дайте файл с ним (--password-file).",
        "There is no terminal to ask on: give a file with the password (--password-file).")
    }
    defer { close(terminal) }
    var shown = termios()
    guard tcgetattr(terminal, &shown) == 0 else {
      throw .usage("Терминал не скрывает ввод.", "The terminal cannot hide what is typed.")
    }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(terminal, TCSAFLUSH, &shown)
      Standard.write([0x0A], to: terminal)
    }
    Standard.write(Array(prompt.utf8), to: terminal)
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(terminal, &byte, 1) == 1, byte != 0x0A, byte != 0x0D, line.count < 1024 { line.append(byte) }
    guard !line.isEmpty else { throw .usage("Пароль пуст.", "The password is empty.") }
    return String(decoding: line, as: UTF8.self)
  }
}
