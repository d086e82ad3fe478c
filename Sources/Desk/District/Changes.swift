internal import HTTPTypes
internal import Hummingbird
internal import ServiceLifecycle

/// Tells browsers that something has changed (server-sent events): they fetch the part anew.
///
/// Again and again a mark of the present state is asked for. That of the registry tells of changes of other programs
/// (`oko bulk`) too.
struct Changes: Sendable {
  /// Between two looks.
  var pause = Duration.seconds(1)
  /// Tells a state from the next.
  let mark: @Sendable () async throws -> String

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
        let mark = try await self.mark()
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
