/// One season of the ВПР: when works are written and which are not held, data of `schemas/seasons/YYYY.json`.
public struct Season: Hashable, Sendable {
  /// Subjects that the season does not hold in a grade.
  public struct NotHeld: Hashable, Sendable, Codable {
    /// The grade.
    public let grade: Int

    /// Subject codes, `АЯ`.
    public let subjects: [String]

    /// Where this is said.
    public let source: String?
  }

  /// The year of the season.
  public let year: Int

  /// The windows; a grade stands in one of them at most.
  public let windows: [SeasonWindow]

  /// The works that are not held.
  public let notHeld: [NotHeld]

  /// The order that set the season, by date and number.
  public let order: String?

  /// Where the data was taken from.
  public let source: String?

  /// How surely the data is known: high, medium or low.
  public let confidence: String?

  /// The window of a grade.
  public func window(grade: Int) -> SeasonWindow? {
    windows.first { $0.grades.contains(grade) }
  }

  /// The window that holds the day, for when the grade is not known; of several, the one that ends last, so
  /// that no grade is told of an end that is not its own.
  public func window(holding day: CalendarDay) -> SeasonWindow? {
    windows.filter { $0.contains(day) }.max { $0.to < $1.to }
  }

  /// Whether nothing says that the season does not hold this work: the list may be incomplete.
  public func holds(grade: Int, subject: String) -> Bool {
    !notHeld.contains { $0.grade == grade && $0.subjects.contains(subject) }
  }
}

extension Season: Codable {
  private enum CodingKeys: String, CodingKey {
    case year = "season"
    case windows, notHeld, order, source, confidence
  }

  /// Reads a season; throws `InvalidField` when a grade stands in two windows.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    year = try container.decode(Int.self, forKey: .year)
    windows = try container.decode([SeasonWindow].self, forKey: .windows)
    notHeld = try container.decodeIfPresent([NotHeld].self, forKey: .notHeld) ?? []
    order = try container.decodeIfPresent(String.self, forKey: .order)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    confidence = try container.decodeIfPresent(String.self, forKey: .confidence)
    var seen: Set<Int> = []
    for grade in windows.flatMap(\.grades) where !seen.insert(grade).inserted {
      throw InvalidField(decoder, "windows", value: grade, expected: "each grade in one window")
    }
  }
}
