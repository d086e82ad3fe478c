internal import Spreadsheet

/// A fingerprint tells a finding again after rows have moved and files were renamed: code, school, class, participant,
/// task and the entry of a plan go into it, and where these do not tell findings apart, the header and an ordinal number.
enum Fingerprint {
  /// Gives every finding its fingerprint.
  static func assign(to findings: inout [Finding], school: String?) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let finding = findings[index]
      var parts = [
        finding.code, school ?? "", finding.place.schoolClass.map(String.init) ?? "",
        finding.place.participant.map(String.init) ?? "", finding.place.task?.description ?? "",
      ]
      if let entry = finding.place.entry { parts.append(entry) }
      if finding.place.participant == nil || finding.place.task == nil {
        parts.append(finding.place.header ?? "")
      }
      let key = parts.joined(separator: "|")
      let ordinal = seen[key, default: 0]
      seen[key] = ordinal + 1
      findings[index].fingerprint = String(sha256(Array("\(key)|\(ordinal)".utf8)).prefix(16))
    }
  }
}
