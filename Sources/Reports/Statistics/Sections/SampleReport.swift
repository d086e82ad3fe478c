internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// The minutes of the draw of the control sample.
  ///
  /// - Parameters:
  ///   - sample: what was drawn.
  ///   - review: the works of the district, where they are known.
  ///   - markers: of the federal list, by school; they are shown and have no part in the draw.
  ///   - seed: the words from which the draw can be repeated.
  ///   - year: the year of the control.
  ///   - origin: the files that were read.
  public init(
    sample: ControlSample, review: DistrictReview?, markers: [String: Int] = [:], seed: String, year: Int,
    origin: Origin
  ) {
    var section = Section(Text("Протокол отбора", "Minutes of the draw"))
    section.facts = [
      Fact("schools", Text("ОО в списке", "Schools in the list"), sample.frame.count),
      Fact("places", Text("Отобрано", "Drawn"), sample.drawn.count),
      Fact("random_places", Text("из них случайно (C)", "by chance alone (C)"), sample.randomPlaces),
      Fact("seed", Text("Объявленное число", "Published seed"), Text(seed, seed)),
      Fact("year", Text("Год", "Year"), year),
      Fact("u", Text("Начало отбора B (u)", "Start of stratum B (u)"), Self.digits(sample.start)),
    ]
    section.statements = [.strata, .howToRepeat, .afterwards]
    section.tables = [
      Self.places(sample.drawn, "sample", Text("Отобранные ОО", "Schools drawn")),
      Self.places(
        sample.frame, "frame", Text("Весь список и вероятности", "The whole list and its chances"),
        drawn: sample.drawn),
    ]
    if let review { section.tables.append(Self.reviewTable(review, markers)) }
    self.init(
      "draw", Text("Отбор школ для контроля", "Draw of the control sample"), origin, [section],
      notes: [.howToRead(.q), .drawWords, .purpose])
  }

  /// A number that the draw was made from, with all its digits.
  private static func digits(_ value: Double) -> Text {
    Text(Figures(.ru).decimal(value, 11), Figures(.en).decimal(value, 11))
  }

  private static func places(
    _ places: [ControlSample.Place], _ name: String, _ title: Text, drawn: [ControlSample.Place]? = nil
  ) -> StatisticsTable {
    let chosen = drawn.map { Set($0.map(\.login)) }
    return StatisticsTable(
      name, title,
      [
        Text("ОО", "School"), Text("Основание включения", "Ground"),
        Text("Вероятность включения π", "Chance π"), Text("Число для C", "Number for C"),
      ],
      places.map { place in
        let isIn = chosen?.contains(place.login) ?? true
        return [
          .label(place.login), .words(isIn ? place.stratum.word : Text("не отобрана", "not drawn")),
          .number(place.inclusion, digits: 4), .number(place.number, digits: 6),
        ]
      })
  }

  private static func reviewTable(_ review: DistrictReview, _ markers: [String: Int]) -> StatisticsTable {
    StatisticsTable(
      "review",
      Text("Признаки, на которых стоит отбор (q с поправкой)", "Signs behind the draw (corrected q)"),
      [Text("ОО", "School"), Text("Работ участников", "Works of pupils")]
        + SignFamily.allCases.map(\.word) + [Text("Степень", "Grade"), Text("Вес для B", "Size for B")]
        + (markers.isEmpty ? [] : [Text("Маркеров в федеральном списке", "Markers of the federal list")]),
      review.schools.filter { $0.participants >= 5 }.map { school in
        [.label(school.name), .count(school.participants)]
          + SignFamily.allCases.map { .probability(school.signs[$0]) }
          + [.words(school.grade.word), .number(max(0, school.score), digits: 3)]
          + (markers.isEmpty ? [] : [markers[school.name].map { .count($0) } ?? .none])
      })
  }
}

extension ControlSample.Stratum {
  /// The ground of inclusion, as it stands in an order.
  var word: Text {
    switch self {
    case .certain: Text("A: статистические основания", "A: statistical grounds")
    case .proportional: Text("B: отбор с вероятностью по весу", "B: by chance in proportion to size")
    case .random: Text("C: случайный отбор", "C: by chance alone")
    case .rotation: Text("D: плановая ротация", "D: by turn")
    }
  }
}

extension Statement {
  /// What the strata are.
  static let strata = Statement(
    .description,
    "Включение школы не означает претензий к ней: не меньше четверти мест разыграно случайно, и с этими школами потом сравнивают остальные.",
    "That a school is in the sample is no reproach: a quarter of the places at least were drawn by chance, and the others are compared with those schools afterwards."
  )

  /// How anybody repeats the draw.
  static let howToRepeat = Statement(
    .description,
    "Повторить может каждый: число школы для C — первые 53 бита SHA-256 от строк «число», «год», «логин», соединённых переводом строки; u — то же от числа, года и всех логинов по алфавиту.",
    "Anybody can repeat it: a school's number for C is the first 53 bits of the SHA-256 of the lines seed, year, login, joined by line feeds; u is the same of seed, year and all logins in alphabetical order."
  )

  /// What stands in the columns.
  static let drawWords = Statement(
    .description,
    "π — вероятность, с которой школа попадает в выборку при таком порядке отбора. Вес для B — насколько её средние результаты выше средних района после вычета случайности; школы без превышения могут попасть только по C или D.",
    "π is the chance of the school to be in the sample under this procedure. Size for B: how far its means lie above the district's once chance is taken out; schools without an excess can come in by C or D only."
  )

  /// What to keep for the estimate.
  static let afterwards = Statement(
    .description,
    "После контроля доля изменённых работ по району считается с весами 1/π (oko stats estimate).",
    "After the control the district's share of changed works is weighed by 1/π (oko stats estimate).")
}
