/// What a browser sends from a form: fields and files (RFC 7578).
///
/// Strict on purpose: a body that is not built as browsers build it is refused, not repaired.
struct MultipartForm: Sendable {
  /// A file with the name that the person's computer gives it.
  struct File: Sendable {
    /// The last part of the name, never a path.
    let name: String
    let bytes: [UInt8]
  }

  private(set) var fields: [String: String] = [:]
  private(set) var files: [File] = []

  /// The largest number of parts.
  static let limit = 64

  /// Takes a body apart; `nil` when it is not whole or not of this form.
  ///
  /// - Parameter type: the header `Content-Type` with its boundary.
  init?(_ body: [UInt8], type: String) {
    guard let boundary = Self.boundary(of: type) else { return nil }
    let opening = Array("--\(boundary)".utf8)
    let delimiter = Array("\r\n--\(boundary)".utf8)
    guard body.starts(with: opening) else { return nil }
    var place = opening.count
    var count = 0
    while true {
      if body[place...].starts(with: "--".utf8) { return }
      guard body[place...].starts(with: "\r\n".utf8), count < Self.limit,
        let head = Self.find("\r\n\r\n".utf8, in: body, from: place),
        let end = Self.find(delimiter, in: body, from: head + 4),
        let part = Part(String(decoding: body[(place + 2)..<max(place + 2, head)], as: UTF8.self))
      else { return nil }
      count += 1
      take(part, body[(head + 4)..<end])
      place = end + delimiter.count
    }
  }

  private mutating func take(_ part: Part, _ content: ArraySlice<UInt8>) {
    guard let name = part.fileName else {
      fields[part.name] = String(decoding: content, as: UTF8.self)
      return
    }
    // A browser sends an empty nameless file when nothing was chosen.
    if !name.isEmpty || !content.isEmpty { files.append(File(name: name, bytes: Array(content))) }
  }

  /// The header of a part: its field, and the name of a file.
  private struct Part {
    let name: String
    let fileName: String?

    init?(_ head: String) {
      guard head.utf8.count <= 4096 else { return nil }
      let lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)
      guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
        let name = Self.value("name", in: line)
      else { return nil }
      self.name = name
      fileName = Self.value("filename", in: line).map { name in
        String(name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "")
      }
    }

    /// A parameter in quotes; browsers write a quote as `%22`.
    private static func value(_ name: String, in line: Substring) -> String? {
      guard let start = line.range(of: "; \(name)=\"") else { return nil }
      guard let end = line[start...].firstIndex(of: "\"") else { return nil }
      return String(line[start..<end]).replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
    }
  }

  private static func boundary(of type: String) -> String? {
    let parts = type.split(separator: ";").map { $0.drop { $0 == " " } }
    guard parts.first?.lowercased() == "multipart/form-data",
      let part = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })
    else { return nil }
    let text = part.dropFirst(9).trimming("\"")
    return (1...70).contains(text.utf8.count) ? String(text) : nil
  }

  private static func find(
    _ needle: some Collection<UInt8>, in body: [UInt8], from start: Int
  ) -> Int? {
    guard let first = needle.first, start <= body.count else { return nil }
    var place = start
    while let next = body[place...].firstIndex(of: first) {
      if body[next...].starts(with: needle) { return next }
      place = next + 1
    }
    return nil
  }
}

extension Substring {
  /// Where a text ends that stands in this one.
  fileprivate func range(of text: String) -> String.Index? { firstRange(of: text)?.upperBound }

  fileprivate func trimming(_ character: Character) -> Substring {
    var text = self
    while text.first == character { text = text.dropFirst() }
    while text.last == character { text = text.dropLast() }
    return text
  }
}
