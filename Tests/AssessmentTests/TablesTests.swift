import SchoolCalendar
import Spreadsheet
import Testing

@testable import Assessment

/// What the examples of the TPL and CRT rules cannot show: other forms, several files, and silence.
struct `Rules about tables` {
  private static let header =
    "| Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |\n"
  private static let row = "| 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |\n"
  private static let keys = "| Код | Вариант | Класс | Пол | Отм. |\n| 40001 | 1 | 1 | м | 4 |\n"

  private func findings(_ example: Example, _ change: (inout InspectionRequest) -> Void = { _ in }) throws
    -> [Finding]
  {
    try ExampleInspection(example, change: change).inspection.findings.filter { $0.severity >= .query }
  }

  private func codes(_ example: Example, _ change: (inout InspectionRequest) -> Void = { _ in }) throws
    -> [String]
  {
    try findings(example, change).filter { $0.cause == nil }.map(\.code)
  }

  // MARK: TPL001

  @Test
  func `tell a form that is none from a protocol without a header`() throws {
    let found = try findings(.plain) { $0.form = nil }
    #expect(found.map(\.code) == ["TPL001"])
    #expect(
      found.first?.message(.ru).hasPrefix("Форма: таблица не найдена: это не форма сбора результатов") == true
    )
  }

  @Test
  func `take a code list for a protocol neither alone nor beside one`() throws {
    let list = [["Код", "ФИО"], ["40001", "Образец О. О."], ["40002", "Пример П. П."]]
    let alone = try Self.workbook([("Коды", list)])
    #expect(try codes(Example(file: "протокол.xlsx", alone)) == ["TPL001"])
    let protocolRows = [
      ["Код", "Вариант", "1", "2", "3.1", "3.2", "Класс", "Пол", "Отм."],
      ["40001", "1", "1", "2", "X", "0", "1", "м", "4"],
    ]
    let beside = try Self.workbook([("Протокол", protocolRows), ("Коды", list)])
    #expect(try codes(Example(file: "протокол.xlsx", beside)).isEmpty)
  }

  // MARK: TPL002

  @Test
  func `shorten a long header, and show none of the data`() throws {
    let long = String(repeating: "очень ", count: 30) + "длинный заголовок"
    let table =
      "| Код | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. | \(long) |\n| 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 | тайна |"
    let found = try findings(Example(table))
    #expect(found.map(\.code) == ["TPL002"])
    #expect(found.first.map { $0.message(.ru).count < 140 } == true)
    #expect(found.first?.place.header == long)
    #expect(found.first.map { "\($0)".contains("тайна") } == false)
  }

  @Test
  func `call a column without a header by its letter`() throws {
    let table =
      "| Код | Вариант | _ | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. |\n| 40001 | 1 | 0 | 1 | 2 | X | 0 | 1 | м | 4 |"
    let found = try findings(Example(table))
    #expect(found.map(\.code) == ["TPL002"])
    #expect(
      found.first?.message(.ru) == "Столбец C без заголовка: назначение неизвестно, данные не использованы.")
    #expect(found.first?.place.header == nil)
  }

  /// A protocol with a helper column beside it and a second sheet.
  private func workbook(second name: String, _ rows: [[String]]) throws -> [UInt8] {
    let header = ["Код", "Вариант", "1", "2", "3.1", "3.2", "Класс", "Пол", "Отм."]
    let row = ["40001", "1", "1", "2", "X", "0", "1", "м", "4", "7"]
    return try Self.workbook([("Протокол", [header, row]), (name, rows)])
  }

  private static func workbook(
    _ sheets: [(name: String, rows: [[String]])], merged: CellRange? = nil
  ) throws -> [UInt8] {
    var writer = try WorkbookWriter()
    for (name, rows) in sheets {
      try writer.sheet(name) { sheet throws(SpreadsheetError) in
        for (row, cells) in rows.enumerated() {
          for (column, text) in cells.enumerated() where !text.isEmpty {
            let place = CellReference(row: row, column: column)
            if merged?.first == place, let merged {
              try sheet.merge(merged, text)
            } else if let number = Int(text), row > 0 {
              try sheet.number(number, at: place)
            } else {
              try sheet.text(text, at: place)
            }
          }
        }
      }
    }
    return try writer.bytes()
  }

  @Test
  func `read a form as a transcription in spite of its helper columns`() throws {
    let form = try workbook(second: "Служебный", [["1"], ["2"]])
    #expect(try codes(Example(file: "протокол.xlsx", form)).isEmpty)
    let other = try workbook(second: "Заметки", [["1"], ["2"]])
    #expect(try codes(Example(file: "протокол.xlsx", other)) == ["TPL002"])
  }

  @Test
  func `leave the columns under a merged «ФИО» unread`() throws {
    let header = ["Код", "ФИО", "", "Вариант", "1", "2", "3.1", "3.2", "Класс", "Пол", "Отм."]
    let row = ["40001", "Образец", "Оля", "1", "1", "2", "X", "0", "1", "ж", "4"]
    let bytes = try Self.workbook([("Протокол", [header, row])], merged: CellRange("B1:C1"))
    #expect(try codes(Example(file: "протокол.xlsx", bytes)).isEmpty)
  }

  // MARK: TPL003

  @Test
  func `miss all points at once`() throws {
    let found = try findings(Example(Self.keys)).filter { $0.code == "TPL003" }
    #expect(
      found.map { $0.message(.ru) } == [
        "Запись протокола: не хватает столбцов с баллами: нет ни одного задания."
      ])
    #expect(
      found.first?.message(.en)
        == "The transcription: the columns of points (there is not one task) are missing.")
  }

  @Test
  func `miss a task in the sheet that should hold it`() throws {
    let scores = "| Код | 1 | 2 | 3.2 |\n| 40001 | 1 | 2 | 0 |"
    let found = try findings(Example(Self.keys).with { $0.scores = [scores] })
    #expect(found.map(\.code) == ["TPL003"])
    #expect(found.first?.place.source == 1)
    #expect(found.first?.place.task?.description == "3.1")
    #expect(found.first?.expected?.values == ["3.1 (1б)"])
  }

  @Test
  func `miss nothing that one of two scores sheets holds`() throws {
    let sheets = ["| Код | 1 | 2 |\n| 40001 | 1 | 2 |", "| Код | 3(1) | 3(2) |\n| 40001 | x | 0 |"]
    #expect(try codes(Example(Self.keys).with { $0.scores = sheets }).isEmpty)
  }

  @Test
  func `speak of a scores sheet without tasks, and not of the transcription too`() throws {
    let found = try findings(
      Example(Self.keys).with { $0.scores = ["| Код | Эксперт |\n| 40001 | Эксперт 1 |"] }
    )
    .filter { $0.code.hasPrefix("TPL") }
    #expect(found.map(\.code) == ["TPL003"])
    #expect(found.first?.place.source == 1)
  }

  @Test
  func `ask each of several transcriptions`() throws {
    let second = "| Код | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Отм. |\n| 40003 | 2 | 0 | 1 | 1 | 2 | 2 | 5 |"
    let found = try findings(.plain) {
      $0.sources.append(Source(name: "4Б.xlsx", role: .transcription, bytes: ExampleWorkbook(second).bytes))
    }
    #expect(found.map(\.code) == ["TPL003"])
    #expect(found.first?.place.header == "Пол")
    #expect(found.first?.place.source == 2)
  }

  @Test
  func `take variants without a part in their order`() throws {
    let header = "| Код | Вариант | 1 | 2 | Вариант | 3 | Класс | Пол | Отм. |\n"
    let both = Example(header + "| 40001 | 1 | 1 | 2 | 2 | 1 | 1 | м | 4 |").with { $0.criteria = .twoParts }
    #expect(try codes(both).isEmpty)
    let found = try findings(
      Example("| Код | Вариант | 1 | 2 | 3 | Класс | Пол | Отм. |\n| 40001 | 1 | 1 | 2 | 1 | 1 | м | 4 |")
        .with { $0.criteria = .twoParts }
    ).filter { $0.code == "TPL003" }
    #expect(found.map(\.place.header) == ["Вариант (часть 2)"])
  }

  @Test
  func `ask for no sex where the form does not`() throws {
    let table = "| Код | Вариант | 4К1 (3б) | 4K2 (2б) | Класс | Отм. |\n| 40001 | 1 | 2 | 1 | 1 | 4 |"
    #expect(try codes(Example(table).with { $0.criteria = .dependent }).isEmpty)
  }

  // MARK: TPL004

  @Test
  func `tell the first of the columns that mean the same`() throws {
    let table = "| Код | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. | Сумма | Итого | № | № п/п |\n"
    #expect(try codes(Example(table + "| 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 | 3 | 3 | 1 | 1 |")).isEmpty)
    let found = try findings(
      Example(
        "| Код | Код участника | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. |\n| 40001 | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |"
      ))
    #expect(found.map(\.code) == ["TPL004"])
    #expect(found.first?.place.cell?.cell.description == "B1")
    #expect(found.first?.related.first?.cell?.cell.description == "A1")
  }

  // MARK: The form

  @Test
  func `say once that a form lost its lists, with the columns`() throws {
    let found = try findings(
      .plain.with {
        $0.damage = (1...5).map { .list(header: "\($0) (1б)", cell: CellReference(row: 1, column: $0)) }
      })
    #expect(found.map(\.code) == ["TPL005"])
    #expect(
      found.first?.message(.ru)
        == "Форма повреждена: потеряны списки значений столбцов «1 (1б)», «2 (1б)», «3 (1б)» и ещё 2.")
    #expect(found.first?.place.cell?.source == 1)
    #expect(found.first?.related.count == 4)
  }

  @Test
  func `blame a sheet that is gone and not the lists that pointed to it`() throws {
    let found = try findings(
      .plain.with {
        $0.damage = [.list(header: "Пол", cell: CellReference(row: 1, column: 7)), .sheet(name: "Служебный")]
      })
    #expect(found.map { $0.message(.ru) } == ["Форма повреждена: нет листа «Служебный»."])
  }

  @Test
  func `name the code that stands in a form`() throws {
    let found = try findings(.plain.with { $0.formIsFilled = true })
    #expect(found.map(\.place.participant) == [40001])
    #expect(found.first?.message(.ru) == "В форме уже есть коды — в 1 строке.")
  }

  @Test
  func `count how a form and its table differ, and keep silent for the form of another work`() throws {
    func difference(_ name: String) throws -> Finding? {
      try ExampleInspection(.plain.with { $0.shipped = .twoParts }) {
        $0.form?.name = FormName(name)
        $0.work = Work(season: 2024, grade: 4, subject: "МА")
      }.inspection.findings.first { $0.code == "TPL008" }
    }
    #expect(
      try difference("Форма сбора результатов Математика 4 класс ВПР 2024.xlsx")?.message(.ru)
        == "Форма и таблица 2024/4-МА/basic расходятся в 3 заданиях: задания 3.1 нет в таблице. Взята форма.")
    #expect(try difference("Форма сбора результатов Русский язык 4 класс ВПР 2024.xlsx") == nil)
  }

  // MARK: TPL006

  @Test(
    arguments: [
      ("Форма сбора результатов Русский язык 4 класс ВПР 2024.xlsx", "subject"),
      ("Форма сбора результатов Математика 5 класс ВПР 2024.xlsx", "grade"),
      ("Форма сбора результатов Математика 4 класс ВПР 2023.xlsx", "season"),
      ("Форма сбора результатов Математика (углублённая) 4 класс ВПР 2024.xlsx", "level"),
    ])
  func `hear what the form's name says`(name: String, kind: String) throws {
    let found = try findings(.plain) {
      $0.form?.name = FormName(name)
      $0.work = Work(season: 2024, grade: 4, subject: "МА")
    }
    #expect(found.map(\.code) == ["TPL006"])
    #expect(found.first?.expected?.kind == kind)
    #expect(found.first?.place.source == 1)
  }

  @Test(arguments: ["форма (1).xlsx", "протокол.xlsx", "Книга1.xlsx"])
  func `take a renamed form as it is`(name: String) throws {
    #expect(try codes(.plain) { $0.form?.name = FormName(name) }.isEmpty)
    #expect(
      try codes(.plain.with { $0.title = ["Предмет: Математика", "Класс: 4"] }) {
        $0.form?.name = FormName(name)
      }.isEmpty)
  }

  @Test(arguments: ["Мат.", "математика (базовый уровень)", "МА"])
  func `understand how people shorten a subject`(subject: String) throws {
    #expect(try codes(.plain.with { $0.title = ["Предмет: \(subject)"] }).isEmpty)
  }

  @Test
  func `say what holds and who says it`() throws {
    let found = try findings(.plain.with { $0.title = ["Предмет: Биология"] })
    #expect(
      found.first?.message(.ru)
        == "Похоже на другую работу: предмет здесь — «Биология», в имени формы — «Математика».")
    #expect(
      found.first?.message(.en)
        == "This looks like another work: the subject is «Биология» here and «Математика» in the form's name."
    )
    #expect(found.first?.expected?.values == ["МА"])
  }

  @Test
  func `hear the scores sheet, but not the day of the marking`() throws {
    let sheet = "| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | X | 0 |\n| 40002 | 0 | 1 | 1 | 2 |"
    func codes(_ title: [String]) throws -> [String] {
      try self.codes(.plain) {
        let bytes = ExampleWorkbook(sheet, title: title).bytes
        $0.sources.append(Source(name: "баллы.xlsx", role: .scores, bytes: bytes))
      }
    }
    #expect(try codes(["Предмет: Математика", "Дата: 17.04.2024"]).isEmpty)
    #expect(try codes(["Предмет: Физика"]) == ["TPL006"])
  }

  @Test
  func `fold the columns that are missing under the work that is another`() throws {
    let table = "| Код | Вариант | 1 | 2 | 4 | 5.1 | 5.2 | 6 | 7 | 8 | Класс | Пол | Отм. |\n"
    let found = try findings(Example(table + "| 40001 | 1 | 1 | 2 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | м | 4 |"))
    let wrong = found.filter { $0.code == "TPL006" }
    #expect(wrong.count == 1)
    #expect(
      wrong.first?.message(.ru) == "Похоже на другую работу: заданий 4, 5.1, 5.2, 6, 7 и ещё 1 в форме нет.")
    let missing = found.filter { $0.code == "TPL003" }
    #expect(missing.map { $0.place.task?.description } == ["3.1", "3.2"])
    #expect(missing.allSatisfy { $0.cause == wrong.first?.fingerprint })
  }

  // MARK: CRT

  @Test
  func `say that a work has no table, whatever else the file says`() throws {
    let example = Example.plain.with {
      $0.criteria = .unknown
      $0.title = ["Предмет: Биология", "Класс: 5", "Дата проведения: 16.04.2024"]
    }
    let found = try findings(example) { $0.work = Work(season: 2031, grade: 4, subject: "МА") }
    #expect(found.map(\.code) == ["CRT004"])
    #expect(found.first?.message(.ru).contains("«2031/4-МА/basic»") == true)
    #expect(try codes(example) { $0.unknownWork = "математика" } == ["CRT004"])
  }

  @Test
  func `leave an unreadable form at that`() throws {
    let codes = try codes(.plain) {
      $0.form = nil
      $0.sources[1] = Source(
        name: "форма.xlsx", role: .form, digest: "", outcome: .failure(.init(.crcMismatch)))
    }
    #expect(codes == ["FIL001"])
  }

  @Test
  func `say one thing of a work that was not held and has no table`() throws {
    let example = Example.plain.with { $0.criteria = .unknown }
    let found = try findings(example) { $0.work = Work(season: 2024, grade: 7, subject: "АЯ") }
    #expect(found.map(\.code) == ["CRT004"])
    #expect(found.first?.message(.ru).contains("не было") == true)
  }
}
