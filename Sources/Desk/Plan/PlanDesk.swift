internal import Assessment
internal import Checking
internal import District
internal import Registry
internal import SchoolCalendar
internal import Spreadsheet

/// The plan of a district at the desk: the workbook as it stands, kept beside the registry.
actor PlanDesk {
  private let folder: PrivateFolder
  private let registry: DistrictRegistry
  private let regulations: Regulations

  /// Opens the folder of the plan.
  init(
    _ root: PrivateFolder, _ registry: DistrictRegistry, under regulations: Regulations
  ) throws(DeskError) {
    folder = try root.folder("plan")
    try folder.sweep()
    self.registry = registry
    self.regulations = regulations
  }

  /// The check of the plan as it stands; `nil` when none was loaded.
  func check(at now: Int) throws(DeskError) -> PlanCheck? {
    guard let bytes = try folder.read("plan") else { return nil }
    return try check(bytes, at: now)
  }

  /// Takes a plan and checks it; it becomes the registry's when no error stands against it.
  func take(_ bytes: [UInt8], at now: Int) throws(DeskError) -> PlanCheck {
    let check = try check(bytes, at: now)
    try folder.write(bytes, as: "plan")
    let worst = check.inspection.worst ?? .info
    if worst < .error, let plan = check.plan {
      let district = DistrictPlan(plan)
      do throws(RegistryError) {
        try registry.replacePlan(
          schools: district.schools, works: district.works, at: Moment(secondsSince1970: now))
      } catch { throw .registry(error.words) }
    }
    return check
  }

  /// Puts a value into a cell of the plan and takes the plan that comes of it; `nil` when there is no such cell.
  func correct(sheet: Int, cell: String, value: String, at now: Int) throws(DeskError) -> PlanCheck? {
    guard let bytes = try folder.read("plan") else { return nil }
    let corrected: CorrectedFile?
    do throws(SpreadsheetError) {
      corrected = try CorrectedFile(bytes, sheet: sheet, cell: cell, value: value)
    } catch { throw .examination("\(error)") }
    guard let corrected else { return nil }
    return try take(corrected.bytes, at: now)
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
