internal import Spreadsheet

/// Something in a file that is about to leave which looks like a pupil's name.
struct OutgoingName: Sendable {
  /// Where it stands.
  enum Kind: Sendable { case fileName, sheetName, column, cells }

  let kind: Kind
  let place: Place
  var related: [Place] = []
}

/// Looks for names in files that are about to leave; names of staff are known and let pass.
struct OutgoingNames {
  private let staff: [StaffName]

  init(staff: [String]) { self.staff = staff.map { StaffName($0) } }

  /// What looks like a name in a file: its own name, its sheets' names, columns of names, cells.
  ///
  /// Of a file that is no table only the name can be looked at.
  func found(in source: Source, index: Int) -> [OutgoingName] {
    var names: [OutgoingName] = []
    if isName(ofFile: source.ownName) {
      names.append(OutgoingName(kind: .fileName, place: Place(source: index)))
    }
    for (number, sheet) in (source.workbook?.sheets ?? []).enumerated() {
      if isName(sheet.name) {
        let first = CellLocation(source: index, sheet: number, cell: CellReference(row: 0, column: 0))
        names.append(OutgoingName(kind: .sheetName, place: Place(cell: first)))
      }
      names += found(in: sheet) { Place(cell: CellLocation(source: index, sheet: number, cell: $0)) }
    }
    return names
  }

  private func found(in sheet: Sheet, _ place: (CellReference) -> Place) -> [OutgoingName] {
    var names: [OutgoingName] = []
    var columns: Set<Int> = []
    var cells: [CellReference] = []
    for row in sheet.rows {
      var label = ""
      for cell in sheet.cells[row.cells] where cell.kind == .text {
        let text = sheet.text(of: cell).composed
        if HeaderMeaning(text) == .name, columns.insert(Int(cell.column)).inserted {
          let below = values(below: cell.reference, sheet)
          if !below.isEmpty {
            names.append(
              OutgoingName(kind: .column, place: place(cell.reference), related: below.map(place)))
          }
        } else if isName(text), !columns.contains(Int(cell.column)), !Self.speaksOfStaff(label + text) {
          cells.append(cell.reference)
        }
        label = text
      }
    }
    if let first = cells.first {
      names.append(
        OutgoingName(kind: .cells, place: place(first), related: cells.dropFirst().map(place)))
    }
    return names
  }

  /// The cells below a header that hold words; an empty column of names is a form that nobody has filled.
  private func values(below header: CellReference, _ sheet: Sheet) -> [CellReference] {
    sheet.cells.filter { cell in
      guard Int(cell.column) == header.column, Int(cell.row) > header.row, cell.kind == .text else {
        return false
      }
      let text = sheet.text(of: cell)
      return text.contains { $0.isLetter } && !isStaff(text)
    }.map(\.reference)
  }

  /// Of the name of a file nothing is known but its words, and it can be seen without the password.
  private func isName(ofFile name: String) -> Bool {
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let text = stem.isEmpty ? name : stem
    return (PersonName.isLikely(text) || ShownName.of(text) != text) && !isStaff(text)
  }

  private func isName(_ text: String) -> Bool { PersonName.isLikely(text) && !isStaff(text) }

  private func isStaff(_ text: String) -> Bool {
    let name = StaffName(text)
    return staff.contains { $0.isSame(as: name) }
  }

  /// «Эксперт: Соколова А. И.»: the label says that it is nobody's pupil.
  private static func speaksOfStaff(_ text: String) -> Bool {
    let folded = Folded(text).text
    return ["эксперт", "наблюдат", "координатор", "организатор", "учител", "директор", "председател"].contains
    {
      folded.contains($0)
    }
  }
}

extension Inspector {
  /// Looks at files that are about to leave: can they be read, and does anything in them look like a pupil's name?
  ///
  /// - Parameters:
  ///   - sources: the files.
  ///   - staff: names that may travel: those of the plan.
  public static func inspect(outgoing sources: [Source], staff: [String]) -> Inspection {
    var examination = Examination.empty
    examination.sources = sources
    let names = OutgoingNames(staff: staff)
    examination.outgoing = sources.enumerated().flatMap { names.found(in: $1, index: $0) }
    let findings = run([.container], on: examination, school: nil)
    return Inspection(
      examination: examination, findings: findings, steps: [.init(phase: .container, reason: nil)])
  }
}
