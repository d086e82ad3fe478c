internal import Spreadsheet

/// A school's name as two people write it differently: «МКОУ «СОШ № 8»» and «СОШ №8».
package enum SchoolName {
  /// A digest by which names are compared, so that nobody has to keep what stood there; `nil` when too little is said.
  package static func key(_ text: String) -> String? {
    let words = Folded(text.replacing("№", with: " ")).text.split { !$0.isLetter && !$0.isNumber }.map(
      String.init
    )
    .flatMap(apart).filter { !forms.contains($0) }
    let name = words.joined(separator: " ").replacing("средняя общеобразовательная школа", with: "сош")
      .replacing("основная общеобразовательная школа", with: "оош")
    guard name.contains(where: \.isLetter), name.count > 3 else { return nil }
    return String(sha256(Array(name.utf8)).prefix(16))
  }

  /// «сош8» is two words.
  private static func apart(_ word: String) -> [String] {
    guard let digit = word.firstIndex(where: \.isNumber), digit > word.startIndex,
      word[digit...].allSatisfy(\.isNumber)
    else { return [word] }
    return [String(word[..<digit]), String(word[digit...])]
  }

  /// What kind of institution it is: some write it, some do not.
  private static let forms: Set<String> = [
    "мкоу", "мбоу", "мобу", "маоу", "моу", "гбоу", "гкоу", "гоу", "гаоу", "чоу", "оу", "муниципальное",
    "государственное",
    "областное", "казенное", "бюджетное", "автономное", "общеобразовательное", "образовательное",
    "учреждение",
    "n", "no",
  ]
}
