import Foundation
import Testing

@testable import Desk

/// Names of pupils are in what a person gives, and in nothing that the desk says or keeps beside it (W11).
@Suite(.serialized)
struct `A pupil's name` {
  /// Every name in the fixtures holds one of these words.
  private static let canaries = ["Канарейкин", "КАНАРЕЙКИН", "kanareikin"]

  @Test
  func `is on no page, in no file that is taken along and in nothing that is kept, but for the person's own`()
    async throws
  {
    let folder = NSTemporaryDirectory() + "oko-desk-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await RunningDesk.with(folder: folder, isDistrict: true) { desk in
      let centre = try await desk.visitor(
        of: try await desk.sendForm(desk.start, "login=trc&password=correct-horse-trc"))
      let page = try await centre.post(
        "/people", ["name": "Сотрудник", "role": "school", "school": "edu380001"])
      let invitation = try #require(page.text.firstMatch(of: /\/invitations\/[0-9a-f]{32}/))
      let school = try await desk.visitor(
        of: try await desk.sendForm(String(invitation.output), "login=school&password=correct-horse-school"))

      let named = try SchoolFiles.withNames()
      let sent = try await school.upload("/submissions", [(name: "Канарейкин Пётр 4А.csv", bytes: named)])
      let path = try #require(sent.field("Location"))
      _ = try await school.upload(
        path + "/files", [(name: "kanareikin.csv", bytes: Array("Канарейкин;1\n".utf8))])
      _ = try await school.post(path + "/held", ["held": "2024-04-15"])
      var said: [(String, [UInt8])] = []
      for place in [path, "/", path + "/report", path + "/form"] {
        said.append((place, try await school.get(place).bytes))
      }
      for place in [
        "/district", "/district/part", "/district/edu380001/2024%2F4-%D0%9C%D0%90%2Fbasic", "/people",
      ] {
        said.append((place, try await centre.get(place).bytes))
      }
      for file in try FileManager.default.subpathsOfDirectory(atPath: folder) where !Self.isOwn(file) {
        said.append((file, Array(FileManager.default.contents(atPath: "\(folder)/\(file)") ?? Data())))
      }
      #expect(said.count > 10)
      for (place, bytes) in said {
        for needle in Self.needles {
          #expect(bytes.firstRange(of: needle) == nil, "\(place)")
        }
      }
    }
  }

  /// The person's own files, as they were given.
  private static func isOwn(_ file: String) -> Bool { file.wholeMatch(of: /.*\/[0-9a-f]{32}\.\d+/) != nil }

  /// The names in every coding in which they could get out.
  private static var needles: [[UInt8]] {
    canaries.flatMap { name -> [[UInt8]] in
      let utf8 = Array(name.utf8)
      let utf16 = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let percent = Array(utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined().utf8)
      let json = Array(
        name.utf16.map {
          "\\u" + String(repeating: "0", count: 4 - String($0, radix: 16).count) + String($0, radix: 16)
        }.joined().utf8)
      let base64 = Array(Data(utf8).base64EncodedString().prefix(18).utf8)
      let cp1251 = name.unicodeScalars.map {
        UInt8(truncatingIfNeeded: $0.value > 0x40F ? $0.value - 0x350 : $0.value)
      }
      return [utf8, utf16, percent, json, base64, cp1251]
    }
  }
}
