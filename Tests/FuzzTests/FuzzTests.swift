import Foundation
import FuzzTargets
import Testing

/// What libFuzzer found stays found, and what it starts from is fed with a few changes at every run of the suite.
@Suite struct `Bytes of any kind` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fuzz").standardized

  private static func inputs(_ folder: String, _ target: String) throws -> [[UInt8]] {
    let place = root.appending(path: "\(folder)/\(target)")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? []
    return try files.sorted { $0.path() < $1.path() }.map { Array(try Data(contentsOf: $0)) }
  }

  @Test(arguments: FuzzTarget.all.map(\.name))
  func `that were found before are taken now`(name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    for input in try Self.inputs("Finds", name) { target.run(input) }
  }

  /// Seeded, so that a failure can be repeated; the numbers are few, `make fuzz` has the many.
  @Test(arguments: FuzzTarget.all.map(\.name))
  func `never bring a target down`(name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let seeds = try Self.inputs("Seeds", name)
    #expect(!seeds.isEmpty)
    target.run([])
    var random = Seeded(UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    for seed in seeds {
      target.run(seed)
      for _ in 0..<3 { target.run(Self.mutated(seed, seeds, &random)) }
    }
  }

  private static func mutated(_ seed: [UInt8], _ seeds: [[UInt8]], _ random: inout Seeded) -> [UInt8] {
    var bytes = seed
    for _ in 0...Int.random(in: 0..<4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1:
        bytes[place] = [0, 9, 34, 38, 39, 45, 48, 59, 60, 62, 0x80, 0xFF].randomElement(using: &random) ?? 0
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<9, using: &random)))
      case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 16)], at: place)
      default:
        guard let other = seeds.randomElement(using: &random), !other.isEmpty else { continue }
        let start = Int.random(in: 0..<other.count, using: &random)
        bytes.replaceSubrange(place..<min(bytes.count, place + 8), with: other[start...].prefix(24))
      }
    }
    return bytes
  }
}

/// Random numbers that are the same at every run (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
