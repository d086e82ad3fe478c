/// The name of a member of staff, so that «Петрова Анна Ивановна» and «Петрова А.И.» are one person.
struct StaffName: Hashable, Sendable {
  let surname: String
  private let given: [String]

  /// Reads a surname with names or initials behind it, or with initials before it.
  init(_ text: String) {
    var words = Folded(text).text.split { $0 == " " || $0 == "." || $0 == "," }.map(String.init)
    // «А. И. Петрова»: the surname is the first word that is no initial.
    if let long = words.firstIndex(where: { $0.count > 1 }), long > 0 {
      words.insert(words.remove(at: long), at: 0)
    }
    surname = words.first ?? ""
    given = Array(words.dropFirst())
  }

  /// Whether both may be the same person: the same surname, and no name that contradicts another.
  func isSame(as other: StaffName) -> Bool {
    guard surname == other.surname, !surname.isEmpty else { return false }
    return zip(given, other.given).allSatisfy { $0.hasPrefix($1) || $1.hasPrefix($0) }
  }
}
