/// The login of a school in ФИС ОКО, `edu380001`, wherever it stands in a text: «СОШ № 1(edu380001)».
public struct SchoolLogin: Hashable, Sendable {
  /// The login in lower-case Latin letters.
  public let text: String

  /// The login in a text; `nil` when there is none. A Cyrillic «е» is taken for the Latin letter.
  public init?(_ word: some StringProtocol) {
    let letters = word.lowercased().map { $0 == "е" ? "e" : $0 }
    for start in letters.indices where letters[start...].starts(with: "edu") {
      let digits = letters[(start + 3)...].prefix { $0.isASCII && $0.isNumber }
      guard digits.count == 6, start == 0 || !letters[start - 1].isLetter else { continue }
      text = "edu" + String(digits)
      return
    }
    return nil
  }
}
