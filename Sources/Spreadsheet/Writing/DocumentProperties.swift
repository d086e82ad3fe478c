/// What a package says of itself under «Свойства».
public struct DocumentProperties: Sendable, Hashable {
  /// The title.
  public var title: String
  /// The subject.
  public var subject: String
  /// Who made it.
  public var author: String
  /// Remarks.
  public var comments: String
  /// The time of making, seconds from 1970 in UTC: fixed, so that the same input gives the same bytes.
  public var created: Int

  /// 1 January 2024, 00:00 UTC.
  public static let fixedTime = 1_704_067_200

  /// Properties made at a fixed time.
  public init(
    title: String = "", subject: String = "", author: String = "oko", comments: String = "",
    created: Int = Self.fixedTime
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.comments = comments
    self.created = created
  }
}
