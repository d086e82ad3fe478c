import Testing

@testable import Desk

struct `A file's name at the desk` {
  @Test(arguments: [
    "Форма сбора результатов Английский язык 8 класс ВПР 2026.xlsx", "5А-мат.xlsx", "протокол 7б.ods",
    "transcription.xlsx", "баллы-комиссии-1.csv", "ГГ_7_2025 (копия).xlsm",
    "ВПР-2024 русский язык 4 класс.csv",
  ])
  func `stays when it is made of words of the field`(name: String) { #expect(ShownName.of(name) == name) }

  @Test(arguments: [
    ("Канарейкин.xlsx", "….xlsx"), ("Канарейкин Пётр 5А.xlsx", "… … 5А.xlsx"),
    ("kanareikin_petr.csv", "…_….csv"),
    ("работа КАНАРЕЙКИНА.ods", "… ….ods"), ("Ива.xlsx", "….xlsx"),
    ("Историкова 6 класс.xlsx", "… 6 класс.xlsx"),
    (".xlsx", "файл.xlsx"), ("", "файл"),
  ])
  func `loses what may be a pupil's name`(name: String, shown: String) {
    #expect(ShownName.of(name) == shown)
  }
}
