import Assessment
import District
import Testing

@Suite struct `The name of a file` {
  @Test(
    arguments: [
      ("edu380001/7А география.xlsx", "edu380001", "ГГ", 7),
      ("почта/ЕDU380002.zip/4-МА протокол.ods", "edu380002", "МА", 4),
      ("СОШ 3 (edu380003)/Русский язык 5 класс.csv", "edu380003", "РУ", 5),
      ("edu380004/8 класс/физика.xlsx", "edu380004", "ФИ", 8), ("протокол.xlsx", nil, nil, nil),
      ("edu38000/скан.pdf", nil, nil, nil), ("edu380005/2024/гг7.xlsx", "edu380005", "ГГ", 7),
      ("edu380006.xlsx", "edu380006", nil, nil),
      ("edu380001/Ли Ян математика.xlsx", "edu380001", "МА", nil),
      ("edu380001/математика/Ли Ян.xlsx", "edu380001", "МА", nil),
      ("edu380001/ЛИ 4.xlsx", "edu380001", "ЛИ", 4),
      ("edu380001/4 класс Ма.xlsx", "edu380001", "МА", 4), ("edu380001/Ли Ян.xlsx", "edu380001", nil, nil),
    ] as [(String, String?, String?, Int?)])
  func `tells school, subject and grade where it does`(
    path: String, login: String?, subject: String?, grade: Int?
  ) {
    let hints = NameHints(path: path)
    #expect(hints.login == login && hints.subject == subject && hints.grade == grade, "\(hints)")
  }

  @Test func `tells the season and the level`() {
    let hints = NameHints(
      path: "edu380001/Форма сбора результатов Математика 8 класс углублённый ВПР 2024.xlsx")
    #expect(hints.season == 2024 && hints.level == .advanced && hints.subject == "МА")
  }

  @Test func `tells the district of a region's school, and takes no archive for one`() {
    #expect(NameHints(path: "Казачинско-Ленский/edu380001/7.xlsx").district == "Казачинско-Ленский")
    #expect(NameHints(path: "от ТРЦ.zip/edu380001.zip/7.xlsx").district == nil)
    #expect(NameHints(path: "edu380001/7.xlsx").district == nil)
  }
}

@Suite struct `A set of codes` {
  @Test func `keeps ranges and finds what two have in common`() {
    let one = CodeSet([70003, 70001, 70002, 70010, 70010])
    #expect(one.ranges == [70001...70003, 70010...70010])
    #expect(one.intersection(CodeSet([70002, 70010, 70011])) == [70002, 70010])
    #expect(one.intersection(CodeSet([70004, 70009])).isEmpty)
    #expect(CodeSet([]).isEmpty)
  }
}
