internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import ServiceLifecycle

/// Tells browsers that something has changed (server-sent events): they fetch the part anew.
///
/// The registry is asked for a mark of its state, so that changes of other programs (`oko bulk`) are seen too.
struct Changes: Sendable {
  let registry: DistrictRegistry
  /// Between two looks.
  var pause = Duration.seconds(1)

  var response: Response {
    var response = Response(status: .ok, body: body)
    response.headers[.contentType] = "text/event-stream"
    return response
  }

  private var body: ResponseBody {
    ResponseBody { writer in
      var last: String?
      var silent = 0
      while !Task.isCancelled, !Task.isShuttingDownGracefully {
        let mark = try registry.changeMark()
        if mark != last {
          try await writer.write(ByteBuffer(string: "event: change\ndata: \(mark)\n\n"))
          (last, silent) = (mark, 0)
        } else if silent >= 15 {
          // A comment now and then shows a peer that has gone.
          try await writer.write(ByteBuffer(string: ": \n\n"))
          silent = 0
        }
        silent += 1
        try? await Task.sleep(for: pause)
      }
      try await writer.finish(nil)
    }
  }
}
