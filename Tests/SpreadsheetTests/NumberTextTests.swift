import Testing

@testable import Spreadsheet

@Suite struct `The text of a number` {
  private func parse(_ text: String) -> Double? {
    let bytes = Array(("<" + text + ">").utf8)
    return bytes.withView { NumberText.parse($0, 1..<bytes.count - 1) }
  }

  @Test func `means what the standard library takes it for, to the last bit`() {
    var random = Seeded(2)
    func digits(_ count: Int) -> String {
      String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &random))) })
    }
    for _ in 0..<20_000 {
      var text = Bool.random(using: &random) ? "-" : ""
      text += digits(Int.random(in: 1...17, using: &random))
      if Bool.random(using: &random) { text += "." + digits(Int.random(in: 1...17, using: &random)) }
      if Int.random(in: 0...3, using: &random) == 0 {
        text += ["e", "E"][Int.random(in: 0...1, using: &random)]
        text +=
          ["", "+", "-"][Int.random(in: 0...2, using: &random)]
          + digits(Int.random(in: 1...2, using: &random))
      }
      #expect(parse(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test func `gives back every double that is printed`() {
    var random = Seeded(3)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      #expect(parse(number.description)?.bitPattern == number.bitPattern)
      #expect(number.magnitude >= 1e19 || parse(CellValue.shortest(number)) == number)
    }
  }

  @Test(
    arguments: [
      ("0", 0.0), ("-0", -0.0), ("007", 7), ("1.", 1), (".5", 0.5), ("-.5", -0.5), ("+5", 5), ("1e5", 1e5),
      ("1E-7", 1e-7),
      ("999999999999999", 999_999_999_999_999), ("0.1", 0.1), ("9007199254740993", 9_007_199_254_740_992),
      ("5e-324", Double.leastNonzeroMagnitude),
      ("1234567890123456789", 1_234_567_890_123_456_768),
      ("-1234567890123456789", -1_234_567_890_123_456_768),
      ("0.000000000000000000000000000001", 1e-30), ("1e22", 1e22),
    ] as [(String, Double)])
  func `may take these forms`(text: String, number: Double) {
    #expect(parse(text)?.bitPattern == number.bitPattern)
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "e5", "1e", "1e+", "NaN", "nan", "INF", "inf", "-Infinity", "0x10", "0x1p4",
    "1,5", "1 000", " 1", "1 ", "--1", "1-",
    "1..2", "1.2.3", "１２", "٣", "1e400", "-1e400", "12345678901234567890", "-12345678901234567890", "1_000",
    "1f", "½", "1e5.5", "1\u{0}",
  ])
  func `is refused in these`(text: String) { #expect(parse(text) == nil) }

  @Test(
    arguments: [
      (1.0, "1"), (1.5, "1.5"), (-3, "-3"), (1e15, "1000000000000000"), (1e16, "1e+16"),
      (999_999_999_999_999, "999999999999999"), (0.1, "0.1"), (1e-7, "1e-07"),
    ] as [(Double, String)])
  func `is the shortest one when it is printed`(number: Double, text: String) {
    #expect(CellValue.shortest(number) == text)
  }
}
