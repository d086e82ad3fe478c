public import Assessment
internal import SchoolCalendar

/// What a check of a plan found, and the days that would do instead.
public struct PlanCheck: Sendable {
  /// The plan; `nil` when its file was refused.
  public let plan: Plan?
  /// What was looked at and found.
  public let inspection: Inspection
  /// Days for the works that cannot stay where they are: those that are impossible first.
  public let proposals: [DayProposal]

  /// Checks a plan with the data, the policy and the explanations of a request.
  public init(_ file: PlanFile, _ request: InspectionRequest) {
    var request = request
    request.sources = [file.source]
    plan = file.plan
    inspection = Inspector.inspect(request, plan: file.plan)
    proposals = DayProposer(inspection, request).proposals
  }

  /// How many works have an expert and no number of participants, so that their load was not counted.
  public var worksWithoutNumbers: Int {
    plan?.works.count { work in work.participants.value == nil && !work.experts.allSatisfy(\.isBlank) } ?? 0
  }
}
