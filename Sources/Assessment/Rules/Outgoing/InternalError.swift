extension Rule {
  static let internalError = Rule(
    "SYS001", "internal-error", .fatal, .container,
    title: Text("Сбой программы", "The program failed"),
    message: Text(
      "Сбой программы: {reason}. Ваши данные тут ни при чём.",
      "The program failed: {reason}. Your data are not to blame."),
    why: Text(
      "Что не проверено из-за сбоя, нельзя считать верным.",
      "What was not checked because of it must not be taken for right."),
    mend: Text(
      "Повторите. Если сбой останется, пришлите нам этот текст и вывод «oko doctor»; файлы с данными не присылайте.",
      "Try again. If it fails again, send us this text and the output of «oko doctor»; do not send the data files."
    ),
    basis: .practice, accepts: [], rejects: []
  ) { examination, reporter in
    // Of several files it is not known which one did it.
    let place = Place(source: examination.sources.count == 1 ? 0 : nil)
    for failure in examination.failures { reporter.report(place, ["reason": .words(failure)]) }
  }
}
