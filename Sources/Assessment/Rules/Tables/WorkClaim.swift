internal import Spreadsheet

/// What a source says of the work, and where: its subject, grade, season or level.
struct WorkClaim {
  enum Aspect: String {
    case subject, grade, season, level

    var word: Text {
      switch self {
      case .subject: Text("предмет", "the subject")
      case .grade: Text("класс", "the grade")
      case .season: Text("год", "the season")
      case .level: Text("уровень", "the level")
      }
    }
  }

  let aspect: Aspect
  /// As it is compared: a number, a subject's code, a level; for an unknown subject its text.
  let value: String
  /// Who says it: «в форме».
  let by: Text
  let place: Place
  /// Whether it is a subject that means nothing to us: it can contradict, but not tell.
  var isUnknown = false

  /// All that the form and the title blocks say, in the order in which they are believed.
  static func all(in examination: Examination) -> [WorkClaim] {
    var claims: [WorkClaim] = []
    if let form = examination.form, let source = examination.formSource { claims += ofForm(form, source) }
    if let export = examination.export, let title = export.results?.title, let work = title.work.value {
      claims += ofExport(work, Place(cell: export.location(title.work.cell)))
    }
    for table in examination.tables {
      claims += ofTitle(table, examination.sources[table.source].role.within)
    }
    return claims
  }

  private static func ofForm(_ form: FormDescription, _ source: Int) -> [WorkClaim] {
    let codes = Text("по кодам формы", "by the codes of the form")
    let name = Text("в имени формы", "in the form's name")
    let place = Place(source: source)
    let claims = [
      form.gradeOfCodes.map { WorkClaim(aspect: .grade, value: String($0), by: codes, place: place) },
      form.name.grade.map { WorkClaim(aspect: .grade, value: String($0), by: name, place: place) },
      form.name.subject.map { WorkClaim(aspect: .subject, value: $0, by: name, place: place) },
      form.name.season.map { WorkClaim(aspect: .season, value: String($0), by: name, place: place) },
      form.name.level == .advanced
        ? WorkClaim(aspect: .level, value: "advanced", by: name, place: place) : nil,
    ]
    return claims.compactMap { $0 }
  }

  private static func ofExport(_ work: Work, _ place: Place) -> [WorkClaim] {
    let by = Source.Role.export.within
    return [
      WorkClaim(aspect: .grade, value: String(work.grade), by: by, place: place),
      WorkClaim(aspect: .subject, value: work.subject, by: by, place: place),
      WorkClaim(aspect: .season, value: String(work.season), by: by, place: place),
    ] + (work.level == .advanced ? [WorkClaim(aspect: .level, value: "advanced", by: by, place: place)] : [])
  }

  private static func ofTitle(_ table: ProtocolTable, _ by: Text) -> [WorkClaim] {
    let title = table.title
    func claim(_ aspect: Aspect, _ value: String, _ cell: CellReference) -> WorkClaim {
      let location = CellLocation(source: table.source, sheet: table.sheetIndex, cell: cell)
      return WorkClaim(aspect: aspect, value: value, by: by, place: Place(cell: location))
    }
    var claims = [
      title.subject.map { claim(.subject, $0.value, $0.cell) },
      title.grade.map { claim(.grade, String($0.value), $0.cell) },
      title.season.map { claim(.season, String($0.value), $0.cell) },
      title.isAdvanced
        ? WorkClaim(aspect: .level, value: "advanced", by: by, place: Place(source: table.source)) : nil,
    ].compactMap { $0 }
    if let unknown = title.unknownSubject, title.subject == nil {
      // A name keyed beside «Предмет» is not repeated.
      let value = PersonName.isLikely(unknown.value) ? Actual.withheld : unknown.value
      var odd = claim(.subject, value, unknown.cell)
      odd.isUnknown = true
      claims.append(odd)
    }
    return claims
  }

  /// The value as people read it.
  var shown: Text {
    switch aspect {
    case .level: value == "advanced" ? Text("углублённый", "advanced") : Text("базовый", "basic")
    case .subject where !isUnknown: Text(Subject.title(value), Subject.title(value))
    default: Text(Visible.text(value, .ru), Visible.text(value, .en))
    }
  }
}

extension WorkClaim {
  /// A claim that another one, or the work itself, contradicts.
  struct Contradiction {
    let claim: WorkClaim
    /// What holds instead, and who says it.
    let held: WorkClaim

    var words: Text {
      Text(
        "\(claim.aspect.word.ru) здесь — «\(claim.shown.ru)», \(held.by.ru) — «\(held.shown.ru)»",
        "\(claim.aspect.word.en) is «\(claim.shown.en)» here and «\(held.shown.en)» \(held.by.en)")
    }
  }

  /// The claims that do not fit the work that is checked, or, where it is not known, the first claim of their kind.
  static func contradictions(in examination: Examination) -> [Contradiction] {
    let claims = all(in: examination)
    return claims.compactMap { claim in
      guard let held = held(claim.aspect, claims, examination.work), held.value != claim.value,
        !(claim.isUnknown && isForeignLanguage(claim.value, held.value))
      else { return nil }
      return Contradiction(claim: claim, held: held)
    }
  }

  private static func held(_ aspect: Aspect, _ claims: [WorkClaim], _ work: Work?) -> WorkClaim? {
    let known = claims.filter { $0.aspect == aspect && !$0.isUnknown }
    guard let work else { return known.first }
    let value =
      switch aspect {
      case .subject: work.subject
      case .grade: String(work.grade)
      case .season: String(work.season)
      case .level: work.level.rawValue
      }
    let asked = WorkClaim(
      aspect: aspect, value: value, by: Text("у проверяемой работы", "for the work that is checked"),
      place: Place())
    return known.first { $0.value == value } ?? asked
  }

  /// «Иностранный язык» is any of the languages.
  private static func isForeignLanguage(_ text: String, _ code: String) -> Bool {
    ["АЯ", "НЯ", "ФЯ"].contains(code) && Folded(text).text.hasPrefix("ин")
  }
}

extension Source.Role {
  /// Where something is said: «в форме».
  fileprivate var within: Text {
    switch self {
    case .transcription: Text("в записи протокола", "in the transcription")
    case .scores: Text("в листе баллов", "in the scores sheet")
    case .form: Text("в форме", "in the form")
    case .roster: Text("в списке кодов", "in the code list")
    case .export: Text("в выгрузке", "in the export")
    case .plan: Text("в плане", "in the plan")
    case .enclosure: Text("в файле пакета", "in the file of a package")
    }
  }
}
