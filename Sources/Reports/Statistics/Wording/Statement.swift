public import Assessment
public import Objectivity

/// A sentence of a report with the grade of evidence behind it.
///
/// Only the templates of this module make one, and a test holds each of them against ``WordingLint``.
public struct Statement: Sendable, Hashable {
  /// How much stands behind it.
  public let grade: EvidenceGrade
  /// The words.
  public let text: Text

  init(_ grade: EvidenceGrade, _ ru: String, _ en: String) {
    self.grade = grade
    text = Text(ru, en)
  }
}

extension EvidenceGrade {
  /// The word for a grade.
  public var word: Text {
    switch self {
    case .description: Text("описание", "description")
    case .sign: Text("признак", "sign")
    case .agreeingSigns: Text("согласующиеся признаки", "agreeing signs")
    case .confirmedByRecheck: Text("подтверждено перепроверкой работ", "confirmed by a second marking")
    }
  }
}

extension SignFamily {
  /// The word for a family.
  var word: Text {
    switch self {
    case .mean: Text("средний результат", "mean result")
    case .threshold: Text("границы отметок", "boundaries of marks")
    case .profile: Text("профиль заданий", "profile of tasks")
    case .journal: Text("отметки в журнале", "marks of the journal")
    }
  }
}
