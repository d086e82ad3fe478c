internal import Assessment
internal import Spreadsheet

/// A column of a sheet of the plan workbook.
struct PlanSheetColumn {
  let header: String
  let column: PlanColumn
  let width: Double
  /// What is written into it, for the page of explanations.
  let meaning: String
  let example: String
  /// The check on input, for the first row of data, which is row 2.
  var rule: InputRule?
  var isDate = false
}

/// The sheets of the plan workbook and their columns: what the blank shows is what the reader understands.
enum PlanColumns {
  /// Rows that carry checks on input.
  static let room = 1500

  /// The hidden sheet with the values of the lists.
  static let lists = "Списки"

  /// The values of the lists by their column in ``lists``.
  static let listValues: [[String]] = [
    Subject.titles,
    ["базовый", "углублённый"],
    ["4", "5", "6", "7", "8", "10", "11"],
    ["Список ОО (п. 6.1)", "Состав наблюдателей (п. 6.2)", "Состав экспертов (п. 6.3)", "График (п. 6.4)"],
  ]

  static func columns(of kind: PlanTable.Kind) -> [PlanSheetColumn] {
    switch kind {
    case .schools: schools
    case .works: works
    case .observers: observers
    case .experts: experts
    case .approvals: approvals
    }
  }

  private static let schools = [
    PlanSheetColumn(
      header: "Логин", column: .login, width: 13, meaning: "логин школы в ФИС ОКО", example: "edu380001"),
    PlanSheetColumn(
      header: "Название", column: .schoolName, width: 42, meaning: "название школы, как в письмах",
      example: "МКОУ «СОШ № 1»"),
    PlanSheetColumn(
      header: "Школьный координатор", column: .coordinator, width: 34,
      meaning: "кто передаёт и принимает пакеты; для актов", example: "Зайцева О. П."),
  ]

  private static let works = [
    PlanSheetColumn(
      header: "Логин", column: .login, width: 11, meaning: "логин школы с листа «Школы»",
      example: "edu380001",
      rule: list("'Школы'!$A$2:$A$\(room)", "Школы нет в списке", "Сначала впишите школу на лист «Школы».")),
    PlanSheetColumn(
      header: "Класс", column: .grade, width: 8, meaning: "параллель; отдельные классы — с буквой",
      example: "7 или 7А",
      rule: list(hidden(2), "Не тот класс", "ВПР пишут 4–8, 10 и 11 классы.", isWarning: true)),
    PlanSheetColumn(
      header: "Предмет", column: .subject, width: 20, meaning: "из списка", example: "География",
      rule: list(hidden(0), "Нет такого предмета", "Выберите предмет из списка.")),
    PlanSheetColumn(
      header: "Уровень", column: .level, width: 12, meaning: "пусто — базовый", example: "базовый",
      rule: list(hidden(1), "Нет такого уровня", "«базовый» или «углублённый».")),
    PlanSheetColumn(
      header: "Дата", column: .held, width: 11, meaning: "день работы", example: "16.04.2024",
      rule: InputRule(
        .formula("AND(ISNUMBER(E2),E2>40000,E2<80000)"), title: "Это не дата",
        message: "Впишите дату вида 16.04.2024."), isDate: true),
    PlanSheetColumn(
      header: "Участников", column: .participants, width: 11, meaning: "сколько учеников пишет работу",
      example: "24", rule: whole(1...1500, "Нужно целое число от 1 до 1500.")),
    PlanSheetColumn(
      header: "Код с", column: .firstCode, width: 8, meaning: "первый выданный код", example: "70001",
      rule: whole(10_001...129_999, "Нужен код участника.")),
    PlanSheetColumn(
      header: "Код по", column: .lastCode, width: 8, meaning: "последний выданный код", example: "70026",
      rule: whole(10_001...129_999, "Нужен код участника.")),
    PlanSheetColumn(
      header: "Наблюдатель", column: .observer, width: 26, meaning: "с листа «Наблюдатели»",
      example: "Орлова Вера Павловна",
      rule: list("'Наблюдатели'!$A$2:$A$\(room)", "Нет в списке", "Впишите человека на лист «Наблюдатели».")),
    PlanSheetColumn(
      header: "Эксперт", column: .expert, width: 26, meaning: "с листа «Эксперты», не из этой школы",
      example: "Соколов Пётр Ильич", rule: expert),
    PlanSheetColumn(
      header: "Второй эксперт", column: .secondExpert, width: 26, meaning: "если проверяют двое",
      example: "—",
      rule: expert),
  ]

  private static let observers = [
    PlanSheetColumn(
      header: "ФИО", column: .person, width: 36, meaning: "полностью", example: "Орлова Вера Павловна"),
    PlanSheetColumn(
      header: "Место работы", column: .workplace, width: 50, meaning: "отдел образования, ТРЦ или школа",
      example: "отдел образования"),
  ]

  private static let experts = [
    PlanSheetColumn(
      header: "ФИО", column: .person, width: 36, meaning: "полностью; два предмета — две строки",
      example: "Соколов Пётр Ильич"),
    PlanSheetColumn(
      header: "Логин школы", column: .login, width: 14, meaning: "где преподаёт", example: "edu380002",
      rule: list(
        "'Школы'!$A$2:$A$\(room)", "Школы нет в списке", "Школа не из выборки? Подтвердите.", isWarning: true)
    ),
    PlanSheetColumn(
      header: "Предмет", column: .subject, width: 26, meaning: "предмет, работы по которому проверяет",
      example: "География", rule: list(hidden(0), "Нет такого предмета", "Выберите предмет из списка.")),
    PlanSheetColumn(
      header: "Стаж по предмету, лет", column: .experience, width: 14, meaning: "полных лет, не меньше 3",
      example: "12", rule: whole(0...70, "Нужно целое число лет.")),
  ]

  private static let approvals = [
    PlanSheetColumn(
      header: "Что утверждено", column: .approved, width: 36, meaning: "пункт порядка уже вписан",
      example: "График (п. 6.4)", rule: list(hidden(3), "Нет такого пункта", "Выберите из списка.")),
    PlanSheetColumn(
      header: "Дата", column: .held, width: 12, meaning: "дата приказа", example: "01.03.2024",
      rule: InputRule(
        .formula("AND(ISNUMBER(B2),B2>40000,B2<80000)"), title: "Это не дата",
        message: "Впишите дату вида 01.03.2024."), isDate: true),
    PlanSheetColumn(
      header: "Номер", column: .number, width: 20, meaning: "номер приказа", example: "41-од"),
  ]

  private static let expert = list(
    "'Эксперты'!$A$2:$A$\(room)", "Нет в списке", "Впишите человека на лист «Эксперты».")

  private static func hidden(_ index: Int) -> String {
    let letter = CellReference.letters(ofColumn: index)
    return "'\(lists)'!$\(letter)$1:$\(letter)$\(listValues[index].count)"
  }

  private static func list(_ source: String, _ title: String, _ message: String, isWarning: Bool = false)
    -> InputRule
  {
    var rule = InputRule(.list(source), title: title, message: message)
    rule.isWarning = isWarning
    return rule
  }

  private static func whole(_ range: ClosedRange<Int>, _ message: String) -> InputRule {
    InputRule(.whole(range), title: "Нужно число", message: message)
  }
}
