internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The fields and files of a POST, read within the desk's limits (W5), its token looked at (W2).
struct SentForm: Sendable {
  private let fields: [String: String]
  let files: [MultipartForm.File]

  /// Reads a form of somebody with a session.
  ///
  /// - Throws: 413 for a body or a file above the limits, 400 for one that is no form, 403 for another's token.
  static func read(
    _ request: Request, _ context: DeskContext, limits: UploadLimits = UploadLimits()
  ) async throws -> SentForm {
    let session = try context.person()
    let form = try await readOpen(request, limits: limits)
    guard let token = form["token"], RandomID.areEqual(token, session.formToken) else {
      throw HTTPError(.forbidden)
    }
    return form
  }

  /// Reads a form of somebody who is not in yet: it changes nothing but who he is.
  static func readOpen(
    _ request: Request, limits: UploadLimits = UploadLimits()
  ) async throws -> SentForm {
    if let declared = request.headers[.contentLength].flatMap({ Int($0) }), declared > limits.request {
      throw HTTPError(.contentTooLarge)
    }
    let body = Array(try await request.body.collect(upTo: limits.request).readableBytesView)
    let form = try SentForm(body, type: request.headers[.contentType] ?? "")
    guard form.files.count <= limits.files, form.files.allSatisfy({ $0.bytes.count <= limits.file }) else {
      throw HTTPError(.contentTooLarge)
    }
    return form
  }

  private init(_ body: [UInt8], type: String) throws {
    if type.lowercased().hasPrefix("multipart/") {
      guard let parts = MultipartForm(body, type: type) else { throw HTTPError(.badRequest) }
      (fields, files) = (parts.fields, parts.files)
    } else if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
      (fields, files) = (try Self.decode(body), [])
    } else {
      throw HTTPError(.unsupportedMediaType)
    }
  }

  /// A field; `nil` when it was not sent.
  subscript(name: String) -> String? { fields[name] }

  /// A field that has to be there, within a length.
  func text(_ name: String, limit: Int = 2000) throws -> String {
    guard let text = fields[name], text.count <= limit else { throw HTTPError(.badRequest) }
    return text
  }

  private static func decode(_ body: [UInt8]) throws -> [String: String] {
    var fields: [String: String] = [:]
    for pair in body.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      fields[try plain(parts[0])] = parts.count > 1 ? try plain(parts[1]) : ""
    }
    return fields
  }

  private static func plain(_ part: ArraySlice<UInt8>) throws -> String {
    var bytes: [UInt8] = []
    var rest = part
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte == UInt8(ascii: "+") ? 32 : byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let code = UInt8(digits, radix: 16) else { throw HTTPError(.badRequest) }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// How much one may send at once.
struct UploadLimits: Sendable {
  /// A file, bytes.
  var file = 10 << 20
  /// A request, bytes.
  var request = 25 << 20
  /// Files of a request.
  var files = 20
}
