import FuzzTargets
import Glibc

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argc: UnsafeMutablePointer<Int32>,
  _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// `oko-fuzz TARGET [libFuzzer's options] [folders]`: feeds one target.
@main enum Driver {
  /// The target of this process; libFuzzer's callback takes no context.
  nonisolated(unsafe) private static var target: FuzzTarget?

  static func main() {
    // libFuzzer starts the program again for some of its work, with its own options only: the environment keeps the name.
    var words = CommandLine.arguments
    if words.count > 1, !words[1].hasPrefix("-") { setenv("FUZZ_TARGET", words.remove(at: 1), 1) }
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) }
    guard let named = FuzzTarget.all.first(where: { $0.name == name }) else {
      print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
      exit(name == nil ? 0 : 2)
    }
    target = named
    var arguments = words.map { strdup($0) } + [nil]
    var count = Int32(arguments.count - 1)
    let code = arguments.withUnsafeMutableBufferPointer { buffer -> Int32 in
      buffer.withMemoryRebound(to: UnsafeMutablePointer<CChar>?.self) { buffer in
        guard var base = buffer.baseAddress else { return 2 }
        return withUnsafeMutablePointer(to: &base) { base in
          runDriver(&count, base) { bytes, count in
            Driver.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
          }
        }
      }
    }
    exit(code)
  }
}
