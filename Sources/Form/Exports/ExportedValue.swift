package import Assessment
package import Spreadsheet

/// A value that an export holds, as a plain cell again.
package protocol ExportedValue: Sendable, Hashable {
  /// The value as a plain cell.
  var cellValue: CellValue { get }
}

extension Int: ExportedValue {
  package var cellValue: CellValue { .number(Double(self)) }
}

extension Double: ExportedValue {
  package var cellValue: CellValue { .number(self) }
}

extension Points: ExportedValue {
  package var cellValue: CellValue { number?.cellValue ?? .text(word) }
}

extension Variant: ExportedValue {
  package var cellValue: CellValue {
    switch self {
    case .number(let number): number.cellValue
    case .absent: .text(Words.absent)
    }
  }
}

extension PreviousMark: ExportedValue {
  package var cellValue: CellValue {
    switch self {
    case .mark(let mark): mark.cellValue
    case .none: .text(Words.noMark)
    }
  }
}

extension Located where Value: ExportedValue {
  /// The value as a plain cell; what was not understood is marked and not repeated, for it may be a name.
  package var cellValue: CellValue { value?.cellValue ?? (isBlank ? .empty : .text(Actual.withheld)) }
}
