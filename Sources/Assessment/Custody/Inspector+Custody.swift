extension Inspector {
  /// Inspects the ways of packages: is a step missing or out of order, has the number of works changed?
  ///
  /// - Parameters:
  ///   - chains: the records of each package.
  ///   - request: the policy and the explanations; it needs no sources.
  public static func inspect(custody chains: [CustodyChain], _ request: InspectionRequest) -> Inspection {
    var examination = Examination(sources: [], policy: request.policy)
    examination.custody = chains
    var findings = run([.custody], on: examination, school: nil)
    findings = request.explanations.applied(to: findings, examination, school: nil)
    return Inspection(
      examination: examination, findings: findings, steps: [.init(phase: .custody, reason: nil)])
  }
}
