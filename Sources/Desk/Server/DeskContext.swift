internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// What goes with a request: who asks.
struct DeskContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The session of the request; every route but the start and the assets has one.
  var session: Session?

  init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }

  /// The session, where the guard has seen to it that there is one.
  func person() throws -> Session {
    guard let session else { throw HTTPError(.unauthorized) }
    return session
  }
}
