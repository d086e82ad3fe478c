internal import CCrypt
internal import Glibc

/// Passwords as they are kept: scrypt by libxcrypt, in the form of `crypt(5)` that names its own costs (`$7$…`).
enum PasswordHash {
  /// The cost: 2^(CPU count 6) of libxcrypt's scale, 32 MiB and about 60 ms a password.
  private static let cost: UInt = 7

  /// A password to be kept; `nil` when the library refuses, as it does for one of more than 512 bytes.
  static func make(_ password: String) -> String? {
    var random = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in CChar(bitPattern: UInt8.random(in: 0...255, using: &random)) }
    guard let setting = crypt_gensalt_ra("$7$", cost, salt, 16) else { return nil }
    defer { free(setting) }
    return hash(password, String(cString: setting))
  }

  /// Whether a password is the one that was kept.
  static func matches(_ password: String, _ kept: String) -> Bool {
    guard kept.hasPrefix("$7$"), let own = hash(password, kept) else { return false }
    return RandomID.areEqual(own, kept)
  }

  /// Spends the time of a comparison, so that an unknown login takes as long as a wrong password.
  static func pretend(_ password: String) { _ = matches(password, decoy) }

  private static let decoy = make("decoy") ?? ""

  private static func hash(_ password: String, _ setting: String) -> String? {
    var data: UnsafeMutableRawPointer?
    var size: Int32 = 0
    defer { free(data) }
    guard let result = crypt_ra(password, setting, &data, &size) else { return nil }
    let text = String(cString: result)
    return text.hasPrefix("*") ? nil : text
  }
}
