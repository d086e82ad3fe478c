extension Rule {
  static let ownerUnknown = Rule(
    "XCK009", "owner-unknown", .error, .sources,
    title: Text("Чей это файл, непонятно", "Nobody knows whose file it is"),
    message: Text(
      "Ни в файле, ни в его имени не сказано: {missing}. Файл отложен.",
      "Neither the file nor its name tells: {missing}. The file was put aside."),
    why: Text(
      "Результаты нельзя отнести к школе или работе наугад.",
      "Results cannot be given to a school or a work by guess."
    ),
    mend: Text(
      "Положите файл в папку или архив с логином школы (edu380001) и напишите над таблицей «Предмет:», «Класс:», «Дата проведения:».",
      "Put the file into a folder or ZIP named by the school's login (edu380001), and write «Предмет:», «Класс:», «Дата проведения:» above the table."
    ),
    basis: .practice, accepts: [], rejects: []
  ) { examination, reporter in
    for case .ownerUnknown(let source, let missing) in examination.crossings {
      reporter.report(Place(source: source), ["missing": .words(missing)])
    }
  }
}
