extension Rule {
  static let custodyGap = Rule(
    "PLN007", "custody-gap", .query, .custody,
    title: Text("Разрыв в передаче материалов", "A gap in the chain of custody"),
    message: Text("{school}, {work}: разрыв — {problem}.", "{school}, {work}: a gap: {problem}."),
    why: Text(
      "По записям должно быть видно, у кого работы были в каждый час: иначе не доказать, что их не меняли.",
      "The records must show who had the works at any hour: otherwise nobody can prove that they were not changed."
    ),
    mend: Text(
      "Впишите недостающую передачу (oko custody add) или исправьте её время. Если передачи не было, поясните.",
      "Put the missing hand-over down (oko custody add) or mend its time. If there was none, explain it."),
    basis: .procedure("10.4, 11.3–11.9"), accepts: [], rejects: []
  ) { examination, reporter in
    for chain in examination.custody {
      let words = chain.words
      for step in chain.missing {
        let problem = Text(
          "нет записи о шаге \(step.rawValue) (\(step.title.ru)), а более поздние есть",
          "step \(step.rawValue) (\(step.title.en)) is not recorded, while later ones are")
        reporter.report(Place(entry: chain.key), words.merging(["problem": .words(problem)]) { $1 })
      }
      for (earlier, later) in chain.reversed {
        let problem = Text(
          "шаг \(later.step.rawValue) (\(later.step.title.ru)) записан раньше шага \(earlier.step.rawValue) (\(earlier.step.title.ru))",
          "step \(later.step.rawValue) (\(later.step.title.en)) has an earlier time than step \(earlier.step.rawValue) (\(earlier.step.title.en))"
        )
        reporter.report(Place(entry: chain.key), words.merging(["problem": .words(problem)]) { $1 })
      }
    }
  }
}

extension CustodyChain {
  /// How a chain is named in messages: `school`, `work`.
  var words: [String: Parameter] {
    let subject = Subject.title(work.subject)
    return [
      "school": .text(title),
      "work": .words(Text("\(subject), \(work.grade) класс", "\(subject), grade \(work.grade)")),
    ]
  }
}
