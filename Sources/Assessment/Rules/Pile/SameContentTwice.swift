extension Rule {
  static let sameContentTwice = Rule(
    "XCK007", "same-content-twice", .query, .sources,
    title: Text("Одни и те же строки дважды", "The same rows twice"),
    message: Text(
      "Строки файла те же, что и здесь: {other}. Обычно это значит, что прислан не тот файл.",
      "The rows of this file are those of: {other}. Mostly the wrong file was sent."),
    why: Text(
      "Коды, баллы и отметки двух школ или двух работ не совпадают сами собой; в одну из форм попали бы чужие результаты.",
      "Codes, points and marks of two schools or works do not agree by chance; one form would hold the results of others."
    ),
    mend: Text(
      "Узнайте, чей это файл, и попросите верный.", "Find out whose file it is, and ask for the right one."),
    basis: .practice, accepts: [], rejects: []
  ) { examination, reporter in
    for case .sameContent(let source, let other) in examination.crossings {
      reporter.report(Place(source: source), ["other": .text(other)])
    }
  }
}
