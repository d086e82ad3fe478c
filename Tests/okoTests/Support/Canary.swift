import Foundation

@testable import Spreadsheet

/// A pupil who does not exist, in every place of a file where a name can stand; nothing may carry her further.
enum Canary {
  static let name = "Канарейкина Дульсинея"

  /// What is searched for: parts of the name, in every spelling that an answer or a file may give it.
  static let traces: [(spelling: String, bytes: Data)] = [
    "Канарейкин", "Дульсине", "канарейкин", "дульсине", "КАНАРЕЙКИН", "Kanareikin", "kanareikin",
  ]
  .flatMap { word in
    let utf8 = Array(word.utf8)
    let units = Array(word.utf16)
    func joined(_ write: (UInt16) -> String) -> Data { Data(units.map(write).joined().utf8) }
    var all: [(String, Data)] = [
      ("UTF-8", Data(utf8)),
      ("UTF-16", word.data(using: .utf16LittleEndian) ?? Data()),
      ("UTF-16BE", word.data(using: .utf16BigEndian) ?? Data()),
      ("CP1251", word.data(using: .windowsCP1251) ?? Data()),
      ("percent", Data(utf8.map { String(format: "%%%02X", $0) }.joined().utf8)),
      ("percent, small", Data(utf8.map { String(format: "%%%02x", $0) }.joined().utf8)),
      ("JSON", joined { String(format: "\\u%04x", $0) }),
      ("JSON, capital", joined { String(format: "\\u%04X", $0) }),
      ("HTML", joined { "&#\($0);" }),
      ("HTML, hexadecimal", joined { String(format: "&#x%x;", $0) }),
      ("HTML, capital", joined { String(format: "&#x%X;", $0) }),
    ]
    // Base64 of a text depends on where in its group of three bytes it begins; the ends are cut off.
    for shift in 0..<3 {
      let coded = Data(Array(repeating: 0, count: shift) + utf8).base64EncodedData()
      all.append(("base64", coded.dropFirst(4).dropLast(4)))
    }
    return all.map { ($0.0, Data($0.1)) }
  }

  /// Where a name stands in the names of files and folders.
  static func hits(inPath path: String) -> [String] {
    traces.contains { Data(path.utf8).range(of: $0.bytes) != nil } ? ["the name \(path)"] : []
  }

  /// Where a name stands in bytes, or in the parts of a package, after its other spellings.
  static func hits(in bytes: Data, _ place: String) -> [String] {
    var hits = traces.filter { bytes.range(of: $0.bytes) != nil }.map { "\(place) (\($0.spelling))" }
    if bytes.starts(with: Array("PK".utf8)), let archive = try? Archive(Array(bytes), limits: Limits()) {
      var inflater = Inflater(limits: Limits())
      for entry in archive.entries {
        guard let part = try? inflater.bytes(of: entry, in: archive) else { continue }
        hits += Self.hits(in: Data(part), "\(place)/\(entry.name)")
      }
    }
    return hits
  }

  /// A keyed protocol with the name in cells, in the sheet's name, above and below the table, in a comment, in the
  /// document's properties and in the name and the bytes of a file inside.
  ///
  /// - Parameter isBroken: whether the name also stands where points, class and sex should.
  static func transcription(from fixture: [UInt8], isBroken: Bool) throws -> [UInt8] {
    var rows = try rows(of: fixture)
    let header = try found(
      rows.firstIndex { $0.contains(.text("Код")) || $0.contains(.text("Код участника")) })
    rows[header] += [.text("ФИО"), .text("Замечания о \(name)")]
    for index in rows.indices where index > header && rows[index].count > 2 {
      while rows[index].count < rows[header].count - 2 { rows[index].append(.empty) }
      rows[index] += [.text("\(name) Львовна"), .text("сказала \(name)")]
    }
    if isBroken {
      for column in 1..<min(rows[header].count - 2, rows[header + 1].count) {
        let row = header + 1 + column % 4
        if row < rows.count, column < rows[row].count {
          rows[row][column] = .text(column % 2 == 0 ? name : "Канарейкина")
        }
      }
    }
    rows.insert([.text("Учитель: \(name)")], at: 0)
    rows.append([])
    rows.append([.text("Проверила"), .text(name)])
    return try hidden(in: try PlainTable(name: name, rows: rows).xlsx())
  }

  /// A code list with names.
  static func roster(codes: [Int]) throws -> [UInt8] {
    let rows: [[CellValue]] =
      [[.text("Код"), .text("ФИО")]] + codes.map { [.number(Double($0)), .text(name)] }
    return try hidden(in: try PlainTable(name: name, rows: rows).xlsx())
  }

  /// The name in what is not a cell.
  static func hidden(in workbook: [UInt8]) throws -> [UInt8] {
    var editor = try PackageEditor(workbook)
    editor.put(
      Array(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>\(name)</dc:creator><dc:title>\(name)</dc:title></cp:coreProperties>"
          .utf8), as: "docProps/core.xml")
    editor.put(
      Array(
        "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>\(name)</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>\(name)</t></text></comment></commentList></comments>"
          .utf8), as: "xl/comments1.xml")
    editor.put(Array(name.utf8), as: "xl/embeddings/\(name).bin")
    return try editor.finish()
  }

  private static func rows(of workbook: [UInt8]) throws -> [[CellValue]] {
    let sheet = try found(try Workbook(reading: workbook).sheets.first)
    return (0..<sheet.extent.rows).map { row in
      (0..<sheet.extent.columns).map { sheet[CellReference(row: row, column: $0)] }
    }
  }

  private static func found<T>(_ value: T?) throws -> T {
    guard let value else { throw CocoaError(.fileReadCorruptFile) }
    return value
  }
}
