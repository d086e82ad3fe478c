internal import Assessment
internal import Glibc

/// The data files of a folder that is laid over the built-in one.
package enum SchemaFolder {
  package static func files(of root: String) throws(Failure) -> [(path: String, json: [UInt8])] {
    var files: [(path: String, json: [UInt8])] = []
    try collect(root, "", &files)
    return files.sorted { $0.path < $1.path }
  }

  private static func collect(
    _ root: String, _ below: String, _ files: inout [(path: String, json: [UInt8])]
  ) throws(Failure) {
    guard let folder = opendir("\(root)/\(below)") else {
      let path = "\(root)/\(below)"
      throw .usage("Нет такой папки: \(shown: path)", "There is no such folder: \(shown: path)")
    }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = below.isEmpty ? name : "\(below)/\(name)"
      var info = stat()
      guard stat("\(root)/\(path)", &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        try collect(root, path, &files)
      } else if name.hasSuffix(".json"), !name.hasSuffix(".schema.json") {
        files.append((path, try InputFile("\(root)/\(path)").bytes))
      }
    }
  }
}
