public import Assessment
internal import Glibc

/// Why the desk cannot do something on its own side.
public enum DeskError: Error, Sendable {
  /// A file of the desk could not be read or written: its name and the system's number.
  case storage(String, Int32)
  /// Another desk has the folder.
  case inUse(String)
  /// What is kept does not read back.
  case damaged(String)
  /// The desk would be open to the network without TLS and accounts.
  case openToNetwork(String)
  /// The registry cannot be used.
  case registry(Text)
  /// A worker failed over the files.
  case examination(String)

  /// What a person is told.
  public var words: Text {
    switch self {
    case .storage(let name, let number):
      let reason = String(cString: strerror(number))
      return Text(
        "Папка стола недоступна: \(name) (\(reason)).",
        "The desk's folder cannot be used: \(name) (\(reason)).")
    case .inUse(let path):
      return Text(
        "Стол уже открыт в другом окне (папка \(shown: path)). Закройте его или укажите другую папку: --folder.",
        "The desk is open in another window (folder \(shown: path)). Close it, or give another folder: --folder."
      )
    case .damaged(let name):
      return Text(
        "Файл стола повреждён: \(name). Уберите его из папки и запустите снова.",
        "A file of the desk is damaged: \(name). Move it out of the folder and start again.")
    case .openToNetwork(let address):
      return Text(
        "Адрес \(address) виден из сети: для него нужны --db, --certificate и --key.",
        "The address \(address) is seen from the network: it needs --db, --certificate and --key.")
    case .registry(let words): return words
    case .examination(let reason):
      return Text("Проверка не удалась: \(reason).", "The check failed: \(reason).")
    }
  }
}
