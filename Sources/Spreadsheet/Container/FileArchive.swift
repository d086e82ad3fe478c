/// A ZIP of files, as it comes by e-mail: told from a workbook by its content, opened within the limits.
@safe public struct FileArchive: ~Copyable {
  /// A file in the archive.
  public struct File: Sendable, Hashable {
    /// The name with its folders, for people; nothing is ever written under it.
    public let name: String
    /// Bytes, once it is unpacked.
    public let size: Int
    let index: Int
  }

  /// The files in the order of the archive, without folders and without what a Mac adds.
  public let files: [File]
  private let archive: Archive
  private let limits: Limits

  /// Whether bytes are a ZIP that is no workbook, by the names of its parts.
  public static func isLikely(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0x50, 0x4B]), bytes.count > 30 else { return false }
    // Nearly every workbook shows itself by the first name, behind thirty bytes of the first header.
    let first = String(decoding: bytes[30..<min(bytes.count, 30 + Int(bytes[26]))], as: UTF8.self)
    if ["[Content_Types].xml", "_rels/", "mimetype", "docProps/", "xl/"].contains(where: first.hasPrefix) {
      return false
    }
    guard let archive = try? Archive(bytes, limits: Limits()) else { return true }
    return archive.entry("[Content_Types].xml") == nil && archive.entry("mimetype") == nil
      && archive.entry("META-INF/manifest.xml") == nil
  }

  /// Opens an archive.
  ///
  /// - Throws: ``SpreadsheetError`` with the reason: too many files, a bomb, encrypted, damaged …
  public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(SpreadsheetError) {
    let archive = try Archive(bytes, limits: limits)
    var total = 0
    var files: [File] = []
    for entry in archive.entries {
      total += entry.size
      guard total <= limits.packageBytes else {
        throw SpreadsheetError(.zipBomb, part: nil, limit: limits.packageBytes)
      }
      let name = SingleByte.archiveName(entry.rawName, or: entry.name)
      let last = name.split(separator: "/").last ?? ""
      guard !name.hasSuffix("/"), !name.hasPrefix("__MACOSX/"), !last.hasPrefix("."), !last.isEmpty else {
        continue
      }
      files.append(File(name: name, size: entry.size, index: entry.index))
    }
    self.archive = archive
    self.limits = limits
    self.files = files
  }

  /// The bytes of a file.
  public func bytes(of file: File) throws(SpreadsheetError) -> [UInt8] {
    let entry = archive.entries[file.index]
    var inflater = Inflater(limits: limits)
    let bytes = try inflater.bytes(of: entry, in: archive)
    try inflater.finish()
    return bytes
  }
}

extension SingleByte {
  /// The name of an archive's entry: UTF-8 where it is that, else CP866, in which Windows writes Russian names.
  static func archiveName(_ bytes: [UInt8], or name: String) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else {
      return name
    }
    return String(bytes.map { $0 < 0x80 ? Character(Unicode.Scalar($0)) : dos[Int($0) - 0x80] })
      .replacing("\\", with: "/")
  }
}
