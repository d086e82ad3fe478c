/// Logins of ФИС ОКО: a school's `edu123456`, a municipality's `reg38_m012`.
enum Login {
  /// A school's login in a text.
  static func school(in text: String) -> String? { first("edu", in: text) { $0.isNumber } }

  /// A municipality's login in a text.
  static func municipality(in text: String) -> String? {
    let login = first("reg", in: text) { $0.isNumber || $0 == "_" || $0 == "m" }
    return login.flatMap { $0.contains("_m") ? $0 : nil }
  }

  private static func first(_ prefix: String, in text: String, _ isPart: (Character) -> Bool) -> String? {
    let lower = text.lowercased()
    guard let start = lower.firstRange(of: prefix) else { return nil }
    let rest = lower[start.upperBound...].prefix { $0.isASCII && isPart($0) }
    return rest.isEmpty ? nil : prefix + rest
  }
}
