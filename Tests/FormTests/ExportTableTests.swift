import SchoolCalendar
import Spreadsheet
import Testing

@testable import Assessment
@testable import Form

@Suite struct `An export of ФИС ОКО as a plain table` {
  @Test func `of Ф1 has a row a participant, numbers as numbers and X as X`() throws {
    let table = try ExportTable.results.read().table
    #expect(
      table.rows == [
        [
          "ОО", "Название ОО", "Код участника", "Класс", "Вариант", "1 (1б)", "2 (2б)", "Первичный балл",
          "Отметка", "Отметка по журналу",
        ].map { .text($0) },
        [.text("edu000001"), .text("Школа"), 40001, 1, 1, 1, 2, 3, 5, 4],
        [.text("edu000001"), .text("Школа"), 40002, 1, 2, .text("X"), 1, 1, 3, 3],
      ])
  }

  @Test func `of a work in two parts has both variants, and says which is whose`() throws {
    let twoParts = ExportTable.results.changed { rows in
      rows[7].insert(.text("Вариант (часть 2)"), at: 7)
      rows[9].insert(2, at: 7)
      rows[10].insert(1, at: 7)
    }
    guard case .individualResults(let results) = try twoParts.read() else { throw ExportError.notAnExport }
    #expect(results.tasks.map(\.criterion.part) == [1, 2])
    let table = try twoParts.read().table
    #expect(table.rows[0][4...5] == [.text("Вариант (часть 1)"), .text("Вариант (часть 2)")])
    #expect(table.rows[1][4...5] == [1, 2] && table.rows[2][4...5] == [2, 1])
  }

  @Test func `leaves empty what is empty, keeps words, and repeats nothing that it does not understand`()
    throws
  {
    let table = try ExportTable.results.changed { rows in
      rows[9][10] = .text("нет отметки")
      rows[10][4] = .text("Канарейкин")
      rows[10][10] = .empty
      rows.append([.text("edu000001"), .text("Район"), .text("Школа"), 40003, 1, .text("отсутствовал")])
    }.read().table
    #expect(table.rows[1][9] == .text("нет отметки"))
    #expect(table.rows[2][3] == .text(Actual.withheld) && table.rows[2][9] == .empty)
    #expect(table.rows[3][4...] == [.text("отсутствовал"), .empty, .empty, .empty, .empty, .empty])
    #expect(!table.rows.joined().contains { $0.description.contains("Канарейкин") })
  }

  @Test func `of Ф3 has a row a group with its shares`() throws {
    let table = try ExportTable.statistics.read().table
    #expect(
      table.rows == [
        ["Группы участников", "Логин", "Кол-во ОО", "Кол-во участников", "2", "3", "4", "5"].map {
          .text($0)
        },
        [
          .text("Школа"), .text("edu000001"), .empty, 40, .number(2.5), .number(47.5), .number(25),
          .number(25),
        ],
      ])
  }

  @Test func `of the comparison with the journal leaves empty what the export has no column for`() throws {
    let export = try ExportTable.journal.read()
    let table = export.table
    #expect(
      table.rows[0].map(\.description)
        == [
          "Группы участников", "Логин", "Кол-во участников", "Понизили, %", "Понизили, кол-во",
          "Подтвердили, %",
          "Подтвердили, кол-во", "Повысили, %", "Повысили, кол-во",
        ])
    #expect(
      table.rows[1]
        == [.text("Школа"), .text("edu000001"), 40, .number(12.5), .empty, .number(80), .empty, .empty, 3])
  }
}

@Suite struct `The comparison with the journal` {
  private func refusal(_ change: (inout [[CellValue]]) -> Void) -> ExportError? {
    do throws(ExportError) {
      _ = try ExportTable.journal.changed(change).read()
      return nil
    } catch { return error }
  }

  @Test func `is refused when an outcome has neither share nor count, or has one twice`() {
    #expect(refusal { $0[3][2] = .text("Понизили") } == .columnMissing("Понизили"))
    #expect(
      refusal {
        $0[3].append(.text("Повысили, кол-во"))
        $0[4].append(3)
      } == .columnTwice(cell: CellReference(row: 3, column: 5)))
  }

  @Test func `passes over remarks below the table, and no group without its number`() throws {
    let remarked = ExportTable.journal.changed { $0.append([.text("Выгрузка сформирована автоматически")]) }
    guard case .journalComparison(let comparison) = try remarked.read() else {
      throw ExportError.notAnExport
    }
    #expect(comparison.rows.count == 1)
    #expect(refusal { $0[4][1] = .empty } == .damaged(cell: CellReference(row: 4, column: 1)))
    #expect(refusal { $0[4][4] = .text("три") } == .damaged(cell: CellReference(row: 4, column: 4)))
  }
}

@Suite struct `The title of an export` {
  @Test(arguments: [
    (ExportTable.results, ExportKind.individualResults), (.statistics, .markStatistics),
    (.journal, .journalComparison),
  ])
  func `tells the work of each kind`(table: ExportTable, kind: ExportKind) throws {
    let export = try table.read()
    #expect(export.kind == kind)
    #expect(export.title.work.value == Work(season: 2024, grade: 4, subject: "МА"))
    #expect(export.title.maximum?.value == (kind == .individualResults ? 3 : nil))
  }

  @Test func `tells the day, written as text, as a date or in one cell with its label`() throws {
    let day = CalendarDay(year: 2024, month: 4, day: 15)
    let text = try ExportTable.results.read().title.day
    #expect(text?.value == day && text?.cell.description == "B6")
    let oneCell = try ExportTable.results.changed { $0[5] = [.text("Дата: 2024-04-15")] }.read().title.day
    #expect(oneCell?.value == day && oneCell?.cell.description == "A6")
    let dated = try ExportTable.results.changed {
      $0[5][1] = .date(DateStamp(year: 2024, month: 4, day: 15))
    }.read().title.day
    #expect(dated?.value == day)
    let period = try ExportTable.results.changed { $0[5][1] = .text("с 19.03.2024 по 30.03.2024") }.read()
    #expect(period.title.day?.value == nil)
  }
}

@Suite struct `Why a file is no export` {
  private static let cell = CellReference(row: 8, column: 3)
  private static let errors: [(error: ExportError, names: String)] = [
    (.unreadable(SpreadsheetError(.emptyFile)), "пуст"), (.notAnExport, "Код участника"),
    (.otherExport(.markStatistics), "а это Ф3"), (.otherExport(.journalComparison), "Сравнение"),
    (.titleMissing, "ВПР 2024 Математика 4 класс"), (.titleContradicts(cell: cell), "D9"),
    (.columnMissing("Отметка"), "«Отметка»"), (.columnTwice(cell: cell), "D9"), (.damaged(cell: cell), "D9"),
    (.empty, "ни одной строки"),
  ]

  @Test(arguments: errors.indices)
  func `is told in both languages, with its place, as the end of a sentence`(number: Int) {
    let (error, names) = Self.errors[number]
    let words = error.words
    #expect(words.ru.contains(names), "\(words.ru)")
    #expect(!words.ru.hasSuffix(".") && !words.en.hasSuffix(".") && words.ru != words.en)
    #expect(Self.errors.count { $0.error.words == words } == 1)
    for place in ["D9", "«Отметка»"] where names == place { #expect(words.en.contains(place)) }
  }
}
