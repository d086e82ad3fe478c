extension Example {
  /// Sheets of a plan, each below its name in square brackets; a sheet that is left out is that of ``goodPlan``.
  public init(plan sheets: String) {
    self.init(sheets)
    isPlan = true
    fileName = "план.xlsx"
  }

  /// A plan to which nothing is to be said.
  public static let goodPlan = Example(
    plan: """
      [Школы]
      | Логин | Название |
      | edu380001 | СОШ № 1 |
      | edu380002 | СОШ № 2 |
      [График]
      | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
      | edu380001 | 5 | Математика | 15.04.2024 | 20 | Орлова Вера Павловна | Соколов Пётр Ильич |
      | edu380002 | 5 | Математика | 16.04.2024 | 15 | Орлова В. П. | Лебедева Анна Юрьевна |
      [Наблюдатели]
      | ФИО | Место работы |
      | Орлова Вера Павловна | отдел образования |
      | Громов Олег Иванович | ТРЦ |
      [Эксперты]
      | ФИО | Логин школы | Предмет | Стаж |
      | Соколов Пётр Ильич | edu380002 | Математика | 12 |
      | Лебедева Анна Юрьевна | edu380001 | Математика | 7 |
      [Утверждения]
      | Что утверждено | Дата | Номер |
      | Список ОО | 01.03.2024 | 41 |
      | Наблюдатели | 01.03.2024 | 41 |
      | Эксперты | 01.03.2024 | 41 |
      | График | 01.03.2024 | 42 |
      """)

  /// The sheets of a plan by name, those of ``goodPlan`` where this example has none of its own.
  var planSheets: [(name: String, table: String)] {
    let own = Self.sheets(table)
    return Self.sheets(Self.goodPlan.table).map { good in own.first { $0.name == good.name } ?? good }
      .filter { !$0.table.isEmpty }
      + own.filter { sheet in !Self.sheets(Self.goodPlan.table).contains { $0.name == sheet.name } }
  }

  private static func sheets(_ text: String) -> [(name: String, table: String)] {
    var sheets: [(name: String, table: String)] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("[") {
        sheets.append((String(line.dropFirst().dropLast()), ""))
      } else if let last = sheets.indices.last {
        sheets[last].table += line + "\n"
      }
    }
    return sheets
  }
}
