import Foundation
import FoundationXML

@testable import Spreadsheet

/// What a program that opens one of our files would act upon, where only text may stand.
struct Opened {
  let name: String
  let bytes: [UInt8]
  /// Formulas that are the program's own.
  var formulas: Set<String> = []

  /// Everything that is more than text; empty when nothing is.
  func dangers() throws -> [String] {
    switch name.split(separator: ".").last {
    case "csv": fields() + signs(besides: "\r\n")
    case "html", "svg": markup() + signs(besides: "\n")
    case "xml": markup() + signs(besides: "\n") + wellFormed(bytes)
    case "json", "ndjson", "sarif": try json() + signs(besides: "\n")
    case "ics": lines() + signs(besides: "\r\n")
    case "xlsx", "ods": try workbook()
    default: signs(besides: "\n")
    }
  }

  /// Everything that a person would read in it.
  func words() throws -> String {
    guard name.hasSuffix("xlsx") || name.hasSuffix("ods") else { return text }
    return try Workbook(reading: bytes).sheets.map { sheet in
      sheet.cells.map { sheet.value(of: $0).description }.joined(separator: "\n")
    }.joined()
  }

  private var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Control characters and signs that turn the direction of writing, as characters.
  private func signs(besides allowed: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      !allowed.unicodeScalars.contains(scalar)
        && (scalar.value < 32 || (0x7F..<0xA0).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value)
          || (0x2066...0x2069).contains(scalar.value))
    }.map { "\(name): U+\(String($0.value, radix: 16))" }
  }

  /// Fields of a table that a spreadsheet program would take for a formula; they stand in quotes or not.
  private func fields() -> [String] {
    var fields: [String] = [""]
    var isQuoted = false
    for character in text.drop(while: { $0 == "\u{FEFF}" }) {
      switch character {
      case "\"": isQuoted.toggle()
      case ";" where !isQuoted: fields.append("")
      case _ where character.isNewline && !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields.filter { field in
      let first = field.first { !$0.isWhitespace }
      return first.map { "=+-@＝＋－＠".contains($0) } == true && Double(field) == nil
        || field.first.map { "\t\r\0".contains($0) } == true
    }.map { "\(name): \($0)" }
  }

  /// Tags that the text of a file would have made.
  private func markup() -> [String] {
    text.matches(of: /<[^>]*>/).map { String($0.output) }.filter { tag in
      let names = tag.replacing(/"[^"]*"/, with: "\"\"")
      return tag.hasPrefix("<script") || names.contains(/\son[a-z]+=/) || tag.contains(/\s(href|src)="[^#]/)
    }.map { "\(name): \($0)" }
  }

  private func wellFormed(_ bytes: [UInt8], _ part: String = "") -> [String] {
    XMLParser(data: Data(bytes)).parse() ? [] : ["\(name) \(part) is not well-formed"]
  }

  private func json() throws -> [String] {
    for line in name.hasSuffix("ndjson") ? text.split(separator: "\n") : [text[...]] {
      _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
    }
    return []
  }

  /// A line of a calendar is a property of it, or goes on with the one before.
  private func lines() -> [String] {
    text.split(separator: "\r\n").filter { line in
      line.first != " " && line.firstMatch(of: /^(BEGIN|END):V(CALENDAR|EVENT|ALARM)$/) == nil
        && line.firstMatch(
          of:
            /^(VERSION|PRODID|CALSCALE|METHOD|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|LOCATION|SEQUENCE|TRANSP|CATEGORIES|X-WR-CALNAME|NAME|REFRESH-INTERVAL|STATUS|CLASS|ACTION|TRIGGER)[:;]/
        ) == nil
    }.map { "\(name): \($0)" }
  }

  /// Formulas and links of a workbook that are not ours, and parts that no program could read.
  private func workbook() throws -> [String] {
    var options = ReadingOptions()
    options.keepsFormulas = true
    var found: [String] = []
    for sheet in try Workbook(reading: bytes, options).sheets {
      for index in sheet.cells.indices where sheet.cells[index].hasFormula {
        let formula = sheet.formula(of: index) ?? "shared"
        // The sums of an empty sheet to key into are the program's own too.
        if !formulas.contains(formula), !formula.hasPrefix("IF(COUNTA(") {
          found.append("\(name): \(sheet.name) \(sheet.cells[index].reference) =\(formula)")
        }
      }
    }
    let archive = try Archive(bytes, limits: Limits())
    var inflater = Inflater(limits: Limits())
    for entry in archive.entries where entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") {
      let part = try inflater.bytes(of: entry, in: archive)
      found += wellFormed(part, entry.name)
      let text = String(decoding: part, as: UTF8.self)
      if text.contains("TargetMode=\"External\"") || text.contains("<ddeLink") {
        found.append("\(name): \(entry.name) leads outside")
      }
    }
    return found
  }
}
