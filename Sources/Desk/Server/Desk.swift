internal import Assessment
internal import Checking
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Logging
internal import NIOCore
internal import NIOSSL
internal import Registry
internal import UnixSignals

/// The web desk: of one school on its own computer, or of a district for its schools. A value made of handlers, with
/// everything that they need.
public struct Desk: Sendable {
  let configuration: Configuration
  let store: SubmissionStore
  let registry: DistrictRegistry?
  let plan: PlanDesk?
  let inbox: Inbox?
  let examiner: Examiner
  let sessions = Sessions()
  let address: OwnAddress
  let now: @Sendable () -> Int
  private let patience: Patience
  private let token = RandomID.make()

  /// A desk; opens its folder and its registry.
  ///
  /// - Parameters:
  ///   - configuration: folder, registry, address, limits.
  ///   - now: the seconds since 1970.
  /// - Throws: ``DeskError`` when folder or registry cannot be used, or when it would be open to the network without TLS.
  public init(_ configuration: Configuration, now: @escaping @Sendable () -> Int) throws(DeskError) {
    try self.init(configuration, now: now, patience: Patience())
  }

  init(
    _ configuration: Configuration, now: @escaping @Sendable () -> Int, patience: Patience
  ) throws(DeskError) {
    guard configuration.isLoopback || configuration.tls != nil && configuration.registry != nil else {
      throw .openToNetwork(configuration.address)
    }
    self.configuration = configuration
    self.now = now
    self.patience = patience
    let folder = try PrivateFolder(configuration.folder)
    store = try SubmissionStore(folder)
    do throws(RegistryError) {
      registry = if let path = configuration.registry { try DistrictRegistry(path) } else { nil }
    } catch {
      throw .registry(error.words)
    }
    inbox =
      if let path = configuration.registry {
        try Inbox(
          folder, program: configuration.bulkProgram, registry: path, language: configuration.language)
      } else { nil }
    plan = if let registry { try PlanDesk(folder, registry, under: configuration.regulations) } else { nil }
    do {
      examiner = try Examiner(
        under: configuration.regulations, workers: configuration.workers)
    } catch {
      throw .examination("\(error)")
    }
    address = OwnAddress(configuration)
  }

  var isSecure: Bool { configuration.tls != nil }

  /// Serves until the process is told to stop.
  ///
  /// - Parameter announce: is called once when the desk is open, with what people open.
  public func run(_ announce: @escaping @Sendable (Opened) -> Void) async throws {
    try await serve(until: [.sigterm, .sigint], announce)
  }

  /// Serves until a signal comes or the task is cancelled.
  func serve(until signals: [UnixSignal], _ announce: @escaping @Sendable (Opened) -> Void) async throws {
    let lock = try FolderLock(configuration.folder)
    defer { withExtendedLifetime(lock) {} }
    if registry == nil, !configuration.files.isEmpty {
      try await schoolRoutes(nil).begin(
        with: configuration.files.map { .init(name: $0.name, bytes: $0.bytes) })
    }
    var logger = Logger(label: "oko-desk")
    logger.logLevel = .critical
    let app = Application(
      router: router, server: try server,
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.address, port: configuration.port), serverName: nil),
      onServerRunning: { channel in
        address.isBound(to: channel.localAddress?.port ?? configuration.port)
        announce(opened)
      },
      logger: logger)
    try await app.runService(gracefulShutdownSignals: signals)
  }

  private var server: HTTPServerBuilder {
    get throws {
      let waiting = WaitingConnections()
      let patience = self.patience
      let plain = HTTPServerBuilder.http1(
        configuration: .init(
          additionalChannelHandlers: [PatienceHandler(patience, waiting)],
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
      guard let files = configuration.tls else { return plain }
      let chain = try NIOSSLCertificate.fromPEMFile(files.certificate).map {
        NIOSSLCertificateSource.certificate($0)
      }
      var tls = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain, privateKey: .privateKey(try NIOSSLPrivateKey(file: files.key, format: .pem)))
      tls.minimumTLSVersion = .tlsv12
      return try .tls(plain, tlsConfiguration: tls)
    }
  }

  private var router: Router<DeskContext> {
    let router = Router(context: DeskContext.self)
    router.add(middleware: SecureHeaders(isSecure: isSecure))
    router.add(middleware: HostGuard(address: address))
    router.add(middleware: OriginGuard(address: address))
    Assets.add(to: router)
    let entrance = SessionGuard(sessions: sessions, hasLogin: registry != nil, now: now)
    if let registry {
      addDistrict(registry, to: router, entrance)
    } else {
      addSchool(to: router, entrance)
    }
    return router
  }

  // MARK: One school

  private func addSchool(to router: Router<DeskContext>, _ entrance: SessionGuard) {
    let link = StartLink(token: token)
    router.get("/start/:token") { request, context in
      guard link.open(try context.parameters.require("token")) else { throw HTTPError(.unauthorized) }
      let session = Session()
      sessions.open(session, at: now())
      // The work that was begun with the desk is the latest.
      let begun = configuration.files.isEmpty ? nil : await store.list(of: nil).first
      return Entrance.leading(
        to: begun.map { "/submissions/\($0.id)" } ?? "/", request, session, isSecure: isSecure,
        configuration.language)
    }
    schoolRoutes(nil).add(to: router.group().add(middleware: entrance))
  }

  func schoolRoutes(_ publisher: Publisher?) -> SchoolRoutes {
    SchoolRoutes(
      store: store, examiner: examiner, language: configuration.language, publisher: publisher, now: now)
  }

  // MARK: The first way in

  private var opened: Opened {
    guard let registry else { return .school(link: "\(address.origin)/start/\(token)") }
    let invitation = try? firstInvitation(registry)
    return .district(
      address: address.origin, invitation: invitation.map { "\(address.origin)/invitations/\($0)" })
  }

  /// What people open.
  public enum Opened: Sendable {
    /// The one-time link of a school.
    case school(link: String)
    /// The address of a district's desk, and the invitation of its first account where there is none yet.
    case district(address: String, invitation: String?)
  }
}
