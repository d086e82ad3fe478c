public import Assessment
public import SchoolCalendar

/// What somebody is at the desk of a district.
public enum Role: String, Sendable, CaseIterable {
  /// The district centre: everything.
  case centre
  /// The education office: sees everything, changes nothing.
  case office
  /// A school's coordinator: the works of the own school.
  case school
  /// A member of a subject commission: the works given to him, by code, without the school's name.
  case expert
  /// An independent observer: puts down how packages pass from hand to hand.
  case observer

  /// The word that people read.
  public var word: Text {
    switch self {
    case .centre: Text("ТРЦ", "district centre")
    case .office: Text("отдел образования", "education office")
    case .school: Text("школьный координатор", "school coordinator")
    case .expert: Text("эксперт", "expert")
    case .observer: Text("наблюдатель", "observer")
    }
  }
}

/// Somebody who may enter the desk.
public struct Account: Sendable, Hashable, Identifiable {
  /// The number of the account.
  public let id: Int
  /// The name to log in with.
  public let login: String
  /// What the person is.
  public let role: Role
  /// The school of a coordinator, and that in which an expert works.
  public let school: String?
  /// The name of the member of staff.
  public let name: String
  /// When it was closed; `nil` while it is open.
  public let closed: Moment?
}

/// A way in for somebody who has no account yet: a secret that works once, until a moment.
public struct Invitation: Sendable, Hashable {
  /// What the person will be.
  public let role: Role
  /// The school, for a coordinator and an expert.
  public let school: String?
  /// The name of the member of staff.
  public let name: String

  /// An invitation of somebody.
  public init(role: Role, school: String?, name: String) {
    self.role = role
    self.school = school
    self.name = name
  }
}

/// A line of the trail: who did what, when.
public struct AuditLine: Sendable, Hashable {
  /// When.
  public let at: Moment
  /// The account's login; `nil` for somebody who was not let in.
  public let login: String?
  /// What was done, a word of the program.
  public let action: String
  /// What it was done to: a school, a work, an account.
  public let object: String
}
