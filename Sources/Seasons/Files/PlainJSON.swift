/// JSON as the files of the seasons are written, read without the coders of Foundation.
///
/// The fast way for data that is read at every start: `JSONDecoder` took 26,000 instructions a value, for it makes a new
/// generic type for each kind of object and looks for its conformances among all of the program. It takes a subset (no
/// escape but that of a quotation mark, whole numbers of at most fifteen digits, each key once) and refuses nothing:
/// whatever it does not know, and whatever a type does not take, is left to `JSONDecoder`, which alone tells what is wrong.
enum PlainJSON {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([PlainJSON])
  case object([(key: String, value: PlainJSON)])

  /// What is thrown where the fast way ends; it says nothing about the file.
  struct NotPlain: Error {}

  /// A value from the bytes of a file.
  static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    try Value(from: PlainDecoder(try PlainJSON(bytes)))
  }

  /// The tree of a whole file.
  init(_ bytes: [UInt8]) throws(NotPlain) {
    var scanner = Scanner(bytes: bytes)
    self = try scanner.value(depth: 0)
    guard scanner.next() == nil else { throw NotPlain() }
  }
}

extension PlainJSON {
  private struct Scanner {
    let bytes: [UInt8]
    var place = 0

    /// The next byte that is no white space, without taking it.
    mutating func next() -> UInt8? {
      while place < bytes.count {
        switch bytes[place] {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): place += 1
        default: return bytes[place]
        }
      }
      return nil
    }

    mutating func take(_ byte: Unicode.Scalar) -> Bool {
      guard next() == UInt8(ascii: byte) else { return false }
      place += 1
      return true
    }

    mutating func value(depth: Int) throws(NotPlain) -> PlainJSON {
      // The files have five.
      guard depth < 16 else { throw NotPlain() }
      switch next() {
      case UInt8(ascii: "{"): return try object(depth: depth)
      case UInt8(ascii: "["): return try list(depth: depth)
      case UInt8(ascii: "\""): return .text(try text())
      case UInt8(ascii: "t"): return try word("true", .flag(true))
      case UInt8(ascii: "f"): return try word("false", .flag(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      default: return .number(try number())
      }
    }

    private mutating func object(depth: Int) throws(NotPlain) -> PlainJSON {
      place += 1
      var fields: [(key: String, value: PlainJSON)] = []
      if take("}") { return .object(fields) }
      repeat {
        guard next() == UInt8(ascii: "\"") else { throw NotPlain() }
        let key = try text()
        guard take(":"), !fields.contains(where: { $0.key == key }) else { throw NotPlain() }
        fields.append((key, try value(depth: depth + 1)))
      } while take(",")
      guard take("}") else { throw NotPlain() }
      return .object(fields)
    }

    private mutating func list(depth: Int) throws(NotPlain) -> PlainJSON {
      place += 1
      var items: [PlainJSON] = []
      if take("]") { return .list(items) }
      repeat { items.append(try value(depth: depth + 1)) } while take(",")
      guard take("]") else { throw NotPlain() }
      return .list(items)
    }

    private mutating func text() throws(NotPlain) -> String {
      place += 1
      var start = place
      var bytes: [UInt8] = []
      while place < self.bytes.count, self.bytes[place] != UInt8(ascii: "\"") {
        guard self.bytes[place] >= 0x20 else { throw NotPlain() }
        if self.bytes[place] == UInt8(ascii: "\\") {
          bytes += self.bytes[start..<place]
          place += 1
          start = place
          // A header of a form holds quotation marks.
          guard place < self.bytes.count, self.bytes[place] == UInt8(ascii: "\"") else { throw NotPlain() }
        }
        place += 1
      }
      guard place < self.bytes.count else { throw NotPlain() }
      bytes += self.bytes[start..<place]
      place += 1
      guard let text = String(validating: bytes, as: UTF8.self) else { throw NotPlain() }
      return text
    }

    private mutating func word(_ word: StaticString, _ value: PlainJSON) throws(NotPlain) -> PlainJSON {
      let end = place + word.utf8CodeUnitCount
      guard end <= bytes.count, bytes[place..<end].elementsEqual("\(word)".utf8) else { throw NotPlain() }
      place = end
      return value
    }

    private mutating func number() throws(NotPlain) -> Int {
      let start = place
      if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
      let first = place
      var number = 0
      while place < bytes.count, place - first < 15, bytes[place] &- 48 < 10 {
        number = number * 10 + Int(bytes[place] - 48)
        place += 1
      }
      // What goes on behind it (digits, a point, an exponent) is no comma or bracket, and ends the fast way.
      guard place > first, bytes[first] != 48 || place == first + 1 && first == start else {
        throw NotPlain()
      }
      return first == start ? number : -number
    }
  }
}
