/// One message between parent and worker: a JSON head, and byte strings behind it that need no coding.
struct Frame: Sendable {
  /// The number of the job, counted by the parent from zero; a reply bears that of its order, so that no file is ever
  /// given the answer of another one.
  var number = 0
  /// The head.
  var head: [UInt8]
  /// Files, reports, forms.
  var parts: [[UInt8]] = []

  /// How many parts a frame may have.
  static let mostParts = 256

  /// What stands in front of a frame: numbers of four bytes, little-endian: the job's, that of the parts, the
  /// length of the head, the length of each part.
  var prelude: [UInt8] {
    ([number, parts.count, head.count] + parts.map(\.count)).flatMap { Self.bytes(of: UInt32(clamping: $0)) }
  }

  /// How many bytes the frame takes on its way.
  var count: Int { prelude.count + head.count + parts.reduce(0) { $0 + $1.count } }

  /// How many bytes of the prelude are there whatever the parts.
  static let fixedPrelude = 12

  private static func bytes(of number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// The number that four bytes hold.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
