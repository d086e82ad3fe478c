internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes
internal import Synchronization

/// How long a connection may take, and how many there may be (W6).
struct Patience: Sendable {
  /// Until a request's head is whole, from the opening of the connection or the end of the last answer.
  var head = TimeAmount.seconds(10)
  /// From the head to the end of the body, all in all.
  var body = TimeAmount.seconds(60)
  /// Open connections; one more closes the oldest that has not sent a whole request.
  var connections = 64
}

/// Closes a connection whose request takes too long as a whole.
///
/// The server's own idle timeout starts anew with every byte, so that a peer which sends one byte a second would hold its
/// connection for ever.
final class PatienceHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let patience: Patience
  private let waiting: WaitingConnections
  private var deadline: Scheduled<Void>?

  init(_ patience: Patience, _ waiting: WaitingConnections) {
    self.patience = patience
    self.waiting = waiting
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { begin(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    waiting.leave(context.channel)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: schedule(patience.body, context)
    case .body: break
    case .end:
      deadline?.cancel()
      deadline = nil
      waiting.hasSentRequest(context.channel)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data), deadline == nil {
      waiting.waits(context.channel)
      schedule(patience.head, context)
    }
    context.write(data, promise: promise)
  }

  private func begin(_ context: ChannelHandlerContext) {
    guard deadline == nil else { return }
    waiting.enter(context.channel, limit: patience.connections)
    schedule(patience.head, context)
  }

  private func schedule(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: time) { channel.close(mode: .all, promise: nil) }
  }
}

/// The open connections, in the order in which they began to wait for a request.
///
/// A limit that only stopped accepting would let slow peers shut everybody out; here they shut out each other.
final class WaitingConnections: Sendable {
  private struct State {
    var all: Set<ObjectIdentifier> = []
    var waiting: [(id: ObjectIdentifier, channel: any Channel)] = []
  }

  private let state = Mutex(State())

  /// A connection was opened; the one that has waited longest goes if there are too many.
  func enter(_ channel: any Channel, limit: Int) {
    let oldest = state.withLock { state -> (any Channel)? in
      state.all.insert(ObjectIdentifier(channel))
      state.waiting.append((ObjectIdentifier(channel), channel))
      guard state.all.count > limit else { return nil }
      return state.waiting.isEmpty ? nil : state.waiting.removeFirst().channel
    }
    oldest?.close(mode: .all, promise: nil)
  }

  /// A connection was closed.
  func leave(_ channel: any Channel) {
    state.withLock { state in
      state.all.remove(ObjectIdentifier(channel))
      state.waiting.removeAll { $0.id == ObjectIdentifier(channel) }
    }
  }

  /// A connection has sent a whole request: it is being answered and stays.
  func hasSentRequest(_ channel: any Channel) {
    state.withLock { state in state.waiting.removeAll { $0.id == ObjectIdentifier(channel) } }
  }

  /// A connection has its answer and waits for the next request.
  func waits(_ channel: any Channel) {
    state.withLock { state in
      guard state.all.contains(ObjectIdentifier(channel)) else { return }
      state.waiting.removeAll { $0.id == ObjectIdentifier(channel) }
      state.waiting.append((ObjectIdentifier(channel), channel))
    }
  }
}
