internal import SchoolCalendar

extension Plan {
  /// How a planned work is named in messages: `work`, `school`, `held`.
  func words(of work: PlannedWork) -> [String: Parameter] {
    let grade = work.grade.value.map { "\($0.grade)\($0.letters)" } ?? "?"
    let subject = work.subject.value.map { Subject.title($0) } ?? "?"
    return [
      "work": .words(Text("\(subject), \(grade) класс", "\(subject), grade \(grade)")),
      "school": .text(schoolTitle(work.school.value ?? "?")),
      "held": work.held.value.map { DeadlineWords.day($0) }
        ?? .words(Text("день не указан", "no day given")),
    ]
  }

  /// The name of a school for messages; the word by which it was named where the plan has no name for it.
  public func schoolTitle(_ word: String) -> String { school(word)?.name.value ?? word }

  /// The login of the school at which somebody works, when a text names one of the plan's: «учитель СОШ № 1».
  ///
  /// Every school is looked for in the text: ask once for a text.
  func schoolKey(ofWorkplace text: String) -> String? {
    if let login = SchoolLogin(text) { return login.text }
    let folded = Folded(text).text
    return index?.names.first { name, _ in
      guard let range = folded.firstRange(of: name) else { return false }
      // «СОШ № 1» is not in «СОШ № 10».
      return !(folded[range.upperBound...].first?.isNumber ?? false)
    }.flatMap { schools[$0.value].login.value }
  }
}
