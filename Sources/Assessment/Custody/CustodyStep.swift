/// The steps of a package's way, from the printer to the upload (clauses 11.3–12.1 of the procedure).
public enum CustodyStep: Int, Sendable, CaseIterable, Comparable {
  /// Materials downloaded and printed in the observer's presence.
  case printed = 1
  /// The work was written.
  case written
  /// Works handed to the school coordinator.
  case toCoordinator
  /// Works, criteria and paper protocol packed.
  case packed
  /// The package handed to the observer.
  case toObserver
  /// The package handed to the municipal coordinator; left out on the way of clause 10.4.
  case toMunicipal
  /// The package handed to the commission: by the municipal coordinator, or by the observer (clause 10.4).
  case toCommission
  /// Works marked, protocol filled.
  case marked
  /// Works and protocol back with the municipal coordinator.
  case backToMunicipal
  /// Works and protocol back with the school coordinator.
  case backToSchool
  /// Results keyed in and uploaded.
  case uploaded

  /// Orders by the way.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// What happens.
  public var title: Text {
    switch self {
    case .printed: Text("материалы скачаны и распечатаны", "materials downloaded and printed")
    case .written: Text("работа написана", "the work was written")
    case .toCoordinator:
      Text("работы переданы школьному координатору", "works handed to the school coordinator")
    case .packed: Text("пакет сформирован", "the package was made")
    case .toObserver: Text("пакет передан наблюдателю", "the package was handed to the observer")
    case .toMunicipal:
      Text("пакет передан муниципальному координатору", "the package was handed to the municipal coordinator")
    case .toCommission:
      Text("пакет передан в предметную комиссию", "the package was handed to the commission")
    case .marked: Text("работы проверены", "the works were marked")
    case .backToMunicipal:
      Text("проверенные работы у муниципального координатора", "marked works with the municipal coordinator")
    case .backToSchool:
      Text("проверенные работы у школьного координатора", "marked works with the school coordinator")
    case .uploaded: Text("результаты внесены и загружены", "results keyed in and uploaded")
    }
  }

  /// The clause of the procedure.
  public var clause: String {
    switch self {
    case .printed: "11.3"
    case .written, .toCoordinator: "11.4"
    case .packed, .toObserver: "11.5"
    case .toMunicipal: "11.6"
    case .toCommission: "11.7"
    case .marked, .backToMunicipal: "11.8"
    case .backToSchool: "11.9"
    case .uploaded: "12.1"
    }
  }

  /// Who gives and who takes, when nobody was named; one and the same where nothing changes hands.
  public var roles: (giver: Text, taker: Text) {
    let school = Text("школьный координатор", "school coordinator")
    let municipal = Text("муниципальный координатор", "municipal coordinator")
    let observer = Text("независимый наблюдатель", "independent observer")
    let expert = Text("эксперт предметной комиссии", "expert of the commission")
    let room = Text("организатор в аудитории", "organiser in the room")
    switch self {
    case .printed: return (Text("школьный организатор", "school organiser"), room)
    case .written: return (room, room)
    case .toCoordinator: return (room, school)
    case .packed: return (school, school)
    case .toObserver: return (school, observer)
    case .toMunicipal: return (observer, municipal)
    case .toCommission: return (municipal, expert)
    case .marked: return (expert, expert)
    case .backToMunicipal: return (expert, municipal)
    case .backToSchool: return (municipal, school)
    case .uploaded: return (school, school)
    }
  }

  /// Whether something changes hands, so that an act can be made.
  public var isHandOver: Bool { roles.giver != roles.taker }
}
