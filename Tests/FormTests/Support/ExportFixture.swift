import Form
import Foundation
package import Spreadsheet

@testable import Assessment

/// A file of `fixtures/exports`.
struct ExportFixture {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures/exports").standardized

  static let f1 = "Ф1_Индивидуальные результаты.xlsx"
  static let f3 = "Ф3_Статистика по отметкам.xlsx"
  static let journal = "Сравнение отметок с отметками по журналу.xlsx"

  static func read(_ path: String) throws -> AnalyticsExport {
    try AnalyticsExport(Array(Data(contentsOf: root.appending(path: path))))
  }
}

/// A small export made of rows, to be changed by a test.
struct ExportTable {
  var rows: [[CellValue]]

  /// Ф1 of two pupils of maths 4.
  static var results: ExportTable {
    ExportTable(rows: [
      [.text("Индивидуальные результаты")], [], [.text("ВПР 2024 Математика 4 класс")],
      [.text("Предмет:"), .text("Математика")], [.text("Максимальный первичный балл:"), .number(3)],
      [.text("Дата:"), .text("15.04.2024")], [.empty, .empty, .empty, .empty, .empty, .empty, .text("Б")],
      ["ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант", "1 (1б)", "2 (2б)"]
        .map { .text($0) } + ["Первичный балл", "Отметка", "Отметка по журналу"].map { .text($0) },
      [.text("Школа(edu000001) | Кол-во участников: 2")],
      [.text("edu000001"), .text("Район"), .text("Школа"), 40001, 1, 1, 1, 2, 3, 5, 4],
      [.text("edu000001"), .text("Район"), .text("Школа"), 40002, 1, 2, .text("X"), 1, 1, 3, 3],
    ])
  }

  /// Ф3 of one school.
  static var statistics: ExportTable {
    ExportTable(rows: [
      [.text("Статистика по отметкам")], [], [.text("ВПР 2024 Математика 4 класс")],
      [.text("Группы участников"), .text("Кол-во участников"), 2, 3, 4, 5],
      [.text("Школа(edu000001)"), 40, .number(2.5), .text("47,5"), .text("25 %"), 25],
    ])
  }

  /// The comparison with the journal of one school, outcomes and units in one header row.
  static var journal: ExportTable {
    ExportTable(rows: [
      [.text("Сравнение отметок с отметками по журналу")], [], [.text("ВПР 2024 Математика 4 класс")],
      ["Группы участников", "Кол-во участников", "Понизили, %", "Подтвердили, %", "Повысили, кол-во"].map {
        .text($0)
      },
      [.text("Школа(edu000001)"), 40, .number(12.5), .text("80 %"), 3],
    ])
  }

  func changed(_ change: (inout [[CellValue]]) -> Void) -> ExportTable {
    var copy = self
    change(&copy.rows)
    return copy
  }

  func read() throws(ExportError) -> AnalyticsExport {
    try AnalyticsExport(PlainTable(name: "Лист1", rows: rows).ods)
  }
}

extension CellValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
}
