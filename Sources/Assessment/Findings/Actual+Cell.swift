internal import Spreadsheet

extension Actual {
  /// What stands in a cell of a sheet; what looks like a person's name is not repeated.
  init(_ sheet: Sheet, _ reference: CellReference) {
    guard let cell = sheet.cell(at: reference) else {
      self.init(raw: "", type: "empty")
      return
    }
    let type =
      switch cell.kind {
      case .pending: "formula"
      case .text: "text"
      case .number: "number"
      case .date: "date"
      case .boolean: "boolean"
      case .failure: "failure"
      }
    let raw = sheet.value(of: cell).description
    self.init(raw: cell.kind == .text && Self.looksLikeName(raw) ? Self.withheld : raw, type: type)
  }

  /// Stands for text that must not travel.
  static let withheld = "[…]"

  /// «Иванова Анна», «Иванова А. Б.»: two words or more, each with a capital letter, and nothing else.
  private static func looksLikeName(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || $0 == "." }
    return words.count >= 2
      && words.allSatisfy { $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "-" } }
      && words.contains { $0.count > 2 }
  }

  /// The value as a message shows it: a long text is cut.
  var shown: Parameter { .text(raw.count > 40 ? raw.prefix(40) + "…" : raw) }
}
