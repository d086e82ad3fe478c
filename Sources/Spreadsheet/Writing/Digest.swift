internal import CNettle

/// The SHA-256 of bytes, through Nettle, as 64 hexadecimal digits.
public func sha256(_ bytes: [UInt8]) -> String {
  var context = sha256_ctx()
  var digest = [UInt8](repeating: 0, count: 32)
  unsafe nettle_sha256_init(&context)
  unsafe bytes.withUnsafeBufferPointer { unsafe nettle_sha256_update(&context, $0.count, $0.baseAddress) }
  unsafe nettle_sha256_digest(&context, 32, &digest)
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
