import Assessment
import Console
import Objectivity
import Reports
import Spreadsheet

/// A table that people keep beside the exports: a header row, then a school a row.
struct SmallTable {
  /// The file's name.
  let name: String
  /// The rows below the header, each with its number as people count; empty ones are left out.
  let rows: [(number: Int, cells: [CellValue])]

  /// Reads the first sheet of a file.
  init(_ path: String) throws(Failure) {
    let input = try InputFile(path)
    name = input.name
    let workbook: Workbook
    do throws(SpreadsheetError) {
      workbook = try Workbook(reading: input.bytes)
    } catch { throw Failure(.unreadable, "\(input.name): \(RefusalText.text(error, Say.language))") }
    let sheet = workbook.sheets.first
    rows =
      sheet?.rows.dropFirst().compactMap { row in
        let cells = (0..<4).map { sheet?[CellReference(row: row.number, column: $0)] ?? .empty }
        return cells.allSatisfy { $0 == .empty } ? nil : (row.number + 1, cells)
      } ?? []
    guard !rows.isEmpty else {
      throw Failure(
        .unreadable, say("\(name): в таблице нет ни одной школы.", "\(name): the table holds no school."))
    }
  }

  /// The number in a cell, also one with a comma that was typed as text.
  static func number(_ value: CellValue) -> Double? {
    switch value {
    case .number(let number): number
    case .text(let text): Double(text.replacing(",", with: "."))
    default: nil
    }
  }

  func failure(_ row: Int, _ ru: String, _ en: String) -> Failure {
    Failure(.unreadable, say("\(name), строка \(row): \(ru)", "\(name), row \(row): \(en)"))
  }
}

/// The table of `oko stats estimate`: school, π, works marked, works changed.
enum ControlledSchools {
  static func read(_ table: SmallTable) throws(Failure) -> [StatisticsReport.ControlledSchool] {
    var schools: [StatisticsReport.ControlledSchool] = []
    for row in table.rows {
      let numbers = row.cells.dropFirst().map { SmallTable.number($0) }
      guard let chance = numbers[0], let works = numbers[1].flatMap({ Int(exactly: $0) }),
        let changed = numbers[2].flatMap({ Int(exactly: $0) }), 0 < chance, chance <= 1, works >= 0,
        0...works ~= changed
      else {
        throw table.failure(
          row.number, "нужны школа, π от 0 до 1, число работ и сколько изменилось.",
          "school, π from 0 to 1, works and changed works are needed.")
      }
      schools.append(
        StatisticsReport.ControlledSchool(
          login: row.cells[0].description, inclusion: chance, works: works, changed: changed))
    }
    return schools
  }
}

/// The list of federal markers: school, number.
enum FederalMarkers {
  static func read(_ path: String) throws(Failure) -> [String: Int] {
    let table = try SmallTable(path)
    var markers: [String: Int] = [:]
    for row in table.rows {
      guard let count = SmallTable.number(row.cells[1]).flatMap({ Int(exactly: $0) }), count >= 0 else {
        throw table.failure(
          row.number, "нужны школа и число маркеров.", "school and number of markers are needed.")
      }
      markers[row.cells[0].description] = count
    }
    return markers
  }
}

/// The control sample as `oko stats draw --csv` writes it: school, ground.
enum DrawnSchools {
  static func read(_ path: String) throws(Failure) -> [String: ControlSample.Stratum] {
    let table = try SmallTable(path)
    var drawn: [String: ControlSample.Stratum] = [:]
    for row in table.rows {
      let ground = row.cells[1].description.replacing("С", with: "C").replacing("В", with: "B")
        .replacing("А", with: "A")
      guard let stratum = ground.first.flatMap({ ControlSample.Stratum(rawValue: String($0)) }) else {
        throw table.failure(
          row.number, "нужны школа и основание: A, B, C или D.", "school and ground are needed: A, B, C or D."
        )
      }
      drawn[row.cells[0].description] = stratum
    }
    return drawn
  }
}
