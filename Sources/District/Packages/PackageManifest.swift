internal import FoundationEssentials
internal import Reports
internal import SchoolCalendar
internal import Spreadsheet

/// What a package for the commission holds: every file with its size and its SHA-256.
public struct PackageManifest: Sendable, Hashable {
  /// A file of the package.
  public struct File: Sendable, Hashable, Decodable {
    /// Its path in the package.
    public let name: String
    /// Its size, bytes.
    public let size: Int
    /// Its SHA-256.
    public let sha256: String
  }

  /// The name under which the manifest lies in the package.
  public static let name = "manifest.json"

  /// When the package was made, RFC 3339.
  public let made: String
  /// The files, in order.
  public let files: [File]

  /// The manifest of files that are about to be sealed.
  init(_ entries: [SealedPackage.Entry], made: Moment) {
    self.made = "\(made)"
    files = entries.map { File(name: $0.name, size: $0.bytes.count, sha256: Spreadsheet.sha256($0.bytes)) }
  }

  /// Reads a manifest; `nil` when it is none.
  init?(_ bytes: [UInt8]) {
    guard let shape = try? JSONDecoder().decode(Shape.self, from: Data(bytes)), shape.schema == Self.schema
    else {
      return nil
    }
    made = shape.made
    files = shape.files
  }

  private static let schema = "oko/package/1"

  private struct Shape: Decodable {
    let schema: String
    let made: String
    let files: [File]
  }

  /// The manifest as it lies in the package.
  var bytes: [UInt8] {
    let files = files.map { file in
      JSON.object([("name", .string(file.name)), ("size", .int(file.size)), ("sha256", .string(file.sha256))])
    }
    return Array(
      JSON.object([
        ("schema", .string(Self.schema)), ("made", .string(made)), ("files", .array(files)),
      ]).pretty.utf8)
  }
}
