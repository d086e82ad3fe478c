import Glibc
import Spreadsheet

/// Reads every cell of every workbook; prints cells, the numbers' sum and bytes of text.
enum Reading {
  static func run(_ paths: some Sequence<String>) {
    var cells = 0
    var sum = 0.0
    var text = 0
    for path in paths {
      // The one large sheet has more rows than a protocol may have.
      var options = ReadingOptions()
      options.limits = .looking
      options.limits.partBytes = 128 << 20
      options.limits.cells = 4_000_000
      guard let workbook = try? Workbook(reading: contents(of: path), options) else {
        print("unreadable: \(path)")
        exit(1)
      }
      for sheet in workbook.sheets {
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
    print(cells, Int(sum), text)
  }
}
