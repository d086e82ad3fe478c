import Foundation
import Testing

@testable import District

struct `Lines of a calendar` {
  @Test
  func `are folded at 75 octets without cutting a character`() {
    var out = ICSText()
    out.add("SUMMARY", text: String(repeating: "Ж", count: 100))
    let lines = out.text.components(separatedBy: "\r\n").dropLast()
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = out.text.replacing("\r\n ", with: "")
    #expect(unfolded == "SUMMARY:" + String(repeating: "Ж", count: 100) + "\r\n")
  }

  @Test
  func `escape what would end a value`() {
    var out = ICSText()
    out.add("SUMMARY", text: "а;б,в\\г\nд\u{7}")
    #expect(out.text == "SUMMARY:а\\;б\\,в\\\\г\\nд\r\n")
  }
}
