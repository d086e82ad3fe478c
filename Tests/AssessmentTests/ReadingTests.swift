import Spreadsheet
import Testing

@testable import Assessment

/// What people's sheets look like: headers in many spellings, several tables, and what stands around them.
struct `Reading people's sheets` {
  private static let header = "| № | ФИО | Код | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. |\n"
  private static let row = "| 1 | Образец О. О. | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |\n"

  private func inspection(_ table: String, title: [String] = []) throws -> Inspection {
    var example = Example(table)
    example.title = title
    return try ExampleInspection(example).inspection
  }

  private func codes(_ inspection: Inspection) -> [String] {
    inspection.findings.filter { $0.severity >= .query && $0.cause == nil }.map(\.code)
  }

  // MARK: Headers

  @Test(arguments: [
    ("№ варианта", HeaderMeaning.variant(part: 0)), ("Номер варианта", .variant(part: 0)),
    ("№ класса", .schoolClass), ("Класс №", .schoolClass), ("Пол м/ж", .sex),
    ("Пред. отметка", .previousMark), ("Предыдущая отметка", .previousMark), ("Отметка", .previousMark),
    ("Вариант (часть II)", .variant(part: 2)), ("Вариант (первая часть)", .variant(part: 1)),
    ("Отметка эксперта", .statedMark), ("Отметка (по шкале)", .statedMark),
    ("Отметка за работу", .statedMark), ("Отметка за ВПР", .statedMark), ("Итоговый балл", .sum),
  ])
  func `understand a header`(text: String, meaning: HeaderMeaning) {
    #expect(HeaderMeaning(text) == meaning)
  }

  @Test(arguments: [
    "Итого ч.1", "Итого за часть 2", "Сумма ч. 2",
    "Классный руководитель", "Отметка о присутствии", "Итоговая отметка", "Код ОО", "Предмет",
  ])
  func `take no header for what it only resembles`(text: String) {
    #expect(HeaderMeaning(text) == nil)
  }

  @Test(arguments: [
    ("3 (1б)", "3", 1), ("3 (макс. 2)", "3", 2), ("4К1 (max 3)", "4К1", 3), ("№ 5.1\n(1 балл)", "5.1", 1),
    ("3 (2 балла).", "3", 2),
  ])
  func `read the maximum of a task in brackets`(text: String, task: String, maximum: Int) throws {
    #expect(HeaderMeaning(text) == .task(try #require(TaskID(task)), stated: maximum))
  }

  @Test(arguments: [("3(1)", "3.1"), ("№ 10(2)K3", "10.2К3"), ("Задание 7", "7")])
  func `take a bare number in brackets for a part of the task`(text: String, task: String) throws {
    #expect(HeaderMeaning(text) == .task(try #require(TaskID(task)), stated: nil))
  }

  @Test(arguments: ["03.янв", "3.янв", "03.ЯНВ", "3.1"])
  func `give a task its name back that Excel took for a date in a text file`(header: String) throws {
    let table =
      "| Код | Вариант | 1 | 2 | \(header) | 03.фев | Класс | Пол | Отм. |\n| 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |"
    #expect(try codes(inspection(table)) == [])
    #expect(try codes(inspection(table.replacing("03.фев", with: "03.фв"))).contains("TPL002"))
  }

  // MARK: Rows

  @Test(arguments: [
    "| | Всего: 24 | | | | | | | | | |", "| | | Всего: 24 | | | | | | | | |",
    "| | Писали | 24 | | | | | | | | |",
    "| | Ср. балл | | | 0,5 | 1,25 | 1 | 1 | | | |", "| | Средний балл | 4 | | 1 | 1 | 1 | 1 | | | |",
    "| | Макс. балл | | | 1 | 2 | 1 | 2 | | | |", "| | | Макс | | 1 | 2 | 1 | 2 | | | |",
    "| | | 5А | | | | | | | | |", "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 |",
    "| | | 24 | | | | | | | | |", "| | | | Итого | 1 | 2 | 0 | 1 | | | |",
    "| | | | Члены комиссии: | Образец О. О. | | | | | | |",
  ])
  func `tell sums, counts, captions and numbered columns from pupils`(line: String) throws {
    let inspection = try inspection(Self.header + Self.row + line)
    #expect(codes(inspection).isEmpty)
    #expect(inspection.accepted?.rows.map(\.code) == [40001])
  }

  @Test(arguments: [
    ("| 2 | Средний Иван | | 1 | 1 | 2 | 1 | 0 | 1 | м | 4 |", "PRT001"),
    ("| 2 | Средний | | 1 | 1 | 2 | 1 | 0 | 1 | м | 4 |", "PRT001"),
    ("| 2 | Мин Анна | | 1 | 1 | 2 | 1 | 0 | 1 | ж | 4 |", "PRT001"),
    ("| 2 | Средний Иван | 4002 | 1 | 1 | 2 | 1 | 0 | 1 | м | 4 |", "PRT003"),
    ("| 2 | Образец О. О. | отсутствовал | | | | | | | | |", "PRT002"),
    ("| 2 | Образец О. О. | 12 | | | | | | | | |", "PRT003"),
  ])
  func `drop no pupil whose row looks like a label`(line: String, code: String) throws {
    #expect(codes(try inspection(Self.header + Self.row + line)).contains(code))
  }

  // MARK: Tables

  @Test
  func `read two tables of a sheet, each by its own header`() throws {
    let second = """
      | Код | ФИО | Вариант | 3.2 | 3.1 | 2 | 1 | Класс | Пол | Отм. |
      | 40002 | Пример П. П. | 2 | 2 | 1 | 0 | 1 | 2 | ж | 5 |
      """
    let inspection = try inspection(Self.header + Self.row + second)
    #expect(codes(inspection).isEmpty)
    #expect(
      inspection.accepted?.rows.map(\.points) == [
        [1, 2, nil, 0].map { $0.map { Points($0) } ?? .notAttempted }, [1, 0, 1, 2].map { Points($0) },
      ])
  }

  @Test
  func `pass over a header that is only repeated`() throws {
    let second = Self.row.replacing("40001", with: "40002")
    let inspection = try inspection(Self.header + Self.row + Self.header + second)
    #expect(codes(inspection).isEmpty)
    #expect(inspection.examination.tables.count == 1)
    #expect(inspection.accepted?.rows.map(\.code) == [40001, 40002])
  }

  @Test
  func `miss the variant of a one-part work under the header of a second part`() throws {
    let header = Self.header.replacing("Вариант", with: "Вариант (часть 2)")
    #expect(codes(try inspection(header + Self.row)) == ["TPL003"])
  }

  // MARK: Names

  @Test(arguments: [
    "Образцова Анна", "И. И. Образцов", "И.И. Образцов", "4А Образцова Анна", "ученик Образцов Иван",
    "Образцов_Иван",
  ])
  func `know a name in a text`(text: String) {
    #expect(PersonName.isLikely(text))
  }

  @Test(arguments: ["Кабинет", "Номер работы", "4А класс", "Протокол", "Лист 2", "Время, мин."])
  func `take no other text for a name`(text: String) {
    #expect(!PersonName.isLikely(text))
  }

  @Test
  func `repeat no name keyed beside the subject`() throws {
    let inspection = try inspection(Self.header + Self.row, title: ["Предмет: Образцова Анна"])
    #expect(codes(inspection) == ["TPL006"])
    #expect(!inspection.findings.contains { "\($0)\($0.message(.ru))".contains("Образцова") })
  }

  @Test
  func `take no label for the value of the label before it`() throws {
    let inspection = try inspection(Self.header + Self.row, title: ["Предмет:", "Учитель:"])
    #expect(codes(inspection).isEmpty)
  }

  @Test
  func `let no text travel that means nothing in a form`() {
    let plain = [
      "отсутствовал", "не присутствовал", "не был", "н/п", "нет отметки", "жен.", "X", "1,5", "1 вариант",
      "2 балла",
      "5 (отл.)", "40007 (пересдача)", "не прошли", "НЯ",
    ]
    for text in plain {
      #expect(Actual.travelling(.text(text)) == .text(text))
    }
    for name in ["Образцова", "Ли", "Ян 1", "4А Ан", "вариант Ким", "не Образцова"] {
      #expect(Actual.travelling(.text(name)) == .text("[…]"), "\(name)")
    }
    #expect(Actual.travelling(.number(4)) == .number(4))
  }
}
