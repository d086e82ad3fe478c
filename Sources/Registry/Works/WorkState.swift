public import Assessment

/// Where a work of a school stands on its way into ФИС ОКО.
public enum WorkState: String, Sendable, CaseIterable {
  /// Planned, and nothing has come.
  case missing
  /// Something has come and was not looked at yet.
  case received
  /// What has come cannot be read or checked.
  case unreadable
  /// An error stands against it.
  case errors
  /// A query stands unexplained.
  case queries
  /// Nothing stands against it.
  case ready
  /// The form for the upload was written.
  case written
  /// The form was uploaded.
  case uploaded
  /// ФИС ОКО took it.
  case accepted
  /// ФИС ОКО refused it.
  case rejected

  /// The word that people read.
  public var word: Text {
    switch self {
    case .missing: Text("не поступило", "missing")
    case .received: Text("поступило", "received")
    case .unreadable: Text("не читается", "unreadable")
    case .errors: Text("есть ошибки", "errors")
    case .queries: Text("ждёт пояснений", "awaits explanations")
    case .ready: Text("готово", "ready")
    case .written: Text("сформировано", "form written")
    case .uploaded: Text("загружено", "uploaded")
    case .accepted: Text("принято", "accepted")
    case .rejected: Text("отклонено", "rejected")
    }
  }

  /// Whether the school has nothing more to do but upload, or not even that.
  public var isHeldBack: Bool {
    switch self {
    case .missing, .received, .unreadable, .errors, .queries, .rejected: true
    case .ready, .written, .uploaded, .accepted: false
    }
  }

  /// Whether the form has left for ФИС ОКО: a check of the same files does not call it back.
  var hasLeft: Bool { self == .uploaded || self == .accepted || self == .rejected }
}
