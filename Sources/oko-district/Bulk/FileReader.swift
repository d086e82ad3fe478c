import Assessment
import Checking
import Console
import District
import FoundationEssentials
import Registry
import Spreadsheet
import Workers

/// Tells what each file of a pile is: known files by their digest, new ones by a worker.
struct FileReader: Sendable {
  /// What has become of a file.
  struct Seen: Sendable {
    let file: PileFile
    /// What is to be put down in the registry, when it is new.
    let received: ReceivedFile?
  }

  /// More than any honest workbook; a worker takes no more.
  static let largest = 32 << 20

  let pool: WorkerPool
  let registry: DistrictRegistry

  func look(at found: PileWalk.Found) async -> Seen {
    guard let bytes = try? InputFile(found.location).bytes, bytes.count <= Self.largest else {
      return Seen(file: file(found, digest: "", size: 0, .unread), received: nil)
    }
    let digest = sha256(bytes)
    // Words of a school are not kept: what explains is read again at each run.
    if let known = try? registry.file(digest), let facts = FileFacts(stored: known.facts),
      facts.kind != .findings
    {
      return Seen(file: file(found, digest: digest, size: bytes.count, facts), received: nil)
    }
    let seen: Recognition
    do throws(WorkerFailure) {
      // The name tells by itself, below: the same bytes are the same facts.
      seen = try await pool.recognise(bytes, name: "")
    } catch {
      // What brings a worker down is checked all the same: the failure is reported where the file belongs.
      return Seen(file: file(found, digest: digest, size: bytes.count, .unread), received: nil)
    }
    let facts = FileFacts(seen)
    let received = ReceivedFile(
      digest: digest, kind: facts.kind.rawValue, size: bytes.count, facts: facts.stored)
    var new = file(found, digest: digest, size: bytes.count, facts)
    new.explanations = seen.explanations.filter { !$0.text.isEmpty }
    return Seen(file: new, received: received)
  }

  private func file(_ found: PileWalk.Found, digest: String, size: Int, _ facts: FileFacts) -> PileFile {
    PileFile(path: found.path, location: found.location, digest: digest, size: size, facts: facts)
  }
}

extension FileFacts {
  /// The facts for the registry, with the version that understood them.
  var stored: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return Version.text + " " + json
  }

  /// Reads what the same version wrote; another one may understand more.
  init?(stored: String) {
    guard stored.hasPrefix(Version.text + " "),
      let facts = try? JSONDecoder().decode(
        FileFacts.self, from: Data(stored.dropFirst(Version.text.count + 1).utf8))
    else { return nil }
    self = facts
  }
}
