import Assessment
import Checking
import Form
import Glibc

/// Fills a downloaded form again and again: understood from its bytes, filled, in memory; the last one may be kept.
enum Filling {
  static func run(form path: String, transcription: String, count: Int, kept: String?) throws {
    let form = contents(of: path)
    let job = CheckJob([
      .init(name: name(of: transcription), role: .transcription, bytes: contents(of: transcription)),
      .init(name: name(of: path), role: .form, bytes: form),
    ])
    guard let accepted = job.run(under: try Regulations()).inspection.accepted else {
      print("not accepted: \(transcription)")
      exit(1)
    }
    var written: [UInt8] = []
    for _ in 0..<count {
      written = try DownloadedForm(form, name: name(of: path)).filled(with: accepted)
    }
    if let kept { write(written, to: kept) }
    print(written.count)
  }
}
