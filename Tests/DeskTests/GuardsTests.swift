import Testing

@testable import Desk

/// What a desk lets in (security.md: W1–W5, W8, W14): real requests over a real socket.
@Suite(.serialized)
struct `A desk` {
  @Test
  func `answers under its own names only`() async throws {
    try await RunningDesk.with { desk in
      for name in [desk.host, "localhost:\(desk.port)", "LOCALHOST:\(desk.port)"] {
        let answer = try await desk.send(
          "GET /assets/desk.css HTTP/1.1\r\nHost: \(name)\r\nConnection: close\r\n\r\n")
        #expect(answer.status == 200, "\(name)")
      }
      for name in Self.strangers(desk.port) {
        for path in ["/", "/assets/desk.css", desk.start, "/submissions"] {
          let answer = try await desk.send(
            "GET \(path) HTTP/1.1\r\nHost: \(name)\r\nConnection: close\r\n\r\n")
          #expect(answer.status == 421 || answer.status == 400, "\(name) \(path): \(answer.status)")
        }
      }
      // The link is still good: no stranger has used it up.
      _ = try await desk.enter()
    }
  }

  private static func strangers(_ port: UInt16) -> [String] {
    let hosts = [
      "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil-localhost", "0.0.0.0",
      "[::1]",
      "127.1", "2130706433", "0x7f000001", "127.0.0.2", "localhost.", "127.0.0.1.", "", "169.254.169.254",
      "192.168.0.1", "oko", "a@127.0.0.1", "127.0.0.1@evil.example",
    ]
    return hosts.map { "\($0):\(port)" } + [
      "127.0.0.1", "localhost", "127.0.0.1:80", "localhost:1", "127.0.0.1:\(port)1",
    ]
  }

  @Test
  func `opens by a link that works once`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      #expect(try await visitor.get("/").status == 200)
      let again = try await desk.send(
        "GET \(desk.start) HTTP/1.1\r\nHost: \(desk.host)\r\nConnection: close\r\n\r\n")
      #expect(again.status == 401 && again.field("Set-Cookie") == nil)
      for cookie in [
        "", "oko_desk=", "oko_desk=\(String(repeating: "0", count: 32))", "oko_desk=x; oko_desk=y",
      ] {
        let answer = try await desk.send(
          "GET / HTTP/1.1\r\nHost: \(desk.host)\r\nCookie: \(cookie)\r\nConnection: close\r\n\r\n")
        #expect(answer.status == 401)
      }
    }
  }

  @Test
  func `a link that was followed from another page leads on by a page of ours`() async throws {
    try await RunningDesk.with { desk in
      let answer = try await desk.send(
        "GET \(desk.start) HTTP/1.1\r\nHost: \(desk.host)\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n"
      )
      #expect(answer.status == 200 && answer.field("Refresh") == "0; url=/")
      #expect(answer.field("Set-Cookie")?.contains("SameSite=Strict") == true)
      #expect(try await desk.visitor(of: answer).get("/").status == 200)
    }
  }

  @Test
  func `a second desk does not open the same folder`() async throws {
    try await RunningDesk.with { desk in
      await #expect(throws: DeskError.self) {
        try await RunningDesk.with(folder: desk.folder) { _ in }
      }
    }
  }

  @Test
  func `a desk that was opened with files leads to their work`() async throws {
    try await RunningDesk.with(files: SchoolFiles.geography()) { desk in
      let entrance = try await desk.get(desk.start)
      #expect(entrance.status == 303)
      let path = try #require(entrance.field("Location"))
      let page = try await desk.visitor(of: entrance).get(path)
      #expect(path.hasPrefix("/submissions/") && page.text.contains("SCR004"))
    }
  }

  @Test
  func `takes no form from elsewhere`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let own = "http://\(desk.host)"
      let fields: [(origin: String?, site: String?, token: String, status: Int)] = [
        (own, "same-origin", visitor.token, 303), (own, nil, visitor.token, 303),
        ("null", "same-origin", visitor.token, 303),
        (nil, "same-origin", visitor.token, 403), (nil, nil, visitor.token, 403),
        ("null", nil, visitor.token, 403),
        ("null", "cross-site", visitor.token, 403), (own, "cross-site", visitor.token, 403),
        (own, "same-site", visitor.token, 403), (own, "none", visitor.token, 403),
        ("https://\(desk.host)", "same-origin", visitor.token, 403),
        ("http://127.0.0.1", "same-origin", visitor.token, 403),
        ("http://evil.example", "same-origin", visitor.token, 403),
        ("\(own).evil.example", nil, visitor.token, 403),
        (own, "same-origin", "", 403), (own, "same-origin", String(repeating: "0", count: 32), 403),
      ]
      for type in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain"] {
        for field in fields {
          let body =
            type.hasPrefix("multipart")
            ? "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(field.token)\r\n--b--"
            : "token=\(field.token)"
          var head = "POST /submissions HTTP/1.1\r\nHost: \(desk.host)\r\nCookie: \(visitor.cookie)\r\n"
          if let origin = field.origin { head += "Origin: \(origin)\r\n" }
          if let site = field.site { head += "Sec-Fetch-Site: \(site)\r\n" }
          head += "Content-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
          let answer = try await desk.send(head + body)
          let isPlain = type == "text/plain"
          #expect(
            answer.status == field.status || isPlain && answer.status == 415,
            "\(type) \(field): \(answer.status)")
          #expect(answer.field("Access-Control-Allow-Origin") == nil)
        }
      }
    }
  }

  @Test(arguments: ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
  func `knows no other verbs`(verb: String) async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let answer = try await desk.send(
        "\(verb) / HTTP/1.1\r\nHost: \(desk.host)\r\nCookie: \(visitor.cookie)\r\nOrigin: http://\(desk.host)\r\nConnection: close\r\n\r\n"
      )
      #expect(answer.status == 405 || answer.status == 400)
    }
  }

  @Test
  func `has no way out of its folder`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let names = [
        "..", "../..", "../../etc/passwd", "%2e%2e", "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "..%2f..%2fetc%2fpasswd",
        "....//....//etc/passwd", "..%5c..%5cetc", "%252e%252e%252f", "/etc/passwd", "//etc/passwd",
        "C:%5cboot.ini",
        "~", ".", "%00", "submission.json", "0", String(repeating: "0", count: 32),
        String(repeating: "f", count: 33),
        String(repeating: "А", count: 32),
      ]
      for name in names {
        for path in ["/submissions/\(name)", "/submissions/\(name)/form", "/assets/\(name)"] {
          let answer = try await visitor.get(path)
          #expect([400, 404].contains(answer.status), "\(path): \(answer.status)")
          #expect(!answer.text.contains("root:"))
        }
      }
    }
  }

  @Test
  func `tells the browser to be careful on every answer`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      for path in ["/", "/nowhere", "/assets/desk.js", "/submissions/x"] {
        let answer = try await visitor.get(path)
        let policy = answer.field("Content-Security-Policy") ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(answer.field("X-Content-Type-Options") == "nosniff")
        #expect(answer.field("Referrer-Policy") == "no-referrer")
        #expect(answer.field("Cache-Control") == (path.hasPrefix("/assets") ? "no-cache" : "no-store"))
      }
    }
  }

  @Test
  func `cuts what is too large`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let head =
        "POST /submissions HTTP/1.1\r\nHost: \(desk.host)\r\nCookie: \(visitor.cookie)\r\nOrigin: http://\(desk.host)\r\nContent-Type: multipart/form-data; boundary=b\r\n"
      let declared = try await desk.send(
        head + "Content-Length: 1073741824\r\nConnection: close\r\n\r\n--b\r\n")
      #expect(declared.status == 413)
      let large = try await visitor.upload(
        "/submissions", [(name: "large.xlsx", bytes: [UInt8](repeating: 65, count: 11 << 20))])
      #expect(large.status == 413)
    }
  }
}
