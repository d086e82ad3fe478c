public import SchoolCalendar
public import Spreadsheet

/// A package for the commission: works, criteria and blank protocol, sealed with AES-256, with a manifest of hashes.
public struct CommissionPackage: Sendable {
  /// Why a package is not what its manifest says.
  public enum Fault: Error, Sendable, Hashable {
    /// The container cannot be made or opened.
    case sealed(SealedPackage.Fault)
    /// There is no manifest, or it cannot be read.
    case withoutManifest
    /// The manifest names a file that is not there.
    case missing(String)
    /// A file is there that the manifest does not name.
    case surplus(String)
    /// A file is not the one that was packed.
    case differs(String)
  }

  /// What is in it.
  public let manifest: PackageManifest
  /// The files, without the manifest.
  public let files: [SealedPackage.Entry]

  /// A package of files.
  public init(_ files: [SealedPackage.Entry], made: Moment) {
    self.files = files
    manifest = PackageManifest(files, made: made)
  }

  /// Opens a package and compares every file with the manifest; all of it is good, or nothing is given.
  public init(opening bytes: [UInt8], password: String) throws(Fault) {
    let entries: [SealedPackage.Entry]
    do throws(SealedPackage.Fault) {
      entries = try SealedPackage.open(bytes, password: password)
    } catch { throw .sealed(error) }
    guard let own = entries.first(where: { $0.name == PackageManifest.name }),
      let manifest = PackageManifest(own.bytes)
    else { throw .withoutManifest }
    let files = entries.filter { $0.name != PackageManifest.name }
    for named in manifest.files {
      guard let file = files.first(where: { $0.name == named.name }) else { throw .missing(named.name) }
      guard file.bytes.count == named.size, sha256(file.bytes) == named.sha256 else {
        throw .differs(named.name)
      }
    }
    let known = Set(manifest.files.map(\.name))
    for file in files where !known.contains(file.name) { throw .surplus(file.name) }
    self.manifest = manifest
    self.files = files
  }

  /// The sealed ZIP; the manifest stands first.
  public func sealed(password: String) throws(SealedPackage.Fault) -> [UInt8] {
    try SealedPackage.seal(
      [SealedPackage.Entry(name: PackageManifest.name, bytes: manifest.bytes)] + files, password: password)
  }
}
