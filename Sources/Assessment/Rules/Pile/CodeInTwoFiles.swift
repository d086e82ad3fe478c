extension Rule {
  static let codeInTwoFiles = Rule(
    "XCK008", "code-in-two-files", .error, .sources,
    title: Text("Код участника в двух файлах", "A code in two files"),
    message: Text(
      "{count} {count|код стоит|кода стоят|кодов стоят} и в другом файле этой работы ({other}): {codes}.",
      "{count} {count|code stands|codes stand} in another file of this work too ({other}): {codes}."),
    why: Text(
      "Какая из двух записей верна, программа не решает: в форму попала бы, может быть, старая.",
      "Which of two records holds is not for the program to decide: the form might get the older one."),
    mend: Text(
      "Оставьте один файл: если это новая версия, уберите старую; если другой класс, исправьте коды.",
      "Keep one file: if it is a newer version, take the older one away; if it is another class, mend the codes."
    ),
    basis: .procedure("12.1"), accepts: [], rejects: []
  ) { examination, reporter in
    for case .codesInTwoFiles(let source, let other, let codes) in examination.crossings {
      reporter.report(
        Place(source: source, participant: codes.first),
        [
          "count": .number(codes.count), "other": .text(examination.sources[other].name),
          "codes": shownCodes(codes),
        ],
        related: [Place(source: other, participant: codes.first)])
    }
  }
}
