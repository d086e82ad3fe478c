/// Which cell styles of a workbook show dates.
final class StyleSheet: XMLMeaning {
  static let repeated = RepeatedParts<[Bool]>()
  private(set) var meaning: [Bool] = []
  private var customDates: [Int: Bool] = [:]
  private var isInCellFormats = false

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    switch element.name {
    case "numFmt":
      guard let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] else {
        return
      }
      customDates[id] = Self.showsDate(code)
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = element["numFmtId"].flatMap { Int($0) } ?? 0
      meaning.append(customDates[id] ?? Self.builtInDates.contains(id))
    default: break
    }
  }

  func end(_ name: String) throws(SpreadsheetError) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  /// Number formats that the format itself defines as dates or times (ECMA-376, part 1, 18.8.30).
  private static let builtInDates: Set<Int> = Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])
    .union(27...36).union(50...58)

  /// Whether a format code shows a day or a time: a date letter outside quotes, brackets and escapes, or the letters of a
  /// time that has run (`[hh]`).
  static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    var bracketed = ""
    let section = code.prefix { $0 != ";" }
    for character in section.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted:
        isBracketed = true
        bracketed = ""
      case "]" where !isQuoted:
        isBracketed = false
        if let first = bracketed.first, "hms".contains(first), bracketed.allSatisfy({ $0 == first }) {
          return true
        }
      case "\\" where !isQuoted, "_" where !isQuoted, "*" where !isQuoted: isEscaped = true
      case "d", "m", "y", "h", "s":
        if !isQuoted, !isBracketed { return true }
        bracketed.append(character)
      default: bracketed.append(character)
      }
    }
    return false
  }
}
