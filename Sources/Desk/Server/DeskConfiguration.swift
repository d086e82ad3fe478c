public import Assessment
public import Checking
public import Workers

extension Desk {
  /// How a desk is set up.
  public struct Configuration: Sendable {
    /// The address to listen at; the loopback address is for one person or for a proxy, any other needs TLS.
    public var address = "127.0.0.1"
    /// The port; 0 takes a free one.
    public var port = 8383
    /// Names under which people open a district's desk, besides the address itself.
    public var names: [String] = []
    /// The files of certificate chain and private key, PEM.
    public var tls: (certificate: String, key: String)?
    /// The registry of a district; without one the desk is that of one school.
    public var registry: String?
    /// The folder of what is kept; made when it is not there, for the owner alone.
    public var folder: String
    /// Files with which a school's desk begins a work; its link leads there.
    public var files: [(name: String, bytes: [UInt8])] = []
    /// The language of the pages.
    public var language = Language.ru
    /// The program that reads foreign files.
    public var workers = WorkerProgram.oko
    /// The program of the district's commands, beside the one that reads files.
    var bulkProgram: String { String(workers.path.dropLast(3)) + "oko-district" }
    /// What holds for every check.
    public var regulations: Regulations

    /// A desk that keeps its files in a folder.
    public init(folder: String, regulations: Regulations) {
      self.folder = folder
      self.regulations = regulations
    }

    /// Whether only this computer can reach it.
    var isLoopback: Bool { address == "127.0.0.1" || address == "::1" || address == "localhost" }
  }
}
