extension Rule {
  static let custodyCountDiffers = Rule(
    "PLN019", "custody-count-differs", .query, .custody,
    title: Text("По дороге изменилось число работ", "The number of works has changed on the way"),
    message: Text(
      "{school}, {work}: на шаге {first} было {before} {before|работа|работы|работ}, на шаге {second} — {after}.",
      "{school}, {work}: {before} {before|paper|papers} at step {first}, {after} at step {second}."),
    why: Text(
      "Работа, которая пропала или прибавилась в пути, — это результат, которого нет или который лишний.",
      "A paper that is lost or added on the way is a result that is missing or surplus."),
    mend: Text(
      "Пересчитайте работы вместе с тем, кто их передавал, и исправьте запись или поясните.",
      "Count the papers again with whoever handed them over, and mend the record or explain it."),
    basis: .procedure("11.5–11.9"), accepts: [], rejects: []
  ) { examination, reporter in
    for chain in examination.custody {
      for (before, after) in chain.changedCounts {
        reporter.report(
          Place(entry: chain.key),
          chain.words.merging([
            "first": .number(before.step.rawValue), "second": .number(after.step.rawValue),
            "before": .number(before.works ?? 0), "after": .number(after.works ?? 0),
          ]) { $1 })
      }
    }
  }
}
