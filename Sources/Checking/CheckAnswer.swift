public import Assessment
public import Form

/// What a check found, with what is needed to go on: to annotate a file, to fill the form.
public struct CheckAnswer: Sendable {
  /// The job that was run.
  public let job: CheckJob
  /// Under what it was run.
  public let regulations: Regulations
  /// What was looked at and what was found.
  public let inspection: Inspection
  /// The downloaded form, if one was given and understood.
  public let form: DownloadedForm?

  /// The bytes of a source, by its place among the sources of the inspection.
  public func bytes(ofSource index: Int) -> [UInt8] { job.files[index].bytes }
}
