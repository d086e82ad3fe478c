import Testing

@testable import Assessment

struct `A file's name` {
  @Test(arguments: [
    "Форма сбора результатов Английский язык 8 класс ВПР 2026.xlsx", "5А-мат.xlsx", "протокол 7б.ods",
    "transcription.xlsx", "баллы-комиссии-1.csv", "ГГ_7_2025 (копия).xlsm",
    "ВПР-2024 русский язык 4 класс.csv", "4А-first.xlsx", "4А-second.xlsx", "Протокол по математике 4 А.xlsx",
    "Ф1_Индивидуальные результаты.xlsx", "Сравнение отметок с отметками по журналу.xlsx", "-", "stdin",
    "Сводная ведомость.xlsx", "мои файлы.csv", "МБОУ СОШ 3.xlsx", "Черемховский район.xlsx", "Ангарск 4.xlsx",
    "без логина рус.xlsx", "На проверку.xlsx", "По русскому, 4 кл.xlsx", "Book1.xlsx", "edu380001 4-МА.xlsx",
    "README.xlsx",
  ])
  func `stays when it is made of words of the field`(name: String) { #expect(ShownName.of(name) == name) }

  @Test(arguments: [
    ("Канарейкин.xlsx", "….xlsx"), ("Канарейкин Пётр 5А.xlsx", "… … 5А.xlsx"),
    ("kanareikin_petr.csv", "…_….csv"), ("Petr Kanareikin 4A.csv", "… … 4A.csv"),
    ("работа КАНАРЕЙКИНА.ods", "работа ….ods"), ("Ива.xlsx", "….xlsx"),
    ("Историкова 6 класс.xlsx", "… 6 класс.xlsx"), ("канарейкина дульсинея.csv", "… ….csv"),
    ("дульсинея канарейкина, исправлено.csv", "… …, исправлено.csv"), ("маша 4а.csv", "… 4а.csv"),
    ("4АКанарейкина2.csv", "4…2.csv"), ("к_Канарейкиной_Д_П.csv", "к_…_Д_П.csv"),
    ("Ли Ян математика.xlsx", "… … математика.xlsx"), ("4А Ан.csv", "4А ….csv"),
    ("протокол.Канарейкина", "протокол.…"), (".xlsx", "файл.xlsx"), ("", "файл"),
  ])
  func `loses what may be a pupil's name`(name: String, shown: String) {
    #expect(ShownName.of(name) == shown)
    #expect(ShownName.of(shown) == shown)
  }

  @Test func `stays another one than that of the file beside it`() {
    #expect(
      ShownName.distinct(["Канарейкин.xlsx", "Канарейкина.xlsx", "4А.xlsx", "Птицын.xlsx", "4А.xlsx"])
        == ["….xlsx", "… (2).xlsx", "4А.xlsx", "… (3).xlsx", "4А.xlsx"])
    #expect(
      ShownName.distinct(["4А.xlsx", "Птицын.xlsx", "4А.xlsx"], keepsSame: false)
        == ["4А.xlsx", "….xlsx", "4А (2).xlsx"])
    // Browsers number files as well.
    #expect(
      ShownName.distinct(["4А.xlsx", "4А.xlsx", "4А (2).xlsx", "4А.xlsx"], keepsSame: false)
        == ["4А.xlsx", "4А (2).xlsx", "4А (2) (2).xlsx", "4А (3).xlsx"])
  }

  @Test func `loses it in every folder of a path, and nothing acts in it`() {
    #expect(ShownName.path("/home/Канарейкина/../4А/канарейкина.xlsx") == "/home/…/../4А/….xlsx")
    #expect(ShownName.path("./-/.oko.db") == "./-/.oko.db")
    #expect(ShownName.path("4А\u{202E}\u{1B}[31m.csv") == "4А[U+202E][U+1B][31m.csv")
    #expect("\(shown: "Канарейкина.csv")" == "….csv")
  }
}
