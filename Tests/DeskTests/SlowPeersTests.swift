import NIOCore
import Testing

@testable import Desk

/// Peers that send a byte now and then, or nothing (W6).
@Suite(.serialized)
struct `A slow peer` {
  @Test
  func `does not shut others out`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let slow = try (0..<200).map { _ in try Connection(port: desk.port) }
      for connection in slow { connection.send(Array("GET / HT".utf8)) }
      for _ in 0..<5 { #expect(try await visitor.get("/").status == 200) }
      withExtendedLifetime(slow) {}
    }
  }

  @Test
  func `is closed when its head takes too long, however it trickles`() async throws {
    var patience = Patience()
    patience.head = .milliseconds(300)
    try await RunningDesk.with(patience) { desk in
      let silent = try Connection(port: desk.port)
      #expect(silent.read().isEmpty)
      let trickling = try Connection(port: desk.port)
      var sent = 0
      for byte in Array(
        "GET / HTTP/1.1\r\nHost: \(desk.host)\r\nX: \(String(repeating: "x", count: 400))".utf8)
      {
        guard trickling.send([byte]) else { break }
        sent += 1
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(sent < 200)
    }
  }

  @Test
  func `is closed when its body takes too long`() async throws {
    var patience = Patience()
    patience.body = .milliseconds(300)
    try await RunningDesk.with(patience) { desk in
      let visitor = try await desk.enter()
      let head =
        "POST /submissions HTTP/1.1\r\nHost: \(desk.host)\r\nCookie: \(visitor.cookie)\r\nOrigin: http://\(desk.host)\r\n"
        + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n--b"
      let answer = try await desk.send(head)
      #expect(answer.status != 303)
    }
  }
}
