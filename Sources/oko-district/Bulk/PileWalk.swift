import Assessment
import Console
import District
import Glibc
import Spreadsheet

/// What lies in folders and ZIPs as they came by e-mail; ZIPs inside them are opened too, one level deep.
///
/// Files of a ZIP are unpacked into a folder of this run under numbers, never under their own names.
struct PileWalk: ~Copyable {
  /// A file that was found.
  struct Found {
    /// Where, for people: the given path's last name, then folders and ZIPs.
    let path: String
    /// Where its bytes lie.
    let location: String
  }

  /// A ZIP that could not be opened.
  struct Refused {
    let path: String
    let error: SpreadsheetError

    /// Why, in words; of archives too deep in one another, how deep they may be.
    var words: Text {
      error.reason == .nestedArchive
        ? Text(
          "архив в архиве в архиве, а открываются только два уровня — распакуйте один",
          "an archive in an archive in an archive, and only two levels are opened: unpack one")
        : error.reason.words
    }
  }

  private(set) var files: [Found] = []
  private(set) var refused: [Refused] = []
  private let folder: RunFolder
  private let outside: Set<String>
  private let isOfDesk: Bool
  private var unpacked = 0

  /// - Parameters:
  ///   - folder: where ZIPs are unpacked.
  ///   - outside: real paths that are no part of the pile: our own outputs.
  ///   - isOfDesk: whether the folders of the pile are only there to keep files apart: nobody need see their names.
  init(
    _ roots: [String], unpackingInto folder: consuming RunFolder, outside: Set<String>, isOfDesk: Bool = false
  ) throws(Failure) {
    self.folder = folder
    self.outside = outside
    self.isOfDesk = isOfDesk
    for root in roots {
      var info = stat()
      guard stat(root, &info) == 0 else {
        throw Failure(
          .noInput,
          say("Нет такой папки или файла: \(shown: root)", "There is no such folder or file: \(shown: root)"))
      }
      let name = Self.real(root).split(separator: "/").last.map(String.init) ?? root
      let isFolder = info.st_mode & S_IFMT == S_IFDIR
      // A folder that is the whole pile needs no name, unless it is the name of a school.
      let isNameless = isFolder && roots.count == 1 && NameHints(path: name).login == nil
      try visit(root, isNameless ? "" : name, isFolder: isFolder)
    }
    files.sort { $0.path < $1.path }
  }

  /// Takes away what was unpacked.
  consuming func end() {}

  private mutating func visit(_ location: String, _ path: String, isFolder: Bool) throws(Failure) {
    guard !outside.contains(Self.real(location)) else { return }
    guard isFolder else {
      add(location, path, depth: 0)
      return
    }
    guard let folder = opendir(location) else {
      throw Failure(
        .unreadable,
        say("Папка не читается: \(shown: location)", "The folder cannot be read: \(shown: location)"))
    }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !Self.isOfTheSystem(name) else { continue }
      var info = stat()
      guard lstat("\(location)/\(name)", &info) == 0 else { continue }
      let kind = info.st_mode & S_IFMT
      // A link may lead anywhere, a device may never end: neither is a file that somebody sent.
      guard kind == S_IFDIR || kind == S_IFREG else { continue }
      let isNameless = isOfDesk && path.isEmpty && kind == S_IFDIR
      try visit(
        "\(location)/\(name)", isNameless ? "" : path.isEmpty ? name : "\(path)/\(name)",
        isFolder: kind == S_IFDIR)
    }
  }

  private mutating func add(_ location: String, _ path: String, depth: Int) {
    guard Self.beginsLikeZIP(location), let file = try? InputFile(location), FileArchive.isLikely(file.bytes)
    else {
      files.append(Found(path: path, location: location))
      return
    }
    do throws(SpreadsheetError) {
      guard depth < 2 else { throw SpreadsheetError(.nestedArchive) }
      let archive = try FileArchive(file.bytes)
      for entry in archive.files where !Self.isOfTheSystem(entry.name.split(separator: "/").last ?? "") {
        let bytes = try archive.bytes(of: entry)
        unpacked += 1
        let place = "\(folder.path)/\(unpacked)"
        guard folder.write(bytes, to: place) else { throw SpreadsheetError(.cannotWrite) }
        add(place, "\(path)/\(entry.name)", depth: depth + 1)
      }
    } catch {
      refused.append(Refused(path: path, error: error))
    }
  }

  private static func beginsLikeZIP(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head: [UInt8] = [0, 0]
    return read(descriptor, &head, 2) == 2 && head == [0x50, 0x4B]
  }

  /// What systems and office programs leave in folders: hidden files, lock files, thumbnails.
  private static func isOfTheSystem(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
  }

  /// The path without links and dots; itself when nothing is there.
  static func real(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
