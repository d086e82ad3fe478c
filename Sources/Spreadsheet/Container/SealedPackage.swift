internal import CLate
internal import Glibc

/// Files in a ZIP whose every entry is encrypted with AES-256 (WinZip AE-2), through libzip: 7-Zip opens it.
///
/// Names and sizes of entries can be seen without the password; only what is in them cannot.
public enum SealedPackage {
  /// A file of a package.
  public struct Entry: Sendable, Hashable {
    /// Its path in the package, parts divided by `/`.
    public let name: String
    /// The whole file.
    public let bytes: [UInt8]

    /// A file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Why a package cannot be made or opened.
  public enum Fault: Error, Sendable, Hashable {
    /// It is no ZIP, or a damaged one.
    case damaged(entry: String?)
    /// The password is not the one with which it was sealed.
    case wrongPassword
    /// An entry is not encrypted with AES.
    case notSealed(entry: String)
    /// An entry must not be written to a disk: a path out of the folder, a link, a name that is none.
    case unsafeName(entry: String)
    /// Two entries have one name, where capital letters do not count.
    case repeatedName(entry: String)
    /// More entries, or more bytes, than a package may have.
    case tooLarge
    /// The library cannot do AES, or ran out of memory.
    case cannotSeal
  }

  /// More than any honest package of a test.
  static let mostEntries = 2_000
  static let mostBytes = 1 << 30
}
