internal import Assessment
public import Spreadsheet

extension AnalyticsExport {
  /// The export as a plain table: one header row, one row a participant or a group.
  public var table: PlainTable {
    switch self {
    case .individualResults(let results): results.table
    case .markStatistics(let statistics): statistics.table
    case .journalComparison(let comparison): comparison.table
    }
  }
}

extension IndividualResults {
  fileprivate var table: PlainTable {
    let variants = rows.map(\.variants.count).max() ?? 1
    let variantHeaders = variants == 1 ? ["Вариант"] : (1...variants).map { "Вариант (часть \($0))" }
    let header =
      ["ОО", "Название ОО", "Код участника", "Класс"] + variantHeaders
      + tasks.map { "\($0.criterion.id) (\($0.criterion.maximum)б)" }
      + ["Первичный балл", "Отметка", "Отметка по журналу"]
    let lines = rows.map { row -> [CellValue] in
      let school = schools[row.school]
      return [.text(school.login ?? ""), .text(school.name), row.code.cellValue, row.schoolClass.cellValue]
        + row.variants.map(\.cellValue) + row.points.map(\.cellValue)
        + [row.score.cellValue, row.mark.cellValue, row.journalMark.cellValue]
    }
    return PlainTable(name: "Индивидуальные результаты", rows: [header.map { .text($0) }] + lines)
  }
}

extension MarkStatistics {
  fileprivate var table: PlainTable {
    let header =
      ["Группы участников", "Логин", "Кол-во ОО", "Кол-во участников"] + Self.marks.map(String.init)
    let lines = rows.map { row -> [CellValue] in
      [
        .text(row.group.name), .text(row.group.login ?? ""), row.schools?.cellValue ?? .empty,
        row.participants.cellValue,
      ]
        + row.shares.map(\.cellValue)
    }
    return PlainTable(name: "Статистика по отметкам", rows: [header.map { .text($0) }] + lines)
  }
}

extension JournalComparison {
  fileprivate var table: PlainTable {
    let header =
      ["Группы участников", "Логин", "Кол-во участников"]
      + ["Понизили", "Подтвердили", "Повысили"].flatMap { ["\($0), %", "\($0), кол-во"] }
    let lines = rows.map { row -> [CellValue] in
      [.text(row.group.name), .text(row.group.login ?? ""), row.participants.cellValue]
        + [row.lowered, row.confirmed, row.raised].flatMap {
          [$0.percent?.cellValue ?? .empty, $0.count?.cellValue ?? .empty]
        }
    }
    return PlainTable(name: "Сравнение с журналом", rows: [header.map { .text($0) }] + lines)
  }
}
