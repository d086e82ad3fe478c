import Assessment
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
      say("В пакете не хватает файла: \(shown: name)", "A file of the package is missing: \(shown: name)")
    case .surplus(let name):
      say(
        "В пакете файл, которого нет в описи: \(shown: name)",
        "A file of the package is not in its manifest: \(shown: name)")
    case .differs(let name):
      say(
        "Файл не тот, что был упакован: \(shown: name)",
        "The file is not the one that was packed: \(shown: name)")
    }
  }

  private static func text(of fault: SealedPackage.Fault) -> String {
    switch fault {
    case .damaged(let entry):
      say("Пакет повреждён", "The package is damaged") + (entry.map { ": \(shown: $0)" } ?? "")
    case .wrongPassword: say("Пароль не подходит.", "The password is wrong.")
    case .notSealed(let entry):
      say("Файл пакета не зашифрован AES-256: \(shown: entry)", "Not sealed with AES-256: \(shown: entry)")
    case .unsafeName(let entry):
      say(
        "Имя, которое вывело бы из папки, или ссылка: \(shown: entry)",
        "A name that would leave the folder, or a link: \(shown: entry)")
    case .repeatedName(let entry):
      say("Имя повторяется: \(shown: entry)", "A name stands twice: \(shown: entry)")
    case .tooLarge: say("Пакет слишком велик.", "The package is too large.")
    case .cannotSeal: say("Пакет не удалось зашифровать.", "The package could not be sealed.")
    }
  }
}
