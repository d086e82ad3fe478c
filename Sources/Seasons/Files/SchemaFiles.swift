internal import FoundationEssentials

/// The data files by their path: those of the program, with those of a folder over them.
///
/// Nothing is parsed before it is asked for, so that a command that needs one table pays for one.
struct SchemaFiles: Sendable {
  private let overlay: [String: [UInt8]]
  /// What was read ahead, by path.
  private var parsed: [String: any Sendable] = [:]

  init(overlay: [(path: String, json: [UInt8])]) {
    self.overlay = Dictionary(overlay.map { ($0.path, $0.json) }) { _, later in later }
  }

  /// The paths of the folder's own files, in order.
  var overlaid: [String] { overlay.keys.sorted() }

  /// The paths of a folder and of those below it, in order; schemas themselves are no data.
  func paths(in folder: String) -> [String] {
    let prefix = folder + "/"
    let all = Set(embeddedSchemas.map(\.path)).union(overlay.keys)
    return all.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }
      .sorted()
  }

  /// Parses files now; one that cannot be parsed is left for the time when it is asked for.
  mutating func readAhead<Value: Decodable & Sendable>(_ paths: [String], as type: Value.Type) {
    for path in paths {
      do throws(SeasonError) {
        let value: Value? = try decoded(path)
        parsed[path] = value
      } catch { continue }
    }
  }

  /// A file turned into a value; `nil` when there is no such file.
  func decoded<Value: Decodable>(_ path: String) throws(SeasonError) -> Value? {
    if let value = parsed[path] as? Value { return value }
    guard let bytes = held(path) else { return nil }
    return try Self.decode(bytes, file: path)
  }

  /// Bytes turned into a value; the file's name is for the error only.
  static func decode<Value: Decodable>(_ bytes: [UInt8], file: String) throws(SeasonError) -> Value {
    if let value = try? PlainJSON.decode(Value.self, bytes) { return value }
    do {
      return try JSONDecoder().decode(Value.self, from: Data(bytes))
    } catch {
      throw SeasonError(error, file: file)
    }
  }

  /// The bytes of a file as they are; none when there is no such file.
  func bytes(of path: String) -> [UInt8] { held(path) ?? [] }

  private func held(_ path: String) -> [UInt8]? {
    overlay[path] ?? embeddedSchemas.first { $0.path == path }?.json.withUTF8Buffer { Array($0) }
  }
}
