internal import Synchronization

/// The names under which the desk answers; the port is known when it is bound.
final class OwnAddress: Sendable {
  private let hosts: [String]
  /// The name that people are told.
  private let told: String
  private let scheme: String
  private let port = Mutex(0)

  init(_ configuration: Desk.Configuration) {
    let own = configuration.isLoopback ? ["127.0.0.1", "localhost"] : [configuration.address]
    told = configuration.names.first?.lowercased() ?? own[0]
    hosts = own + configuration.names.map { $0.lowercased() }
    scheme = configuration.tls == nil ? "http" : "https"
  }

  /// The desk listens at a port.
  func isBound(to number: Int) { port.withLock { $0 = number } }

  /// `127.0.0.1:8383`; without the port where it is the usual one.
  var names: Set<String> {
    let number = port.withLock { $0 }
    let isUsual = number == (scheme == "https" ? 443 : 80)
    return Set(hosts.map { "\($0):\(number)" } + (isUsual ? hosts : []))
  }

  /// The same as origins.
  var origins: Set<String> { Set(names.map { "\(scheme)://\($0)" }) }

  /// The address that people are told: the first name, or the address itself.
  var origin: String {
    let number = port.withLock { $0 }
    return "\(scheme)://\(told):\(number)"
  }
}
