internal import Assessment
public import Objectivity
public import Spreadsheet

extension DistrictResults {
  /// The results of a work as a table in the layout of Ф1, which every command of statistics reads.
  public static func table(_ results: WorkResults) -> PlainTable? {
    guard let work = Work(id: results.work) else { return nil }
    let level = work.level == .advanced ? " углублённый уровень" : ""
    var rows: [[CellValue]] = [
      [.text("Индивидуальные результаты")], [],
      [.text("ВПР \(work.season) \(Subject.title(work.subject))\(level) \(work.grade) класс")],
      [.text("Предмет:"), .text(Subject.title(work.subject))],
      [.text("Максимальный первичный балл:"), .number(Double(results.maximum))], [],
      ["ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант"].map { .text($0) }
        + results.tasks.map { .text("\($0.id) (\($0.maximum)б)") }
        + ["Первичный балл", "Отметка", "Отметка по журналу"].map { .text($0) },
    ]
    for school in results.schools {
      rows.append([.text("\(school.school)(\(school.school)) | Кол-во участников: \(school.pupils.count)")])
      rows += school.pupils.map { pupil in
        [.text(school.school), .empty, .text(school.school), number(pupil.code), .empty, .empty]
          + pupil.points.map { number($0) }
          + [number(pupil.total), pupil.mark.map { number($0) } ?? .empty]
          + [pupil.journal.map { number($0) } ?? .text("нет отметки")]
      }
    }
    return PlainTable(name: "Индивидуальные результаты", rows: rows)
  }

  private static func number(_ number: Int) -> CellValue { .number(Double(number)) }
}
