import Glibc
import Spreadsheet

/// Reads every cell of every workbook; prints cells, the numbers' sum and bytes of text.
enum Reading {
  private struct Sum {
    var cells = 0
    var sum = 0.0
    var text = 0

    mutating func add(_ sheet: Sheet) {
      for cell in sheet.cells {
        cells += 1
        switch cell.kind {
        case .number: sum += cell.number
        case .text: text += cell.text.count
        default: break
        }
      }
    }
  }

  /// - Parameter isKept: whether a workbook stands in memory whole, or hands over its rows.
  static func run(_ paths: some Sequence<String>, isKept: Bool) {
    var sum = Sum()
    // The one large sheet has more rows than a protocol may have.
    var options = ReadingOptions()
    options.limits = .looking
    options.limits.partBytes = 128 << 20
    options.limits.cells = 4_000_000
    for path in paths {
      let bytes = contents(of: path)
      let isRead: Bool
      if isKept {
        let workbook = try? Workbook(reading: bytes, options)
        for sheet in workbook?.sheets ?? [] { sum.add(sheet) }
        isRead = workbook != nil
      } else {
        isRead = ((try? Workbook.reading(bytes, options) { sum.add($0) }) ?? nil) != nil
      }
      guard isRead else {
        print("unreadable: \(path)")
        exit(1)
      }
    }
    print(sum.cells, Int(sum.sum), sum.text)
  }
}
