import Testing

@testable import Assessment

/// Tables of criteria by themselves.
struct `A table of criteria` {
  private static func table(
    _ tasks: [(String, Int)] = [("1", 1), ("2", 2), ("3(1)", 1), ("3.2", 2)], total: Int? = nil,
    scale: [(Int, ClosedRange<Int>)] = [(2, 0...1), (3, 2...3), (4, 4...5), (5, 6...6)]
  ) -> Criteria {
    Criteria(
      work: Work(season: 2024, grade: 4, subject: "МА"),
      tasks: tasks.compactMap { id, maximum in TaskID(id).map { TaskCriterion(id: $0, maximum: maximum) } },
      total: total, scale: scale.map { MarkBand(mark: $0, points: $1) }, terms: EntryTerms(codes: nil),
      origin: .table(source: "тест", confidence: "high"))
  }

  private static func messages(_ criteria: Criteria) -> [String] {
    CriteriaLint.findings(in: criteria).map { "\($0.code) \($0.message(.ru))" }
  }

  @Test
  func `that adds up is clean, with a scale and without`() {
    #expect(Self.messages(Self.table()).isEmpty)
    #expect(Self.messages(Self.table(scale: [])).isEmpty)
    #expect(
      Self.messages(Self.table(scale: Array([(5, 6...6), (2, 0...1), (4, 4...5), (3, 2...3)]))).isEmpty)
  }

  @Test
  func `states the sum of its maxima`() {
    #expect(
      Self.messages(Self.table(total: 7))
        == [
          "CRT001 Таблица 2024/4-МА/basic: сумма максимумов заданий — 6 баллов, а максимум за работу указан 7."
        ])
    #expect(Self.messages(Self.table([("1", 1)], total: 2, scale: [])).first?.contains("— 1 балл,") == true)
  }

  @Test(
    arguments: [
      ([(2, 0...1), (3, 3...3), (4, 4...5), (5, 6...6)], "2 б. не относится ни к одной отметке"),
      ([(2, 0...0), (3, 3...3), (4, 4...5), (5, 6...6)], "от 1 до 2 б. не относятся ни к одной отметке"),
      ([(2, 0...2), (3, 2...3), (4, 4...5), (5, 6...6)], "2 б. относится к двум отметкам"),
      ([(2, 1...1), (3, 2...3), (4, 4...5), (5, 6...6)], "0 б. не относится ни к одной отметке"),
      ([(2, 0...1), (3, 2...3), (4, 4...5)], "6 б. не относится ни к одной отметке"),
      ([(2, 0...1), (3, 2...3), (4, 4...5), (5, 6...8)], "кончается на 8, а не на 6"),
    ] as [([(Int, ClosedRange<Int>)], String)])
  func `gives each sum one mark`(scale: [(Int, ClosedRange<Int>)], fault: String) {
    #expect(
      Self.messages(Self.table(scale: scale)) == ["CRT002 Таблица 2024/4-МА/basic: в шкале отметок \(fault)."]
    )
  }

  @Test
  func `names a task once, however it is spelled`() {
    let findings = CriteriaLint.findings(in: Self.table([("1", 1), ("3(1)", 2), ("3.1", 3)], scale: []))
    #expect(findings.map(\.code) == ["CRT003"])
    #expect(findings.first?.place.task?.description == "3.1")
    #expect(findings.first?.message(.ru).hasSuffix("задание 3.1 указано 2 раза.") == true)
  }

  @Test
  func `has findings that can be told again`() {
    let findings = CriteriaLint.findings(in: Self.table(total: 9, scale: [(2, 1...1), (3, 3...4)]))
    #expect(Set(findings.map(\.fingerprint)).count == findings.count)
    #expect(findings.allSatisfy { $0.severity == .error && !$0.fingerprint.isEmpty })
  }

  @Test
  func `is looked at in every check: the form's and the shipped one`() throws {
    func codes(_ total: Int, shipped: Int) throws -> [String] {
      try ExampleInspection(.plain) {
        $0.form?.criteria.total = total
        $0.table = { _ in
          var table = Self.table()
          table.total = shipped
          return table
        }
      }.inspection.findings.filter { $0.severity >= .query }.map(\.code)
    }
    #expect(try codes(6, shipped: 6).isEmpty)
    #expect(try codes(5, shipped: 6) == ["CRT001"])
    #expect(try codes(6, shipped: 5) == ["CRT001"])
  }
}
