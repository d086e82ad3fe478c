internal import Objectivity

/// The boundaries of marks: what the marks of an export say, and the criteria where they do not contradict it.
enum MarkCuts {
  /// The lowest totals of the marks 3, 4 and 5; empty when nothing tells them for certain.
  ///
  /// - Parameter scale: the boundaries of the criteria; empty when they are not known.
  static func cuts(of pupils: [PupilWork], scale: [Int]) -> [Int] {
    let marked = pupils.compactMap { pupil in pupil.mark.map { (total: pupil.total, mark: $0) } }
    let bounds = [3, 4, 5].map { mark in
      (
        below: marked.filter { $0.mark < mark }.map(\.total).max(),
        above: marked.filter { $0.mark >= mark }.map(\.total).min()
      )
    }
    // The criteria hold if no mark contradicts them.
    if scale.count == 3,
      zip(scale, bounds).allSatisfy({ cut, bound in
        (bound.below.map { $0 < cut } ?? true) && (bound.above.map { $0 >= cut } ?? true)
      })
    {
      return scale
    }
    // Without them a boundary is certain only where pupils stand on both sides of it.
    let cuts = bounds.compactMap { bound -> Int? in
      guard let below = bound.below, let above = bound.above, below + 1 == above else { return nil }
      return above
    }
    return cuts.count == 3 ? cuts : []
  }
}
