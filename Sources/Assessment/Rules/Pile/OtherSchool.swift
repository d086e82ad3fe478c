extension Rule {
  static let otherSchool = Rule(
    "XCK010", "other-school", .query, .sources,
    title: Text("Файл другой школы", "A file of another school"),
    message: Text(
      "В файле указана школа {named}, а лежит он в папке школы {folder}.",
      "The file names the school {named} and lies in the folder of {folder}."),
    why: Text(
      "Либо школа прислала чужой файл, либо в нём остался старый логин: форма ушла бы не той школе.",
      "Either a school sent somebody else's file, or an old login was left in it: the form would go to the wrong school."
    ),
    mend: Text(
      "Уточните у школы и исправьте логин в файле или переложите файл.",
      "Ask the school; mend the login in the file, or move the file."),
    basis: .practice, accepts: [], rejects: []
  ) { examination, reporter in
    for case .otherSchool(let source, let named, let folder) in examination.crossings {
      reporter.report(Place(source: source), ["named": .text(named), "folder": .text(folder)])
    }
  }
}
