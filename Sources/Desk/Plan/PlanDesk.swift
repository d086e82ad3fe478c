internal import Assessment
internal import Blanks
internal import Checking
internal import District
internal import Registry
internal import Reports
internal import SchoolCalendar
internal import Spreadsheet

/// The plan of a district at the desk, kept beside the registry: the workbook as it was loaded, or what it was edited to.
actor PlanDesk {
  private let folder: PrivateFolder
  private let registry: DistrictRegistry
  private let regulations: Regulations
  /// The last check: a region's plan takes seconds, and its page is opened again and again.
  private var last: (mark: String, hour: Int, check: PlanCheck)?

  /// The plan as it stands: its check, and what tells this state of it from the next.
  struct State: Sendable {
    let check: PlanCheck
    let mark: String
  }

  /// Opens the folder of the plan.
  init(
    _ root: PrivateFolder, _ registry: DistrictRegistry, under regulations: Regulations
  ) throws(DeskError) {
    folder = try root.folder("plan")
    try folder.sweep()
    self.registry = registry
    self.regulations = regulations
  }

  /// The plan as it stands; `nil` when there is none.
  func state(at now: Int) throws(DeskError) -> State? {
    guard let bytes = try folder.read("plan") else { return nil }
    let mark = String(sha256(bytes).prefix(16))
    if let last, last.mark == mark, last.hour == now / 3600 { return State(check: last.check, mark: mark) }
    let check = try check(bytes, at: now)
    last = (mark, now / 3600, check)
    return State(check: check, mark: mark)
  }

  /// Takes a plan and checks it; it becomes the registry's when no error stands against it.
  func take(_ bytes: [UInt8], at now: Int) throws(DeskError) {
    let check = try check(bytes, at: now)
    try folder.write(bytes, as: "plan")
    last = (String(sha256(bytes).prefix(16)), now / 3600, check)
    let worst = check.inspection.worst ?? .info
    if worst < .error, let plan = check.plan {
      let district = DistrictPlan(plan)
      do throws(RegistryError) {
        try registry.replacePlan(
          schools: district.schools, works: district.works, at: Moment(secondsSince1970: now))
      } catch { throw .registry(error.words) }
    }
  }

  /// What came of an edit.
  enum Edit {
    case done, noSuchEntry
    /// Somebody else has changed the plan meanwhile.
    case changedMeanwhile
  }

  /// Changes the plan as somebody saw it, and takes what comes of it; without a plan a new one begins.
  ///
  /// - Parameter mark: that of the state that was seen; empty where there was no plan.
  func edit(
    _ mark: String, at now: Int, _ change: @Sendable (inout PlanDraft) -> Bool
  ) throws(DeskError) -> Edit {
    let state = try state(at: now)
    guard mark == state?.mark ?? "" else { return .changedMeanwhile }
    var draft = PlanDraft(state?.check.plan ?? Plan())
    guard change(&draft) else { return .noSuchEntry }
    try take(draft.bytes, at: now)
    return .done
  }

  /// The plan as the workbook that `oko blank plan` makes, filled.
  func workbook(at now: Int) throws(DeskError) -> [UInt8]? {
    guard let plan = try state(at: now)?.check.plan else { return nil }
    do throws(SpreadsheetError) {
      return try PlanWorkbook(plan).bytes()
    } catch { throw .examination("\(error)") }
  }

  /// A worker has read the same bytes before: what harms a reader has harmed that one.
  private func check(_ bytes: [UInt8], at now: Int) throws(DeskError) -> PlanCheck {
    var request = InspectionRequest(under: regulations)
    request.now = Moment(secondsSince1970: now)
    do throws(PlanDocument.Fault) {
      return PlanCheck(try PlanFile(name: "план.xlsx", bytes: bytes), request)
    } catch { throw .examination(error.reason) }
  }
}
