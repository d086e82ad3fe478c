import Testing

@testable import Spreadsheet

@Suite struct `The escape of Excel` {
  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("a_b", "a_b"), ("_x000D_", "\r"), ("a_x000A_b", "a\nb"),
    ("_x0041__x0042_", "AB"), ("_x005F_x000D_", "_x000D_"),
    ("_x041f_", "П"), ("_x000D", "_x000D"), ("_x00G0_", "_x00G0_"), ("_x+00D_", "_x+00D_"),
    ("_x-00D_", "_x-00D_"), ("_X000D_", "_X000D_"),
    ("_xD800_", "_xD800_"), ("__x0041__", "_A_"), ("_x0041_x0042_", "Ax0042_"), ("_x ", "_x "),
  ])
  func `is decoded`(text: String, expected: String) {
    #expect(String(decoding: ExcelEscape.decoded(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func `gives back whatever was written with it`() {
    for text in ["_x000D_", "\u{0}", "a_x0041_", "\u{FFFE}_x", "__x005F_", "_x005F_x005F_"] {
      let written = Array(WrittenText.escaped(text).utf8)
      #expect(String(decoding: ExcelEscape.decoded(written), as: UTF8.self) == text)
    }
  }
}

@Suite struct `The encoding of a text file` {
  private static let text = "Код;Вариант;Класс\r\n40001;1;Ёжиков съел щавель №5\r\n"

  private func decoded(_ bytes: [UInt8]) -> (text: String, isGuess: Bool)? {
    (try? TextEncoding.decode(bytes)).map { (String(decoding: $0.text, as: UTF8.self), $0.isGuess) }
  }

  private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  private func reason(_ bytes: [UInt8]) -> SpreadsheetError.Reason? {
    do throws(SpreadsheetError) {
      _ = try TextEncoding.decode(bytes)
      return nil
    } catch { return error.reason }
  }

  @Test func `is stated by a byte order mark, or inferred`() throws {
    let plain = Array(Self.text.utf8)
    let cases: [([UInt8], Bool)] = [
      ([0xEF, 0xBB, 0xBF] + plain, false), (plain, true),
      ([0xFF, 0xFE] + utf16(Self.text, isBig: false), false),
      ([0xFE, 0xFF] + utf16(Self.text, isBig: true), false), (utf16(Self.text, isBig: false), true),
      (utf16(Self.text, isBig: true), true),
    ]
    for (bytes, isGuess) in cases {
      let found = try #require(decoded(bytes))
      #expect(found.text == Self.text && found.isGuess == isGuess)
    }
    #expect(decoded(Array("a;b".utf8))?.isGuess == false, "plain ASCII needs no guess")
  }

  /// Each encoding's bytes of the same Russian text, made by Python's codecs.
  @Test(arguments: [
    ("cp1251", "cae0ea20e2fb2c20b8e63f20c7e4f0e0e2f1f2e2f3e92c20ccfb2021"),
    ("mac_cyrillic", "8ae0ea20e2fb2c20dee63f2087e4f0e0e2f1f2e2f3e92c208cfb2021"),
    ("cp866", "8aa0aa20a2eb2c20f1a63f2087a4e0a0a2e1e2a2e3a92c208ceb2021"),
  ])
  func `may be an old Cyrillic one`(name: String, hex: String) throws {
    let digits = Array(hex)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    let found = try #require(decoded(bytes))
    #expect(found.text == "Как вы, ёж? Здравствуй, Мы !" && found.isGuess)
  }

  @Test func `is damaged where UTF-8 or UTF-16 is broken`() {
    let plain = Array(Self.text.utf8)
    #expect(reason([0xEF, 0xBB, 0xBF] + plain + [0xD0]) == .badEncoding)
    #expect(reason(plain + [0xD0, 0x20]) == .badEncoding, "most of it is UTF-8")
    #expect(reason(Array("a;b;c".utf8) + [0xC0, 0x80]) == .badEncoding, "an overlong form")
    #expect(reason([0xEF, 0xBB, 0xBF, 0x41, 0x00]) == .badEncoding, "a control character")
    #expect(reason([0xFF, 0xFE] + utf16(Self.text, isBig: false) + [0x41]) == .badEncoding, "an odd byte")
    #expect(
      reason([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00]) == .badEncoding, "a high surrogate alone")
    #expect(
      reason([0xFE, 0xFF, 0x00, 0x41, 0xDC, 0x00, 0x00, 0x42]) == .badEncoding, "a low surrogate alone")
    #expect(decoded([0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE])?.text == "😀")
  }

  @Test func `is none where there is no text`() {
    #expect(reason([0x13, 0x37, 0x00, 0x01, 0x02, 0x03]) == .notSpreadsheet)
    var random = Seeded(5)
    for _ in 0..<300 {
      let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(reason(bytes) != nil)
    }
  }
}

@Suite struct `The bytes of a file` {
  @Test(arguments: [
    ("", SpreadsheetError.Reason.emptyFile), ("<html><body>", .htmlNotXls),
    ("  \n<!DOCTYPE html>", .htmlNotXls), ("\u{FEFF}<table>", .htmlNotXls),
    ("<?xml version=\"1.0\"?><html>", .htmlNotXls), ("MIME-Version: 1.0\nX: y", .htmlNotXls),
    ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>", .xmlSpreadsheet),
    (
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
      .xmlSpreadsheet
    ),
    ("<office:document xmlns:office=\"x\">", .xmlSpreadsheet),
    ("<?xml version=\"1.0\"?><a/>", .notSpreadsheet),
    ("%PDF-1.7", .notSpreadsheet), ("{\\rtf1", .notSpreadsheet), ("GIF89a", .notSpreadsheet),
    ("Rar!x", .notSpreadsheet), ("SQLite format 3", .notSpreadsheet),
    ("слово", .notSpreadsheet), ("\n\n", .emptyFile), (";;;\n;;;", .emptyFile), ("PK", .zipMalformed),
  ])
  func `tell why it is no spreadsheet`(text: String, reason: SpreadsheetError.Reason) {
    let error = #expect(throws: SpreadsheetError.self) { try Workbook(reading: Array(text.utf8)) }
    #expect(error?.reason == reason)
  }

  @Test(arguments: [
    ("EncryptedPackage", SpreadsheetError.Reason.encrypted), ("Workbook", .legacyXls), ("Book", .legacyXls),
    ("WordDocument", .oleContainer), ("", .oleContainer),
  ])
  func `tell what an OLE container holds`(stream: String, reason: SpreadsheetError.Reason) {
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    let name = stream.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let error = #expect(throws: SpreadsheetError.self) { try Workbook(reading: bytes + name + [0, 0]) }
    #expect(error?.reason == reason)
  }

  @Test(
    arguments: [
      [0x09, 0x08, 0x10, 0x00], [0x09, 0x04, 0x06, 0x00], [0x09, 0x02, 0x06, 0x00], [0x09, 0x00, 0x04, 0x00],
    ] as [[UInt8]])
  func `tell an old Excel file without a container`(bytes: [UInt8]) {
    let error = #expect(throws: SpreadsheetError.self) { try Workbook(reading: bytes + [0, 0, 0x10, 0]) }
    #expect(error?.reason == .legacyXls)
  }

  @Test func `fit the name's extension or not`() {
    #expect(
      FileFormat.xlsx.fits(extension: "xlsm") && !FileFormat.xlsx.fits(extension: "xls")
        && !FileFormat.ods.fits(extension: "xlsx"))
    #expect(
      FileFormat.csv.fits(extension: "txt") && FileFormat.tsv.fits(extension: "tab")
        && !FileFormat.csv.fits(extension: ""))
  }
}
