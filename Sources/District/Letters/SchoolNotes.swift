internal import Assessment
internal import Checking

/// What came from a school and could not be taken as its works: a letter must not say that nothing has come.
public struct SchoolNotes {
  private var notes: [String: [String]] = [:]

  /// Notes about the files of a pile, by the school under whose login they lay.
  public init(_ pairing: Pairing, _ strays: [StrayNote]) {
    for group in pairing.groups {
      for case .otherSchool(let source, let named, let folder) in group.crossings {
        notes[folder, default: []].append(
          "Файл «\(group.files[source].name)» лежит в вашей папке, но в нём указана школа \(named): мы отнесли его к ней. Если он ваш, исправьте в нём логин и название школы и пришлите снова."
        )
      }
    }
    for stray in strays {
      guard let login = NameHints(path: stray.path).login else { continue }
      let name = stray.path.split(separator: "/").last.map(String.init) ?? stray.path
      notes[login, default: []].append("Файл «\(name)» не взят: \(stray.reason.ru).")
    }
  }

  /// The sentences for a school, in the order of the files.
  public subscript(school: String) -> [String] { notes[school] ?? [] }
}
