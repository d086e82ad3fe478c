/// Which class letter has which ordinal number in the form.
public struct ClassMap: Sendable, Hashable {
  /// The numbers by letter, as letters are compared.
  public private(set) var numbers: [String: Int] = [:]

  /// No letters at all.
  public init() {}

  /// The letters of another map.
  public init(_ numbers: [String: Int]) { self.numbers = numbers }

  /// Reads `А=1,Б=2` as the command line gives it; `nil` when it is anything else.
  public init?(_ text: String) {
    for pair in text.split(separator: ",") {
      let sides = pair.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let number = Int(String(sides[1]).trimmedOfSpaces), (1...50).contains(number),
        case let letter = Self.key(String(sides[0])), !letter.isEmpty
      else { return nil }
      numbers[letter] = number
    }
    if numbers.isEmpty { return nil }
  }

  /// Adds a class of a map sheet.
  mutating func add(_ letter: String, _ number: Int) {
    let key = Self.key(letter)
    if !key.isEmpty, numbers[key] == nil { numbers[key] = number }
  }

  /// The letters as capitals, with their numbers, in the order of the numbers.
  public var classes: [(letter: String, number: Int)] {
    numbers.map { (letter: $0.key.uppercased(), number: $0.value) }
      .sorted { ($0.number, $0.letter) < ($1.number, $1.letter) }
  }

  /// Whether there is any letter.
  public var isEmpty: Bool { numbers.isEmpty }

  /// The number of a class written as `А`, `4А`, `4 «а»`.
  func number(of text: String) -> Int? {
    let key = Self.key(text)
    return numbers[key] ?? numbers[String(key.drop { $0.isNumber })]
  }

  /// The letter as it is compared: folded, without quotation marks and spaces.
  private static func key(_ text: String) -> String {
    Folded(text).text.filter { !" «»\"'-.".contains($0) }
  }
}
