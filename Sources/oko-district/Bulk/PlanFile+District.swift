import Assessment
import Console
import District
import Registry

extension DistrictPlan {
  /// The plan that a registry holds; `nil` when it has none.
  init?(keptIn registry: DistrictRegistry) throws(RegistryError) {
    let works = try registry.plannedWorks()
    guard !works.isEmpty else { return nil }
    self.init(schools: try registry.schools(), works: works)
  }

  /// Reads the plan that a command line names; a plan with holes is a plan, and what it lacks is said.
  init(reading path: String) throws(Failure) {
    let file = try PlanFile(reading: path)
    guard let plan = file.plan, !plan.works.isEmpty else {
      throw Failure(
        .unreadable,
        say(
          "План не прочитан: \(shown: path). Что с ним не так, покажет oko plan check.",
          "The plan was not read: \(shown: path). oko plan check tells what is wrong with it."))
    }
    self.init(plan)
    let skipped = plan.works.count - works.count
    if skipped > 0 {
      Standard.error(
        say(
          "В плане пропущено \(skipped) \(Plural.word(skipped, "запись", "записи", "записей")) без школы, класса или предмета: oko plan check.",
          "The plan has \(skipped) entr\(skipped == 1 ? "y" : "ies") without school, grade or subject, left out: oko plan check."
        ))
    }
  }
}
