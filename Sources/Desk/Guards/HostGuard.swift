internal import HTTPTypes
internal import Hummingbird

/// Answers only under the names of this desk (W1): a page elsewhere that makes its name point to this machine
/// gets nothing.
struct HostGuard<Context: RequestContext>: RouterMiddleware {
  let address: OwnAddress

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let name = request.head.authority, address.names.contains(name.lowercased()) else {
      throw HTTPError(.misdirectedRequest)
    }
    return try await next(request, context)
  }
}
