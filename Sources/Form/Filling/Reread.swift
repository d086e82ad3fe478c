public import Assessment
internal import Spreadsheet

/// Reads a written form back and compares it with what was meant, cell by cell (OUT001).
public enum Reread {
  /// Where the written form differs from the protocol, or from the blank form outside the filled cells; empty when it
  /// is proven.
  ///
  /// - Throws: ``FormError`` when the written form cannot even be read.
  public static func differences(
    in written: [UInt8], from accepted: AcceptedProtocol, blank: DownloadedForm?, name: String
  ) throws(FormError) -> [RereadDifference] {
    let form = try DownloadedForm(written, name: name)
    var differences = form.differences(from: accepted)
    if let blank { differences += form.differencesOutside(blank, rows: accepted.rows.count) }
    return differences
  }
}

extension DownloadedForm {
  /// The filled rows against the protocol, and nothing below them.
  fileprivate func differences(from accepted: AcceptedProtocol) -> [RereadDifference] {
    var differences: [RereadDifference] = []
    let tasks = columns.tasks.map(\.criterion)
    if tasks.map(\.id) != accepted.criteria.tasks.map(\.id)
      || tasks.map(\.maximum) != accepted.criteria.tasks.map(\.maximum)
    {
      differences.append(
        RereadDifference(
          cell: CellReference(row: firstRow - 1, column: columns.code), participant: nil,
          expected: accepted.criteria.tasks.map(\.id.description).joined(separator: " "),
          actual: tasks.map(\.id.description).joined(separator: " ")))
    }
    let own = columns.inputs + [columns.total].compactMap { $0 }
    for (index, row) in accepted.rows.enumerated() {
      let cells = cells(of: row)
      for column in own {
        let cell = CellReference(row: firstRow + index, column: column)
        let meant = cells.first { $0.column == column }?.edit
        let actual = sheet[cell]
        guard !agrees(actual, with: meant, isTotal: column == columns.total) else { continue }
        differences.append(
          RereadDifference(
            cell: cell, participant: row.code, expected: text(meant), actual: actual.description))
      }
    }
    if room < accepted.rows.count {
      let cell = CellReference(row: firstRow + room, column: columns.total ?? 0)
      differences.append(
        RereadDifference(
          cell: cell, participant: nil, expected: "=", actual: sheet[cell].description))
    }
    for cell in description.filled where cell.row >= firstRow + accepted.rows.count {
      differences.append(
        RereadDifference(cell: cell, participant: nil, expected: "", actual: sheet[cell].description))
    }
    return differences
  }

  private func agrees(_ value: CellValue, with meant: CellEdit?, isTotal: Bool) -> Bool {
    switch meant {
    case .number(let number), .result(let number): value == .number(Double(number))
    case .text(let text): value == .text(text)
    case .style, nil: value == .empty || value == .text("") || isTotal && value == .number(0)
    }
  }

  private func text(_ edit: CellEdit?) -> String {
    switch edit {
    case .number(let number), .result(let number): String(number)
    case .text(let text): text
    case .style, nil: ""
    }
  }

  /// Everything outside the filled rows must be what it was in the blank form, in every sheet.
  fileprivate func differencesOutside(_ blank: DownloadedForm, rows: Int) -> [RereadDifference] {
    var differences: [RereadDifference] = []
    if workbook.sheets.map(\.name) != blank.workbook.sheets.map(\.name) {
      differences.append(
        RereadDifference(
          cell: CellReference(row: 0, column: 0), participant: nil,
          expected: blank.workbook.sheets.map(\.name).joined(separator: " "),
          actual: workbook.sheets.map(\.name).joined(separator: " ")))
    }
    let own = Set(columns.inputs + [columns.total].compactMap { $0 })
    for (index, before) in blank.workbook.sheets.enumerated() {
      let after = index < workbook.sheets.count ? workbook.sheets[index] : before
      let isProtocol = index == description.sheet
      func isOurs(_ cell: Cell) -> Bool {
        isProtocol && (firstRow..<firstRow + rows).contains(Int(cell.row)) && own.contains(Int(cell.column))
      }
      // Taken one by one: a form has some thousand cells that are not ours, and two more arrays of them would be new pages.
      let old = before.cells.lazy.filter { !isOurs($0) }
      let new = after.cells.lazy.filter { !isOurs($0) }
      for (a, b) in zip(old, new)
      where a.reference != b.reference || a.hasFormula != b.hasFormula
        || before.value(of: a) != after.value(of: b)
      {
        differences.append(
          RereadDifference(
            cell: a.reference, participant: nil, expected: before.value(of: a).description,
            actual: after.value(of: b).description))
        break
      }
      let counts = (old.count, new.count)
      if counts.0 != counts.1 {
        differences.append(
          RereadDifference(
            cell: CellReference(row: 0, column: 0), participant: nil, expected: String(counts.0),
            actual: String(counts.1)))
      }
    }
    return differences
  }
}
