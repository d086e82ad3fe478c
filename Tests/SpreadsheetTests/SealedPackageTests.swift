import Testing

@testable import Spreadsheet

struct `A sealed package` {
  private let files = [
    SealedPackage.Entry(name: "работы.pdf", bytes: Array("%PDF работы".utf8)),
    SealedPackage.Entry(name: "лист/баллы.csv", bytes: Array(repeating: 65, count: 300_000)),
    SealedPackage.Entry(name: "пусто.txt", bytes: []),
  ]
  private let password = "длинный пароль 2024"

  @Test
  func `gives back what was sealed`() throws {
    let sealed = try SealedPackage.seal(files, password: password)
    #expect(try SealedPackage.open(sealed, password: password) == files)
  }

  @Test
  func `differs each time and shows nothing of its content`() throws {
    let first = try SealedPackage.seal(files, password: password)
    #expect(first != (try SealedPackage.seal(files, password: password)))
    #expect(first.firstRange(of: Array("%PDF работы".utf8)) == nil)
  }

  @Test
  func `is refused with another password`() throws {
    let sealed = try SealedPackage.seal(files, password: password)
    #expect(throws: SealedPackage.Fault.wrongPassword) { try SealedPackage.open(sealed, password: "не тот") }
    #expect(throws: SealedPackage.Fault.wrongPassword) { try SealedPackage.open(sealed, password: "") }
  }

  @Test
  func `is refused when any byte of it was changed`() throws {
    let sealed = try SealedPackage.seal([files[0]], password: password)
    // The last byte is that of an empty comment's length: every byte before belongs to the package.
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 0x40
      let opened = try? SealedPackage.open(changed, password: password)
      #expect(opened == nil || opened?.map(\.bytes) == [files[0].bytes], "byte \(place) of \(sealed.count)")
    }
  }

  @Test
  func `is refused when it was not sealed`() throws {
    var writer = PackageWriter()
    writer.add("работы.pdf", [1, 2, 3])
    let package = writer.finish()
    #expect(throws: SealedPackage.Fault.notSealed(entry: "работы.pdf")) {
      try SealedPackage.open(package, password: password)
    }
    #expect(throws: SealedPackage.Fault.damaged(entry: nil)) {
      try SealedPackage.open([], password: password)
    }
    #expect(throws: SealedPackage.Fault.damaged(entry: nil)) {
      try SealedPackage.open(Array("никакой не архив".utf8), password: password)
    }
  }

  @Test(
    arguments: [
      "../x", "a/../x", "/etc/passwd", "C:\\x", "a\\b", "\\\\server\\x", "a//b", "./a", "a/.", "", "a/",
      "con",
      "NUL.txt", "a\u{0}b", "a\nb", "x:y", "a ", "a.", " a", "\u{202E}fdp.exe",
      String(repeating: "a", count: 256),
      "1/2/3/4/5/6/7/8/9",
    ])
  func `never holds a name that leaves its folder`(name: String) throws {
    #expect(!SealedPackage.isSafe(name))
    guard !name.isEmpty, !name.utf8.contains(0),
      let sealed = try? SealedPackage.seal([.init(name: name, bytes: [1])], password: password)
    else { return }
    #expect(throws: SealedPackage.Fault.self) { try SealedPackage.open(sealed, password: password) }
  }

  @Test(arguments: ["работы.pdf", "7-ГГ/работы 7А.pdf", "a.b.c", "Протокол (бланк).xlsx"])
  func `holds ordinary names`(name: String) {
    #expect(SealedPackage.isSafe(name))
  }
}
