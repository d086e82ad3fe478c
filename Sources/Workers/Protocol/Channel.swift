import Glibc

/// Why nothing more comes through a channel.
enum ChannelError: Error {
  /// The other side is gone.
  case closed
  /// The time is up.
  case late
  /// The other side sends more than it may, or nonsense.
  case tooLarge
}

/// One end of the connection between parent and worker; closed when it goes.
///
/// It is one of a pair of sockets and not a pipe: writing to a dead worker is an error then, and no signal that would
/// end the whole program.
struct Channel: ~Copyable {
  private let descriptor: Int32

  /// Takes over a descriptor.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Sends a frame; without a moment it waits as long as it takes.
  func send(_ frame: Frame, until end: ContinuousClock.Instant? = nil) throws(ChannelError) {
    try send(frame.prelude, end)
    try send(frame.head, end)
    for part in frame.parts { try send(part, end) }
  }

  /// Waits for a frame of at most so many bytes.
  func receive(limit: Int, until end: ContinuousClock.Instant? = nil) throws(ChannelError) -> Frame {
    let counts = try receive(Frame.fixedPrelude, end)
    let parts = Frame.number(counts[4...])
    guard parts <= Frame.mostParts else { throw .tooLarge }
    let lengths = try receive(4 * parts, end)
    let sizes = (0..<parts).map { Frame.number(lengths[(4 * $0)...]) }
    let head = Frame.number(counts[8...])
    guard Frame.fixedPrelude + 4 * parts + head + sizes.reduce(0, +) <= limit else { throw .tooLarge }
    var frame = Frame(number: Frame.number(counts[0...]), head: try receive(head, end))
    for size in sizes { frame.parts.append(try receive(size, end)) }
    return frame
  }

  private func send(_ bytes: [UInt8], _ end: ContinuousClock.Instant?) throws(ChannelError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent,
          Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count >= 0 { sent += count } else { try wait(for: POLLOUT, end) }
    }
  }

  private func receive(_ count: Int, _ end: ContinuousClock.Instant?) throws(ChannelError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    while received < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        recv(
          descriptor, buffer.baseAddress?.advanced(by: received), buffer.count - received,
          Int32(MSG_DONTWAIT))
      }
      if got > 0 { received += got } else if got == 0 { throw .closed } else { try wait(for: POLLIN, end) }
    }
    return bytes
  }

  /// Waits until the channel is ready, after a call that found it was not.
  private func wait(for event: Int32, _ end: ContinuousClock.Instant?) throws(ChannelError) {
    guard errno == EAGAIN || errno == EINTR else { throw .closed }
    var polled = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    let left = end.map { ContinuousClock.now.duration(to: $0) }
    if let left, left <= .zero { throw .late }
    // A look every second at the latest, so that no deadline is too far for poll's milliseconds.
    let milliseconds = left.map { Int32(min(1000, $0 / .milliseconds(1) + 1)) } ?? 1000
    _ = poll(&polled, 1, milliseconds)
  }
}
