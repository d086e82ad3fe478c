internal import Assessment
internal import Hummingbird
internal import Registry
internal import SchoolCalendar
internal import Spreadsheet

extension Desk {
  /// The pages of a district: each role its own.
  func addDistrict(_ registry: DistrictRegistry, to router: Router<DeskContext>, _ entrance: SessionGuard) {
    let language = configuration.language
    let regulations = configuration.regulations
    let accounts = AccountRoutes(
      registry: registry, sessions: sessions, language: language, isSecure: isSecure, now: now)
    accounts.add(to: router)
    let inside = router.group().add(middleware: entrance)
    accounts.addLogout(to: inside)

    let publisher = Publisher(
      registry: registry, store: store, examiner: examiner, language: language, now: now)
    let school = schoolRoutes(publisher)
    inside.get("/") { _, context in
      let role = try context.person().account?.role ?? .school
      return role == .school ? try await school.home(context) : Page.redirect(to: Menu.home(of: role))
    }
    school.addWorks(to: inside.group().add(middleware: RoleGuard(roles: [.school])))

    let district = DistrictRoutes(
      registry: registry, regulations: regulations, changes: Changes { try registry.changeMark() },
      language: language, now: now)
    district.add(to: inside.group().add(middleware: RoleGuard(roles: [.centre, .office])))
    let centre = inside.group().add(middleware: RoleGuard(roles: [.centre]))
    district.addWriting(to: centre)
    let address = self.address
    PeopleRoutes(
      registry: registry, sessions: sessions, store: store, inbox: inbox, language: language,
      origin: { address.origin }, now: now
    ).add(to: centre)
    AssignmentRoutes(registry: registry, regulations: regulations, language: language, now: now).add(
      to: centre)
    if let inbox {
      InboxRoutes(inbox: inbox, registry: registry, language: language, now: now).add(to: centre)
    }
    if let plan {
      PlanRoutes(plan: plan, examiner: examiner, registry: registry, language: language, now: now).add(
        to: centre)
    }
    StatisticsRoutes(
      book: StatisticsBook(registry, under: regulations, language), registry: registry,
      regulations: regulations, language: language, now: now
    ).add(to: inside.group().add(middleware: RoleGuard(roles: [.centre, .office, .school])))
    let custody = CustodyRoutes(registry: registry, regulations: regulations, language: language, now: now)
    custody.add(to: inside.group().add(middleware: RoleGuard(roles: [.centre, .office, .observer])))
    custody.addWriting(to: inside.group().add(middleware: RoleGuard(roles: [.centre, .observer])))
    MarkingRoutes(
      registry: registry, regulations: regulations, language: language, handIn: publisher.handIn, now: now
    ).add(to: inside.group().add(middleware: RoleGuard(roles: [.expert])))
  }

  /// The secret of an invitation of the centre, where there is no account yet.
  func firstInvitation(_ registry: DistrictRegistry) throws -> String? {
    guard try registry.accounts().isEmpty else { return nil }
    let token = RandomID.make()
    try registry.invite(
      Invitation(role: .centre, school: nil, name: "ТРЦ"), digest: sha256(Array(token.utf8)),
      until: Moment(secondsSince1970: now() + 86_400), at: Moment(secondsSince1970: now()))
    return token
  }
}
