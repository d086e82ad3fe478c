internal import HTTPTypes
internal import Hummingbird

/// Puts on every answer what tells a browser to be careful (W14), and makes pages of errors.
struct SecureHeaders<Context: RequestContext>: RouterMiddleware {
  let isSecure: Bool

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch let error as HTTPError {
      response = ErrorPage(error.status).response
    } catch let error as any HTTPResponseError {
      response = ErrorPage(error.status).response
    }
    // A report brings a stricter one of its own.
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = Self.policy
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "no-referrer"
    response.headers[.frameOptions] = "DENY"
    response.headers[.openerPolicy] = "same-origin"
    response.headers[.resourcePolicy] = "same-origin"
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    return response
  }

  /// Our own style and script, forms to ourselves, and nothing else from anywhere.
  private static var policy: String {
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self';"
      + " frame-ancestors 'none'; base-uri 'none'"
  }
}

extension HTTPField.Name {
  static var referrerPolicy: Self { Self("Referrer-Policy") ?? .cacheControl }
  static var frameOptions: Self { Self("X-Frame-Options") ?? .cacheControl }
  static var openerPolicy: Self { Self("Cross-Origin-Opener-Policy") ?? .cacheControl }
  static var resourcePolicy: Self { Self("Cross-Origin-Resource-Policy") ?? .cacheControl }
}
