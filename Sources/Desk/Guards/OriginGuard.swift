internal import HTTPTypes
internal import Hummingbird

/// Lets nothing be changed from a page that is not ours (W2).
///
/// A POST must come from our own origin by `Origin` and by `Sec-Fetch-Site`. Our pages send no referrer, and then
/// browsers write `Origin: null` when a form is sent by a plain navigation: that is taken only where the browser itself
/// says `same-origin`. The token in the form is looked at by ``Session``.
struct OriginGuard<Context: RequestContext>: RouterMiddleware {
  let address: OwnAddress

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    switch request.method {
    case .get, .head: break
    case .post:
      guard isOurs(request) else { throw HTTPError(.forbidden) }
    default: throw HTTPError(.methodNotAllowed)
    }
    return try await next(request, context)
  }

  private func isOurs(_ request: Request) -> Bool {
    let site = request.headers[.secFetchSite]
    guard site == nil || site == "same-origin", let origin = request.headers[.origin] else { return false }
    return address.origins.contains(origin.lowercased()) || origin == "null" && site == "same-origin"
  }
}

extension HTTPField.Name {
  /// What a browser says of the page from which a request comes; a page cannot set it.
  static var secFetchSite: Self { Self("Sec-Fetch-Site") ?? .origin }
}
