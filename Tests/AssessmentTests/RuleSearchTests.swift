import Testing

@testable import Assessment

@Suite struct `Looking for a rule` {
  @Test(arguments: [
    ("SCR004", "SCR004"), ("scr004", "SCR004"), (" SCR004 ", "SCR004"), ("score-above-max", "SCR004"),
    ("Score-Above-Max", "SCR004"), ("СКР004", "SCR004"), ("РRТ004", "PRT004"), ("ХСК001", "XCK001"),
    ("ТПЛ002", "TPL002"), ("балл больше максимума", "SCR004"), ("Балл больше максимума", "SCR004"),
    ("duplicate code", "PRT004"), ("код повторяется", "PRT004"),
  ])
  func `finds the one that is meant`(query: String, code: String) {
    #expect(RuleSearch.rules(query).first?.code == code)
  }

  @Test(arguments: ["SCR004", "score-above-max", "балл больше максимума"])
  func `finds it alone when there is no doubt`(query: String) {
    #expect(RuleSearch.rules(query).count == 1)
  }

  @Test(arguments: [("SCR", 10), ("скр", 10), ("DDL", 9), ("PLS0", 4), ("EXP00", 3)])
  func `lists a family`(query: String, count: Int) {
    let rules = RuleSearch.rules(query)
    #expect(rules.count >= count)
    #expect(Set(rules.map { $0.code.prefix(3) }).count == 1)
  }

  @Test(arguments: [
    ("пароль", "FIL002"), ("лишний столбец", "TPL004"), ("отсутствовал", "PRT009"),
    ("срок загрузки прошёл", "DDL001"),
    ("третий эксперт", "XCK005"), ("сумма баллов", "SCR009"), ("password", "FIL002"),
    ("upload overdue", "DDL001"),
    ("hidden rows", "FIL008"), ("у всех максимум", "PLS002"),
  ])
  func `finds by words, the likely ones among the first`(query: String, code: String) {
    let codes = RuleSearch.rules(query).map(\.code)
    #expect(codes.prefix(4).contains(code), "\(codes)")
    #expect(codes.count <= 12)
  }

  @Test(arguments: ["", " ", "XXX999", "квантовая хромодинамика", "не", "SCR999"])
  func `finds nothing where nothing fits`(query: String) {
    #expect(RuleSearch.rules(query).isEmpty)
  }
}
