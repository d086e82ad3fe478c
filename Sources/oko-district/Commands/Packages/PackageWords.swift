import Console
import District
import Spreadsheet

/// Why a package cannot be made or opened, in words.
enum PackageWords {
  static func text(of fault: CommissionPackage.Fault) -> String {
    switch fault {
    case .sealed(let fault): text(of: fault)
    case .withoutManifest:
      say(
        "В пакете нет описи: его сделала не эта программа.",
        "The package has no manifest: another program made it.")
    case .missing(let name):
      say("В пакете не хватает файла: \(name)", "A file of the package is missing: \(name)")
    case .surplus(let name):
      say(
        "В пакете файл, которого нет в описи: \(name)",
        "A file of the package is not in its manifest: \(name)")
    case .differs(let name):
      say("Файл не тот, что был упакован: \(name)", "The file is not the one that was packed: \(name)")
    }
  }

  private static func text(of fault: SealedPackage.Fault) -> String {
    switch fault {
    case .damaged(let entry):
      say("Пакет повреждён", "The package is damaged") + (entry.map { ": \($0)" } ?? "")
    case .wrongPassword: say("Пароль не подходит.", "The password is wrong.")
    case .notSealed(let entry):
      say("Файл пакета не зашифрован AES-256: \(entry)", "Not sealed with AES-256: \(entry)")
    case .unsafeName(let entry):
      say(
        "Имя, которое вывело бы из папки, или ссылка: \(entry)",
        "A name that would leave the folder, or a link: \(entry)")
    case .repeatedName(let entry): say("Имя повторяется: \(entry)", "A name stands twice: \(entry)")
    case .tooLarge: say("Пакет слишком велик.", "The package is too large.")
    case .cannotSeal: say("Пакет не удалось зашифровать.", "The package could not be sealed.")
    }
  }
}
