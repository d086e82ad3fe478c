/// The one-byte Cyrillic encodings that Russian offices still meet.
enum SingleByte {
  /// The upper half of each encoding, code 0x80 on; `�` where it has no character.
  private static let tables: [[Character]] = [
    // Windows-1251
    Array(
      "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—�™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
    ),
    // Mac Cyrillic
    Array(
      "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњјЅ¬√ƒ≈∆«»…\u{A0}ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€"
    ),
    // CP866
    Array(
      "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{A0}"
    ),
  ]

  /// The upper half of CP866.
  static var dos: [Character] { tables[2] }

  /// Turns text into UTF-8 by the encoding under which it reads as Russian.
  static func decode(_ bytes: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
    let readings = tables.map { table in (table, badness(of: bytes, table)) }
    guard let best = readings.min(by: { $0.1 < $1.1 }), best.1 * 4 <= bytes.count else {
      throw SpreadsheetError(.badEncoding)
    }
    var text: [UInt8] = []
    for byte in bytes {
      if byte < 0x80 {
        guard byte >= 32 || byte == 9 || byte == 10 || byte == 13 else {
          throw SpreadsheetError(.badEncoding)
        }
        text.append(byte)
      } else {
        guard best.0[Int(byte) - 128] != "�" else { throw SpreadsheetError(.badEncoding) }
        text.append(contentsOf: String(best.0[Int(byte) - 128]).utf8)
      }
    }
    return text
  }

  /// How little a text looks like Russian: signs that are no letters, and capitals behind small letters.
  private static func badness(of bytes: [UInt8], _ table: [Character]) -> Int {
    var badness = 0
    var wasSmall = false
    for byte in bytes {
      guard byte >= 0x80 else {
        wasSmall = false
        continue
      }
      let letter = table[Int(byte) - 128]
      let isCapital = ("А"..."Я").contains(letter) || letter == "Ё"
      let isSmall = ("а"..."я").contains(letter) || letter == "ё"
      if !isCapital, !isSmall, !"№«»–—\u{A0}…".contains(letter) { badness += 4 }
      if isCapital, wasSmall { badness += 4 }
      wasSmall = isSmall
    }
    return badness
  }
}
