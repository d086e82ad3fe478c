extension Rule {
  static let nameInOutgoing = Rule(
    "PRV002", "name-in-outgoing", .error, .container,
    title: Text("Имя ученика могло бы уйти", "A pupil's name would leave"),
    message: Text("{where} — похоже на имя ученика.", "{where} looks like a pupil's name."),
    why: Text(
      "Имена не покидают школу: комиссия знает участников по кодам. Названия файлов видны и в пакете под паролем.",
      "Names do not leave the school: the commission knows pupils by code. Names of files can be seen even in a sealed package."
    ),
    mend: Text(
      "Удалите имена или замените их кодами. Если это сотрудник, назовите его в плане (--plan) или подпишите, кто он.",
      "Remove the names or put codes in their place. If it is a member of staff, name the plan (--plan) or say who it is."
    ),
    basis: .procedure("8.2, 9.5"), accepts: [], rejects: []
  ) { examination, reporter in
    for name in examination.outgoing {
      reporter.report(name.place, ["where": .words(name.words)], related: name.related)
    }
  }
}

extension OutgoingName {
  /// Where it stands; the name itself is not repeated.
  fileprivate var words: Text {
    let count = related.count
    switch kind {
    case .fileName: return Text("Название файла", "The file's name")
    case .sheetName: return Text("Название листа", "The sheet's name")
    case .column:
      let cells = Plural.word(count, "ячейка", "ячейки", "ячеек")
      return Text(
        "Столбец с именами (\(count) \(cells))",
        "A column of names (\(count) \(count == 1 ? "cell" : "cells"))")
    case .cells:
      let cells = Plural.word(count + 1, "ячейке", "ячейках", "ячейках")
      return Text(
        "Текст в \(count + 1) \(cells)", "Text in \(count + 1) \(count == 0 ? "cell" : "cells")")
    }
  }
}
