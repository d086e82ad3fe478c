import Assessment
import District
import Registry
import Testing

@Suite struct `What other rules would change` {
  private let key = WorkKey(school: "edu380001", work: Work(season: 2024, grade: 4, subject: "МА"))

  private func results(_ state: WorkState, _ severities: [String: Severity]) -> [WorkKey: WorkResult] {
    var result = WorkResult(key, state)
    result.findings = severities.sorted { $0.key < $1.key }.map { code, severity in
      StoredFinding(
        fingerprint: "f-\(code)", code: code, severity: severity, isFolded: false, isExplained: false,
        document: "{}")
    }
    return [key: result]
  }

  @Test func `is told finding by finding: new, gone, stricter, milder`() {
    let difference = RulesDifference(
      results(.queries, ["TPL002": .query, "SCR004": .error, "PRT001": .error, "PLS001": .query]),
      results(.errors, ["TPL002": .error, "SCR004": .warning, "PLS001": .query, "TPL009": .error]),
      files: 3, strays: 1)
    let changes = Dictionary(uniqueKeysWithValues: difference.items.map { ($0.code, $0.change) })
    #expect(changes == ["TPL002": .stricter, "SCR004": .milder, "PRT001": .gone, "TPL009": .new])
    #expect(difference.states.map(\.after) == [.errors])
    let text = difference.text(.ru)
    #expect(text.contains("Сравнено: 1 работа, 3 файла; ни к одной работе не отнесено: 1."))
    #expect(text.contains("требует пояснения → ошибка"))
    #expect(text.contains("ждёт пояснений  →  есть ошибки"))
  }

  @Test func `is nothing when only information changes`() {
    let difference = RulesDifference(
      results(.written, ["FIL009": .info]), results(.written, [:]), files: 1, strays: 0)
    #expect(difference.isEmpty && difference.text(.ru).contains("Ничего не изменится."))
  }
}
