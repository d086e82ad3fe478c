import Checking
import Foundation
import Synchronization
import Testing
import Workers

@testable import Desk

/// A desk that really listens, spoken to by bytes: so a test can send what no browser would.
final class RunningDesk: Sendable {
  let folder: String
  let port: UInt16
  /// The path of the one-time link.
  let start: String
  private let task: Task<Void, any Error>

  private init(folder: String, link: String, task: Task<Void, any Error>) {
    self.folder = folder
    let address = link.dropFirst("http://127.0.0.1:".count)
    port = UInt16(address.prefix { $0 != "/" }) ?? 0
    start = String(address.drop { $0 != "/" })
    self.task = task
  }

  /// Opens a desk in a folder of its own, lets a test use it, closes it and takes the folder away.
  static func with(
    _ patience: Patience = Patience(), folder own: String? = nil, isDistrict: Bool = false,
    files: [(name: String, bytes: [UInt8])] = [], _ body: (RunningDesk) async throws -> Void
  ) async throws {
    let folder = own ?? NSTemporaryDirectory() + "oko-desk-\(UUID().uuidString)"
    var configuration = Desk.Configuration(folder: folder, regulations: try Regulations())
    configuration.port = 0
    configuration.workers = WorkerProgram(path: Self.oko)
    configuration.files = files
    if isDistrict { configuration.registry = folder + "/district.db" }
    let desk = try Desk(configuration, now: { 1_713_250_800 }, patience: patience)
    let (links, announce) = AsyncStream.makeStream(of: Desk.Opened.self)
    let task = Task {
      // A desk that does not open announces nothing.
      defer { announce.finish() }
      try await desk.serve(until: []) { announce.yield($0) }
    }
    let link: String
    guard let opened = await links.first(where: { _ in true }) else { return try await task.value }
    switch opened {
    case .school(let own): link = own
    case .district(let address, let invitation): link = invitation ?? address + "/"
    }
    let running = RunningDesk(folder: folder, link: link, task: task)
    do {
      try await body(running)
    } catch {
      await running.close(keeps: own != nil)
      throw error
    }
    await running.close(keeps: own != nil)
  }

  /// The built program, beside the tests.
  static var oko: String {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: bundle).resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "oko")
      .path
  }

  private func close(keeps: Bool) async {
    task.cancel()
    _ = try? await task.value
    if !keeps { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// `127.0.0.1:PORT`
  var host: String { "127.0.0.1:\(port)" }

  /// Enters by the link; the value of the cookie and the token of the forms.
  func enter() async throws -> Visitor {
    try await visitor(of: try await get(start))
  }

  /// The files of the desk, database and all, that hold a text.
  func files(holding text: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      FileManager.default.contents(atPath: "\(folder)/\(path)")?.range(of: Data(text.utf8)) != nil
    }
  }

  /// Gets a page as somebody without a session.
  func get(_ path: String) async throws -> Answer {
    try await send("GET \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
  }

  /// Sends a form as somebody without a session.
  func sendForm(_ path: String, _ body: String) async throws -> Answer {
    try await send(
      "POST \(path) HTTP/1.1\r\nHost: \(host)\r\nOrigin: http://\(host)\r\nSec-Fetch-Site: same-origin\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n"
        + "Connection: close\r\n\r\n\(body)")
  }

  /// Who has the cookie of an answer.
  func visitor(of answer: Answer) async throws -> Visitor {
    let cookie = String(try #require(answer.field("Set-Cookie")?.prefix { $0 != ";" }))
    let place = answer.field("Location") ?? "/"
    var path = place
    var page = answer
    for _ in 0..<3 {
      page = try await send(
        "GET \(path) HTTP/1.1\r\nHost: \(host)\r\nCookie: \(cookie)\r\nConnection: close\r\n\r\n")
      guard let next = page.field("Location") else { break }
      path = next
    }
    let mark = "<meta name=\"token\" content=\""
    let token = try #require(page.text.components(separatedBy: mark).last?.prefix { $0 != "\"" })
    return Visitor(desk: self, cookie: cookie, token: String(token))
  }

  /// Sends bytes and reads the answer to its end, off the test's own thread.
  func send(_ request: String) async throws -> Answer { try await send(Array(request.utf8)) }

  /// Sends bytes and reads the answer to its end.
  func send(_ request: [UInt8]) async throws -> Answer {
    let port = port
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try Connection(port: port).exchange(request) })
      }
    }
  }
}

/// Somebody who came by the link.
struct Visitor: Sendable {
  let desk: RunningDesk
  let cookie: String
  let token: String

  /// Gets a page.
  func get(_ path: String) async throws -> Answer {
    try await desk.send(
      "GET \(path) HTTP/1.1\r\nHost: \(desk.host)\r\nCookie: \(cookie)\r\nConnection: close\r\n\r\n")
  }

  /// Sends a form.
  func post(_ path: String, _ fields: [String: String]) async throws -> Answer {
    var all = fields
    all["token"] = token
    let body = all.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
    return try await post(path, Array(body.utf8), type: "application/x-www-form-urlencoded")
  }

  /// Sends files as a browser does.
  func upload(_ path: String, _ files: [(name: String, bytes: [UInt8])]) async throws -> Answer {
    var body = Array("--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n".utf8)
    for file in files {
      let head = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n"
      body +=
        Array("\(head)Content-Type: application/octet-stream\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
    }
    return try await post(path, body + Array("--b--\r\n".utf8), type: "multipart/form-data; boundary=b")
  }

  private func post(_ path: String, _ body: [UInt8], type: String) async throws -> Answer {
    let head =
      "POST \(path) HTTP/1.1\r\nHost: \(desk.host)\r\nCookie: \(cookie)\r\nOrigin: http://\(desk.host)\r\n"
      + "Sec-Fetch-Site: same-origin\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    return try await desk.send(Array(head.utf8) + body)
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

/// An answer as it came.
struct Answer: Sendable {
  let bytes: [UInt8]

  /// The whole answer; what is no UTF-8 is replaced.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The status; 0 when the connection was closed without one.
  var status: Int { Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0 }

  /// A header field.
  func field(_ name: String) -> String? {
    for line in text.components(separatedBy: "\r\n").prefix(while: { !$0.isEmpty }) {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == name.lowercased() {
        return parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    return nil
  }

  /// What stands behind the head.
  var body: ArraySlice<UInt8> {
    let end = Array("\r\n\r\n".utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: end) }
    return start.map { bytes[($0 + 4)...] } ?? []
  }
}
