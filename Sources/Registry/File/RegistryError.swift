public import Assessment
internal import GRDB

/// Why the registry could not be used; nothing of what the failed call meant to write was written.
public enum RegistryError: Error, Sendable, Hashable {
  /// The file is an SQLite database of something else, or no database at all.
  case notARegistry(String)
  /// A newer program wrote it.
  case newer(String, version: Int, known: Int)
  /// Another program has held the file for more than five seconds.
  case busy(String)
  /// The disk is full.
  case full(String)
  /// The file may not be opened or written.
  case cannotOpen(String)
  /// The file is damaged; carries SQLite's words.
  case damaged(String, String)
  /// A form of which the registry has no record; carries its name.
  case unknownForm(String)
  /// Something else; carries SQLite's words, without values.
  case failed(String, String)

  /// What happened and what to do.
  public var words: Text {
    switch self {
    case .notARegistry(let path):
      Text(
        "\(shown: path) — не реестр oko. Укажите другой файл: этот не изменён.",
        "\(shown: path) is no registry of oko. Give another file: this one was not changed.")
    case .newer(let path, let version, let known):
      Text(
        "Реестр \(shown: path) записан более новой программой (версия \(version), эта знает \(known)). Обновите oko: файл не изменён.",
        "The registry \(shown: path) was written by a newer program (version \(version), this one knows \(known)). Update oko: the file was not changed."
      )
    case .busy(let path):
      Text(
        "Реестр \(shown: path) занят другой программой. Подождите, пока она закончит, и повторите.",
        "The registry \(shown: path) is in use by another program. Wait until it has finished and try again.")
    case .full(let path):
      Text(
        "На диске нет места: реестр \(shown: path) не дополнен, записанное раньше цело.",
        "The disk is full: nothing was added to the registry \(shown: path); what was written before is whole."
      )
    case .cannotOpen(let path):
      Text(
        "Реестр \(shown: path) не открывается: проверьте папку и права на запись.",
        "The registry \(shown: path) cannot be opened: check the folder and whether it may be written.")
    case .damaged(let path, let words):
      Text(
        "Реестр \(shown: path) повреждён (\(words)). Возьмите последнюю копию.",
        "The registry \(shown: path) is damaged (\(words)). Take the last copy.")
    case .unknownForm(let name):
      Text(
        "Реестр не знает такой формы: \(shown: name). Нужен тот самый файл, который записала программа.",
        "The registry knows no such form: \(shown: name). Give the very file that the program wrote.")
    case .failed(let path, let words):
      Text("Реестр \(shown: path): \(words).", "Registry \(shown: path): \(words).")
    }
  }

  /// Runs something and gives its failure a kind.
  static func translating<T>(_ path: String, _ work: () throws -> T) throws(RegistryError) -> T {
    do {
      return try work()
    } catch let error as RegistryError {
      throw error
    } catch let error as DatabaseError {
      throw RegistryError(error, path)
    } catch {
      throw .failed(path, "\(error)")
    }
  }

  private init(_ error: DatabaseError, _ path: String) {
    let words = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path)
    case .SQLITE_FULL: self = .full(path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path)
    case .SQLITE_NOTADB: self = .notARegistry(path)
    case .SQLITE_CORRUPT: self = .damaged(path, words)
    default: self = .failed(path, words)
    }
  }
}
