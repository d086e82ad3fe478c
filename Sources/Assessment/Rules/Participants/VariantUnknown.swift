extension Rule {
  static let variantUnknown = Rule(
    "PRT007", "variant-unknown", .error, .types,
    title: Text("Такого варианта нет", "There is no such variant"),
    message: Text(
      "Указан вариант «{value}», а форма принимает только: {permitted}.",
      "The variant is «{value}», but the form takes only: {permitted}."),
    why: Text(
      "Форма принимает вариант только из своего списка.", "The form takes only the variants of its list."),
    mend: Text(
      "Посмотрите вариант в бумажном протоколе и введите одно из значений: {permitted}.",
      "Look the variant up in the paper protocol and enter one of: {permitted}."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | '2.0 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        | 40003 | отсутсвовал | | | | | | | |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | ↓12 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | ↓уехал | | | | | | | |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код участника | Вариант (часть 1) | 1 (1б) | 2 (2б) | Вариант (часть 2) | 3 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | ↓1.5 | 1 | 1 | м | 4 |
        """
      ).with { $0.criteria = .twoParts },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    let terms = record.criteria.terms
    for row in record.participants {
      for variant in row.variants {
        switch variant.reading {
        case .value(.number(let number)) where !terms.variants.contains(number): break
        case .unclear: break
        default: continue
        }
        let place = record.place(of: row, column: variant.column)
        let actual = record.actual(at: place)
        reporter.report(
          place,
          ["value": actual.shown, "permitted": .text(terms.expectedVariant.values.joined(separator: ", "))],
          expected: terms.expectedVariant, actual: actual)
      }
    }
  }
}
