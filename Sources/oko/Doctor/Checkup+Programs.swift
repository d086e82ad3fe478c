import Assessment
import Console
import Spreadsheet

extension Checkup {
  /// The programs that `oko` becomes: there, able to start, of the same version.
  static func programs() -> [Line] {
    [
      program("oko-district", Text("команды района", "the commands of a district")),
      program("oko-desk", Text("стол в браузере", "the web desk")),
    ]
  }

  private static func program(_ name: String, _ what: Text) -> Line {
    let other = OtherProgram(beside: name)
    do throws(OtherProgram.Errno) {
      let answer = try other.answer(to: ["--version"])
      let said = answer.text.split(separator: "\n").first.map(String.init) ?? ""
      guard answer.exit == 0 else {
        return .amiss(
          name, .error,
          Text("\(name) не запускается: \(said)", "\(name) does not start: \(said)"),
          Text(
            "Если не хватает библиотеки (lib….so), установите её или пакет oko целиком.",
            "When a library (lib….so) is missing, install it, or the whole package oko."))
      }
      guard said == Version.text else {
        return .amiss(
          name, .error,
          Text(
            "\(name) другой версии: \(said), а oko — \(Version.text).",
            "\(name) is of another version: \(said), and oko is \(Version.text)."),
          Text("Скопируйте все три программы из одного выпуска.", "Copy all three programs of one release."))
      }
      return .good(name, "\(name) рядом: \(what.ru).", "\(name) is there: \(what.en).")
    } catch {
      return .amiss(
        name, .warning,
        Text(
          "Не запустить \(other.path): \(error.words).", "\(other.path) cannot be started: \(error.words)."),
        Text(
          "Положите \(name) рядом с oko; без неё нет: \(what.ru).",
          "Put \(name) beside oko; without it there is no: \(what.en)."))
    }
  }

  /// The libraries that this program was started with.
  static func libraries() -> Line {
    let names = Libraries.versions.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    guard Libraries.canSeal else {
      return .amiss(
        "libraries", .warning,
        Text("Библиотеки: \(names); libzip без шифрования.", "Libraries: \(names); libzip cannot encrypt."),
        Text(
          "oko pack и unpack работать не будут; нужна libzip с AES.",
          "oko pack and unpack will not work; they need libzip with AES."))
    }
    return .good("libraries", "Библиотеки: \(names).", "Libraries: \(names).")
  }

  /// A district's registry, asked by the program that knows it.
  static func registry(_ path: String) -> Line {
    do throws(OtherProgram.Errno) {
      let answer = try OtherProgram(beside: "oko-district").answer(
        to: ["db", "check", "--db", path, "--lang", Say.language.rawValue])
      let said = answer.text.split(separator: "\n").first.map(String.init) ?? ""
      if answer.exit == 0 {
        return .good("registry", "Реестр района цел: \(path).", "The registry is whole: \(path).")
      }
      return .amiss(
        "registry", .error,
        Text("Реестр района \(path): \(said)", "The registry \(path): \(said)"),
        Text(
          "Подробно: oko db check --db \(path). Возьмите последнюю резервную копию.",
          "In full: oko db check --db \(path). Take the last backup."))
    } catch {
      return .amiss(
        "registry", .error,
        Text("Реестр не проверен: \(error.words).", "The registry was not checked: \(error.words)."),
        Text("Положите oko-district рядом с oko.", "Put oko-district beside oko."))
    }
  }
}
