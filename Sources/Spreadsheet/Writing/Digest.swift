internal import CNettle

/// The SHA-256 of bytes, through Nettle, as 64 hexadecimal digits.
public func sha256(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: digest(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The SHA-256 of bytes in base64 with padding, as a content security policy names a style sheet.
public func sha256Base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  // 32 bytes and one more are eleven groups of three; the last digit is then none.
  let padded = digest(bytes) + [0]
  var text: [UInt8] = []
  for start in stride(from: 0, to: padded.count, by: 3) {
    let group = Int(padded[start]) << 16 | Int(padded[start + 1]) << 8 | Int(padded[start + 2])
    for shift in [18, 12, 6, 0] { text.append(digits[group >> shift & 63]) }
  }
  text[text.count - 1] = UInt8(ascii: "=")
  return String(decoding: text, as: UTF8.self)
}

private func digest(_ bytes: [UInt8]) -> [UInt8] {
  var context = sha256_ctx()
  var digest = [UInt8](repeating: 0, count: 32)
  unsafe nettle_sha256_init(&context)
  unsafe bytes.withUnsafeBufferPointer { unsafe nettle_sha256_update(&context, $0.count, $0.baseAddress) }
  unsafe nettle_sha256_digest(&context, 32, &digest)
  return digest
}
