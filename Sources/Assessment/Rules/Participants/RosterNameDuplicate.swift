extension Rule {
  static let rosterNameDuplicate = Rule(
    "PRT019", "roster-name-duplicate", .warning, .sources,
    title: Text("Одно имя у двух кодов", "One name at two codes"),
    message: Text(
      "В списке кодов одно и то же имя стоит у разных кодов: {codes}.",
      "The code list has the same name at different codes: {codes}."),
    why: Text(
      "Это тёзки — или участник, которому выписаны два кода, и тогда один из них лишний.",
      "They are namesakes, or one pupil with two codes, of which one is too many."),
    mend: Text(
      "Посмотрите в список. Если это один участник, уберите лишний код; если тёзки, допишите отчество или класс.",
      "Look into the list. If it is one pupil, take the surplus code out; if they are namesakes, add the patronymic or the class."
    ),
    basis: .practice,
    accepts: [
      .plain.with {
        $0.roster = "| Код | Фамилия | Имя |\n| 40001 | Канарейкин | Тест |\n| 40002 | Канарейкин | Пример |"
      }
    ],
    rejects: [
      .plain.with {
        $0.roster = "| Код | ФИО |\n| 40001 | Канарейкин Тест |\n| 40002 |  КАНАРЕЙКИН  тест |"
      },
      .plain.with {
        $0.roster = "| Код | Фамилия | Имя |\n| 40001 | Канарейкин | Тест |\n| 40002 | Канарейкин | Тест |"
      },
    ]
  ) { examination, reporter in
    guard let roster = examination.roster else { return }
    let byPerson = Dictionary(grouping: roster.entries.filter { $0.person != nil }, by: \.person)
    let groups = byPerson.values.map { entries in
      var seen: Set<Int> = []
      return entries.sorted { $0.code < $1.code }.filter { seen.insert($0.code).inserted }
    }
    for entries in groups.filter({ $0.count > 1 }).sorted(by: { $0[0].code < $1[0].code }) {
      let places = entries.map { Place(cell: $0.location, participant: $0.code) }
      let codes = entries.map { String($0.code) }.joined(separator: ", ")
      reporter.report(places[0], ["codes": .text(codes)], related: Array(places.dropFirst()))
    }
  }
}
