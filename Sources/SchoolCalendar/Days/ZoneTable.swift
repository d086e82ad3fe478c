/// The zones that a policy may name, from `schemas/zones.json`.
public struct ZoneTable: Hashable, Sendable {
  /// The zones in the order of the file.
  public let zones: [Zone]

  /// A table of these zones; where two have one name, the later holds.
  public init(_ zones: [Zone]) {
    self.zones = zones
  }

  /// The zone of this IANA name, letter by letter.
  public subscript(id: String) -> Zone? {
    zones.last { $0.id == id }
  }
}

extension ZoneTable: Decodable {
  private enum Key: String, CodingKey {
    case zones
  }

  /// Reads `{"zones": […]}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(try container.decode([Zone].self, forKey: .zones))
  }
}
