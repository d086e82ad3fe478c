import Assessment
import Spreadsheet

/// Reads explanations: a table with fingerprint, code and text; a header row and further columns are welcome.
enum ExplanationsFile {
  static func read(_ path: String) throws(Failure) -> Explanations {
    let file = try InputFile(path)
    let workbook: Workbook
    do throws(SpreadsheetError) {
      workbook = try Workbook(reading: file.bytes)
    } catch {
      throw Failure(
        .unreadable,
        say(
          "Пояснения не прочитаны: \(path) (\(error.reason.rawValue))",
          "The explanations were not read: \(path) (\(error.reason.rawValue))"))
    }
    return Explanations(
      workbook.sheets.first.map { sheet in sheet.rows.compactMap { entry($0, sheet) } } ?? [])
  }

  private static func entry(_ row: SheetRow, _ sheet: Sheet) -> Explanations.Entry? {
    func text(_ column: Int) -> String {
      let text = sheet[CellReference(row: row.number, column: column)].description
      // The apostrophe that keeps a field from acting as a formula is no part of it.
      return text.hasPrefix("'") ? String(text.dropFirst()) : text
    }
    let fingerprint = text(0)
    guard fingerprint.count == 16, fingerprint.allSatisfy({ $0.isHexDigit }) else { return nil }
    let value = text(3)
    return Explanations.Entry(
      fingerprint: fingerprint.lowercased(), code: text(1), value: value.isEmpty ? nil : value, text: text(2))
  }
}
