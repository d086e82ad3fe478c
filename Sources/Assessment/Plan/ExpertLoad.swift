internal import SchoolCalendar

/// What one expert has to mark, and when.
struct ExpertLoad {
  /// The papers of one work that fall to the expert; of two experts each marks half.
  struct Job {
    let place: Place
    let papers: Int
    /// The first and the last working day on which they may be marked.
    let from: CalendarDay
    let to: CalendarDay
  }

  /// A stretch of days into which more falls than can be marked.
  struct Peak {
    let from: CalendarDay
    let to: CalendarDay
    /// Working days of the stretch.
    let days: Int
    let papers: Int
    let limit: Int
    let jobs: [Job]
  }

  let name: String
  private(set) var jobs: [Job] = []

  /// The loads of all experts whose works have days and numbers of participants.
  static func all(_ examination: Examination) -> [ExpertLoad] {
    var loads: [ExpertLoad] = []
    var people = People()
    for (index, work) in (examination.plan?.works ?? []).enumerated() {
      guard let terms = examination.plannedTerms[index], let papers = work.participants.value, papers > 0,
        let first = examination.workingDays(after: terms.held, through: terms.expertDue).first
      else { continue }
      let names = work.expertNames
      for expert in work.experts {
        guard let name = expert.value else { continue }
        let share = (papers + names.count - 1) / names.count
        let job = Job(place: expert.place, papers: share, from: first, to: terms.expertDue)
        let number = people.number(of: name)
        if number == loads.count { loads.append(ExpertLoad(name: name)) }
        loads[number].jobs.append(job)
      }
    }
    return loads
  }

  /// The stretch that is exceeded most; `nil` when everything can be marked in time.
  ///
  /// Papers can be marked in some order within their terms exactly when no stretch of days holds more papers, whose
  /// whole term lies in it, than can be marked on its days (earliest due first).
  func peak(_ examination: Examination) -> Peak? {
    let rate = examination.policy.expertLoad
    var worst: Peak?
    for from in Set(jobs.map(\.from)) {
      for to in Set(jobs.map(\.to)) where from <= to {
        let inside = jobs.filter { from <= $0.from && $0.to <= to }
        let papers = inside.reduce(0) { $0 + $1.papers }
        let days = examination.workingDays(after: from.adding(days: -1), through: to).count
        let peak = Peak(
          from: from, to: to, days: days, papers: papers, limit: days * rate, jobs: inside)
        guard papers > peak.limit, peak.excess > (worst?.excess ?? 0) || peak.isBefore(worst) else {
          continue
        }
        worst = peak
      }
    }
    return worst
  }
}

extension ExpertLoad.Peak {
  var excess: Int { papers - limit }

  /// Of two stretches that are exceeded alike the earlier and shorter one is told.
  func isBefore(_ other: Self?) -> Bool {
    guard let other, other.excess == excess else { return false }
    return (from, to) < (other.from, other.to)
  }
}
