import Assessment
import Checking
import Console
import Form
import Reports

/// Files of results, and what is said of those that cannot be counted.
enum ResultsInput {
  /// The path of `school=path`; a path of its own when a folder stands before the sign.
  static func path(_ argument: String) -> String { split(argument).path }

  private static func split(_ argument: String) -> (school: String?, path: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex,
      !argument[..<sign].contains("/")
    else { return (nil, argument) }
    return (String(argument[..<sign]), String(argument[argument.index(after: sign)...]))
  }

  static func files(_ arguments: [String]) throws(Failure) -> [ResultsFile] {
    var files: [(school: String?, file: InputFile)] = []
    for argument in arguments {
      let (school, path) = split(argument)
      files.append((school, try InputFile(path)))
    }
    // A school that nothing else names is called after its file: two of them may not become one.
    return zip(files, ShownName.distinct(files.map(\.file.ownName), keepsSame: false)).map { given, name in
      ResultsFile(school: given.school, name: name, bytes: given.file.bytes)
    }
  }

  static func form(_ path: String?) throws(Failure) -> CheckJob.File? {
    guard let path else { return nil }
    let file = try InputFile(path)
    return CheckJob.File(name: file.name, role: .form, bytes: file.bytes)
  }

  static func failure(_ error: ResultsError) -> Failure {
    switch error {
    case .unreadable(let file, let why):
      return Failure(
        .unreadable,
        say(
          "\(file): результаты не прочитаны. \(why.ru) Подробнее: oko check.",
          "\(file): no results could be read. \(why.en) More: oko check."))
    case .export(let file, let error): return Failure(.unreadable, ExportWords.text(of: error, file))
    case .otherExport(let file, let kind):
      return Failure(
        .unreadable, ExportWords.text(of: .otherExport(kind), file))
    case .tasksDiffer(let file, let work):
      return Failure(
        .unreadable,
        say(
          "\(file): задания или максимумы работы \(work) не те, что в других файлах.",
          "\(file): tasks or maxima of the work \(work) differ from those of the other files."))
    case .twice(let file, let school, let code):
      return Failure(
        .unreadable,
        say(
          "\(file): участник \(code) школы «\(school)» уже есть в другом файле.",
          "\(file): participant \(code) of the school «\(school)» stands in another file already."))
    }
  }

  static func words(_ part: LeftOut) -> String {
    let works = part.works
    let noun = Plural.word(works, "работа", "работы", "работ")
    return switch part.reason {
    case .incomplete:
      say(
        "\(part.file): не вошли \(works) \(noun): баллы или код не заполнены или не поняты (oko check).",
        "\(part.file): \(works) works are left out: points or codes are missing or not understood (oko check)."
      )
    case .sumDiffers:
      say(
        "\(part.file): не вошли \(works) \(noun): сумма баллов не равна первичному баллу.",
        "\(part.file): \(works) works are left out: the points do not make the primary score.")
    }
  }
}
