import Assessment
import Console
import Reports
import Spreadsheet

/// The file of an agreed sheet; its name tells the kind.
struct MergeFile {
  private enum Kind: String {
    case xlsx, ods, csv
  }

  private let kind: Kind
  private let file: OutputFile

  init(_ path: String, notOver inputs: [String]) throws(Failure) {
    guard let word = path.split(separator: ".").last?.lowercased(), let kind = Kind(rawValue: word) else {
      throw .usage(
        "Не знаю такого вида файла: \(shown: path). Можно .xlsx, .ods, .csv.",
        "This kind of file is not known: \(shown: path). Use .xlsx, .ods, .csv.")
    }
    self.kind = kind
    file = try OutputFile(path, notOver: inputs)
  }

  func write(_ sheet: AgreedSheet) throws {
    switch kind {
    case .xlsx: try file.write(try sheet.xlsx())
    case .ods: try file.write(sheet.table.ods)
    case .csv: try file.write(sheet.table.csv)
    }
  }
}
