/// A present pupil's work as far as it was keyed.
public struct KeyedWork: Sendable, Hashable {
  /// The code; `nil` when it is not understood.
  public let code: Int?
  /// What holds for each task after the sources were joined; `nil` where nothing is understood.
  public let points: [Points?]
  /// The mark of the previous period, 2 to 5.
  public let previousMark: Int?
}

extension AssessmentProtocol {
  /// The works of the present pupils, in the order of the transcriptions.
  public var works: [KeyedWork] {
    present.map { index, participant in
      var mark: Int?
      if case .mark(let previous)? = participant.previousMark.value { mark = previous }
      return KeyedWork(
        code: participant.code.value, points: joined[index].map(\.entry.points), previousMark: mark)
    }
  }
}
