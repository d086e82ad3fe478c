internal import HTTPTypes
internal import Hummingbird

/// A file to be kept by the browser, never shown by it.
struct Download {
  let bytes: [UInt8]
  /// The name that the person knows; empty for none.
  let name: String
  /// A name of ours in plain letters.
  let fallback: String

  var response: Response {
    var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    response.headers[.contentType] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    response.headers[.contentDisposition] = disposition
    return response
  }

  /// The person's name only percent-encoded (RFC 8187): nothing of it can end the header.
  private var disposition: String {
    let plain = "attachment; filename=\"\(fallback)\""
    guard !name.isEmpty else { return plain }
    let encoded = name.utf8.map { byte -> String in
      let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isPlain || byte == 45 || byte == 46 || byte == 95 { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
    return "\(plain); filename*=UTF-8''\(encoded)"
  }
}
