internal import HTTPTypes
internal import Hummingbird

/// Style, script and sign of the pages: part of the program, so that nothing comes from outside (W21).
enum Assets {
  static func add(to router: Router<DeskContext>) {
    serve("desk.css", PackageResources.desk_css, "text/css; charset=utf-8", router)
    serve("desk.js", PackageResources.desk_js, "text/javascript; charset=utf-8", router)
    serve("icon.svg", PackageResources.icon_svg, "image/svg+xml", router)
  }

  private static func serve(
    _ name: String, _ bytes: [UInt8], _ type: String, _ router: Router<DeskContext>
  ) {
    router.get(RouterPath("/assets/\(name)")) { _, _ in
      var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
      response.headers[.contentType] = type
      response.headers[.cacheControl] = "no-cache"
      return response
    }
  }
}
