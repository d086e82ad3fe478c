public import Assessment
internal import Registry
internal import SchoolCalendar

extension DistrictPlan {
  /// What a plan says of schools and works; an entry without school, grade or subject is left out.
  public init(_ plan: Plan) {
    let schools = plan.schools.compactMap { school in
      school.login.value.map { RegisteredSchool(login: $0, name: school.name.value ?? "") }
    }
    let works = plan.works.compactMap { entry -> PlannedWork? in
      guard let season = entry.held.value?.year ?? plan.season, let work = entry.work(season: season),
        let login = entry.school.value.flatMap({ plan.school($0)?.login.value ?? SchoolLogin($0)?.text })
      else { return nil }
      var planned = PlannedWork(WorkKey(school: login, work: work))
      planned.classes = entry.grade.value?.letters ?? ""
      planned.held = entry.held.value
      planned.participants = entry.participants.value
      if let first = entry.firstCode.value, let last = entry.lastCode.value, first <= last {
        planned.codes = first...last
      }
      return planned
    }
    self.init(schools: schools, works: works)
  }
}
