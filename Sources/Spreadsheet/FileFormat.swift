/// The container of a spreadsheet, told by its bytes.
public enum FileFormat: String, Sendable, CaseIterable {
  case xlsx, xlsm, ods, csv, tsv

  /// Whether a file name with this extension (lower case, without the dot) fits the container.
  public func fits(extension name: String) -> Bool {
    switch self {
    case .xlsx, .xlsm: ["xlsx", "xlsm", "xltx", "xltm"].contains(name)
    case .ods: ["ods", "ots"].contains(name)
    case .csv, .tsv: ["csv", "tsv", "txt", "tab"].contains(name)
    }
  }
}

/// What the first bytes say of a file.
enum Signature {
  case archive, text, ole, oldExcel, html, xmlSpreadsheet, foreign, empty

  init(_ bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .empty
    } else if Self.beginsLikeArchive(bytes) || bytes.suffix(22).starts(with: [0x50, 0x4B, 5, 6]) {
      // An archive is told by its end too: something may stand before it.
      self = .archive
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .ole
    } else if Self.oldExcelStarts.contains(where: { bytes.starts(with: $0) }) {
      self = .oldExcel
    } else if Self.foreignStarts.contains(where: { bytes.starts(with: $0) }) {
      self = .foreign
    } else {
      self = Self.markup(in: bytes)
    }
  }

  private static let foreignStarts: [[UInt8]] = [
    Array("%PDF".utf8), [0x89, 0x50, 0x4E, 0x47], [0x1F, 0x8B], Array("{\\rtf".utf8), [0xFF, 0xD8, 0xFF],
    Array("GIF8".utf8), Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF],
    Array("SQLite".utf8), [0x7F, 0x45, 0x4C, 0x46], Array("BZh".utf8),
  ]

  /// `PK` and a number of the format behind it; a text table may well begin with the letters.
  private static func beginsLikeArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "PK".utf8) && (bytes.count == 2 || bytes[2] < 9)
  }

  /// BIFF files of Excel 2 to 4 have no container around them.
  private static let oldExcelStarts: [[UInt8]] = [
    [0x09, 0x08], [0x09, 0x04, 0x06, 0x00], [0x09, 0x02, 0x06, 0x00], [0x09, 0x00, 0x04, 0x00],
  ]

  /// Markup shows itself in the first kilobyte, after a byte order mark and white space.
  private static func markup(in bytes: [UInt8]) -> Signature {
    let head = String(decoding: bytes.prefix(1024).filter { $0 != 0 }, as: UTF8.self).lowercased()
    let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    if ["<html", "<!doctype html", "<table", "<meta", "<body", "<head"].contains(where: {
      start.hasPrefix($0)
    }) {
      return .html
    }
    guard start.hasPrefix("<?xml") || start.hasPrefix("<office:document") || start.hasPrefix("<workbook")
    else {
      return start.hasPrefix("mime-version:") ? .html : .text
    }
    if head.contains("<html") { return .html }
    let isTable = ["schemas-microsoft-com:office:spreadsheet", "office:document", "progid=\"excel.sheet\""]
    return isTable.contains { head.contains($0) } ? .xmlSpreadsheet : .foreign
  }
}
