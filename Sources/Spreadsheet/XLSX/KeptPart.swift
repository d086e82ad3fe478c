internal import Synchronization

/// The bytes of a worksheet part that was read, for the first who edits it: they change in place then.
///
/// A form has nearly a megabyte of rows, of which the first few change; a second array of that size would be two hundred
/// new pages, a twentieth of a whole conversion. Whoever edits the part later inflates it again.
final class KeptPart: Sendable {
  /// Room behind the bytes for what edits add: ninety rows of a form take some fifty thousand.
  static let slack = 64 << 10

  private let bytes: Mutex<[UInt8]>

  init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes) }

  /// The bytes, once; nothing from then on.
  func take() -> [UInt8] {
    bytes.withLock { bytes in
      var taken: [UInt8] = []
      swap(&taken, &bytes)
      return taken
    }
  }
}
