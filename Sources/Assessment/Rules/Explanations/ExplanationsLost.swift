extension Rule {
  static let explanationsLost = Rule(
    "EXP003", "explanations-lost", .query, .plausibility,
    title: Text("Пояснения не к чему отнести", "Explanations hang on nothing"),
    message: Text(
      "На листе проверки {count} {count|пояснение|пояснения|пояснений}, но столбец «Отпечаток» удалён: к чему они относятся, неизвестно.",
      "The check sheet holds {count} {count|explanation|explanations}, but its column «Отпечаток» was removed: what they belong to is not known."
    ),
    why: Text(
      "Пояснение узнаёт своё замечание по скрытому столбцу; без него оно не засчитывается.",
      "An explanation knows its finding by a hidden column; without that it does not count."),
    mend: Text(
      "Сделайте копию с пометками заново (--report annotated=ФАЙЛ) и перенесите в неё тексты пояснений.",
      "Make the annotated copy anew (--report annotated=FILE) and carry the explanations over."),
    basis: .practice, accepts: [], rejects: []
  ) { examination, reporter in
    let lost = examination.lostExplanations
    guard let first = lost.first else { return }
    reporter.report(
      Place(cell: first), ["count": .number(lost.count)], related: lost.dropFirst().map { Place(cell: $0) })
  }
}
