/// In how many parts two packages differ, as their directories tell: cheap, and good enough to know a file again.
public enum PackageDifference {
  /// Parts that one of them lacks, or that differ in size or sum; `nil` where one of them is no package.
  public static func count(_ one: [UInt8], _ other: [UInt8]) -> Int? {
    guard let a = parts(of: one), let b = parts(of: other) else { return nil }
    return Set(a.symmetricDifference(b).map(\.name)).count
  }

  private struct Part: Hashable {
    let name: String
    let size: Int
    let crc: UInt32
  }

  private static func parts(of bytes: [UInt8]) -> Set<Part>? {
    guard let archive = try? Archive(bytes, limits: Limits()), !archive.entries.isEmpty else { return nil }
    return Set(archive.entries.map { Part(name: $0.name, size: $0.size, crc: $0.crc) })
  }
}
