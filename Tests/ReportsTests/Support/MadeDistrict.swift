import Objectivity

/// Made-up results of a district: the same at every run.
struct MadeDistrict {
  static let tasks = [1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 2].enumerated().map {
    WorkResults.Task(id: "\($0.offset + 1)", maximum: $0.element)
  }
  static let cuts = [6, 10, 14]

  private var random: SplitMix64
  private(set) var schools: [SchoolWorks] = []

  init(sizes: [Int], seed: UInt64 = 20_240_415) {
    random = SplitMix64(seed: seed)
    for (number, size) in sizes.enumerated() {
      let ability = 0.44 + 0.02 * Double(number % 5)
      let pupils = (0..<size).map { pupil(60_001 + $0, ability) }
      schools.append(SchoolWorks(school: "edu99\(1000 + number)", pupils: pupils))
    }
  }

  private mutating func pupil(_ code: Int, _ ability: Double) -> PupilWork {
    let own = ability + (chance() - 0.5) * 0.7
    let points = Self.tasks.enumerated().map { place, task in
      (0..<task.maximum).count { _ in chance() < own + 0.45 - 0.08 * Double(place) }
    }
    let journal = 2 + Self.cuts.count { 16 * own + 4 * (chance() - 0.5) >= Double($0) }
    return Self.work(code, points, journal: journal)
  }

  private mutating func chance() -> Double { Double(random.next() >> 11) / Double(1 << 53) }

  static func work(_ code: Int, _ points: [Int], journal: Int?) -> PupilWork {
    let total = points.reduce(0, +)
    return PupilWork(code: code, points: points, mark: 2 + cuts.count { total >= $0 }, journal: journal)
  }

  /// Changes the works of a school.
  mutating func change(_ school: Int, _ change: (PupilWork) -> PupilWork) {
    schools[school] = SchoolWorks(
      school: schools[school].school, pupils: schools[school].pupils.map(change))
  }

  /// Every work one point below a boundary gets a point.
  mutating func lift(_ school: Int) {
    change(school) { pupil in
      guard Self.cuts.contains(pupil.total + 1) else { return pupil }
      var points = pupil.points
      if let task = points.indices.first(where: { points[$0] < Self.tasks[$0].maximum }) { points[task] += 1 }
      return Self.work(pupil.code, points, journal: pupil.journal)
    }
  }

  /// Everybody gets points of the hardest tasks in place of as many of the easiest: the totals stay.
  mutating func help(_ school: Int) {
    change(school) { pupil in
      var points = pupil.points
      for task in 10..<13 {
        while points[task] < Self.tasks[task].maximum, let easy = points[..<8].firstIndex(where: { $0 > 0 }) {
          points[task] += 1
          points[easy] -= 1
        }
      }
      return Self.work(pupil.code, points, journal: pupil.journal)
    }
  }

  func results(_ work: String = "2024/6-МА/basic") -> WorkResults {
    WorkResults(work: work, tasks: Self.tasks, cuts: Self.cuts, schools: schools)
  }
}
