/// The draw of the schools in which the work is controlled: three strata and a rotation, one published seed, anybody can repeat it.
///
/// Stratum A enters for certain, B by chance in proportion to its score, C by chance alone from all the rest. C takes the stigma away, and is what a fall
/// of the others has to be compared with afterwards.
public struct ControlSample: Sendable, Hashable {
  /// A school as the draw sees it.
  public struct School: Sendable, Hashable {
    /// The school's login in ФИС ОКО.
    public let login: String
    /// The precision-weighted mean of its shrunken excess; below zero counts as zero.
    public let score: Double
    /// Whether a sign held after correction, and nothing in the context explains it.
    public let isCertain: Bool
    /// Whether its turn has come: it was not controlled for years.
    public let isDue: Bool

    /// A school.
    public init(login: String, score: Double, isCertain: Bool, isDue: Bool = false) {
      self.login = login
      self.score = score
      self.isCertain = isCertain
      self.isDue = isDue
    }
  }

  /// Why a school is in the sample.
  public enum Stratum: String, Sendable, Hashable, CaseIterable {
    /// Statistical signs, for certain.
    case certain = "A"
    /// By chance in proportion to the score.
    case proportional = "B"
    /// By chance alone.
    case random = "C"
    /// By turn, for certain.
    case rotation = "D"
  }

  /// A school that was drawn, and its chances.
  public struct Place: Sendable, Hashable {
    /// The school's login.
    public let login: String
    /// The stratum it came in by.
    public let stratum: Stratum
    /// The chance of being in the sample by any stratum.
    public let inclusion: Double
    /// Its number for stratum C, 0 or more and below 1: those with the lowest are drawn.
    public let number: Double
  }

  /// The schools of the draw in the order of their logins, with their chances.
  public let frame: [Place]
  /// Which of them were drawn.
  public let drawn: [Place]
  /// How many places stratum C got.
  public let randomPlaces: Int
  /// The start of the systematic drawing, 0 or more and below 1.
  public let start: Double

  /// The smallest number of random places.
  public static let fewestRandom = 2

  /// Draws a sample.
  ///
  /// - Parameters:
  ///   - schools: all schools of the district; their order does not matter.
  ///   - places: how many schools are to be controlled.
  ///   - seed: the published seed.
  ///   - year: the year of the control.
  ///   - digest: the SHA-256 of bytes as hexadecimal digits.
  /// - Returns: `nil` when places are fewer than three or more than schools, a login stands twice, or more schools are due
  ///   than there are places beside those of chance.
  public init?(
    schools: [School], places: Int, seed: String, year: Int, digest: ([UInt8]) -> String
  ) {
    let schools = schools.sorted { $0.login < $1.login }
    guard places >= 3, places <= schools.count, Set(schools.map(\.login)).count == schools.count else {
      return nil
    }
    let random = max(Self.fewestRandom, (places + 3) / 4)
    let numbers = schools.map { PublishedNumber("\(seed)\n\(year)\n\($0.login)", digest).value }
    let logins = schools.map(\.login).joined(separator: "\n")
    start = PublishedNumber("\(seed)\n\(year)\n\(logins)", digest).value

    let due = Set(schools.indices.filter { schools[$0].isDue })
    guard due.count <= places - random else { return nil }
    // More schools with a sign than places: those with the highest score, the others stay in the frame.
    let signed = schools.indices.filter { schools[$0].isCertain && !due.contains($0) }
      .sorted { (schools[$1].score, $0) < (schools[$0].score, $1) }
    let certain = Set(signed.prefix(places - random - due.count)).union(due)
    let sizes = schools.indices.map { certain.contains($0) ? 0 : max(0, schools[$0].score) }
    let chances = SystematicDraw.inclusion(sizes: sizes, places: places - random - certain.count)
    let proportional = Set(SystematicDraw.drawn(chances: chances, start: start))
    let rest = schools.indices.filter { !certain.contains($0) && !proportional.contains($0) }
    let free = places - certain.count - proportional.count
    randomPlaces = min(free, rest.count)
    let lowest = Set(rest.sorted { (numbers[$0], $0) < (numbers[$1], $1) }.prefix(randomPlaces))

    let byChance = rest.isEmpty ? 0 : Double(randomPlaces) / Double(rest.count)
    frame = schools.indices.map { index in
      let stratum: Stratum =
        due.contains(index)
        ? .rotation
        : certain.contains(index) ? .certain : proportional.contains(index) ? .proportional : .random
      let inclusion = certain.contains(index) ? 1 : chances[index] + (1 - chances[index]) * byChance
      return Place(
        login: schools[index].login, stratum: stratum, inclusion: inclusion, number: numbers[index])
    }
    let all = certain.union(proportional).union(lowest)
    drawn = frame.enumerated().filter { all.contains($0.offset) }.map(\.element)
  }
}

/// A number that anybody can check: the first 53 bits of the SHA-256 of a text, divided by 2^53.
public struct PublishedNumber: Sendable, Hashable {
  /// 0 or more and below 1.
  public let value: Double

  /// The number of a text (UTF-8).
  public init(_ text: String, _ digest: ([UInt8]) -> String) {
    let digits = digest(Array(text.utf8)).prefix(14)
    let bits = UInt64(digits, radix: 16) ?? 0
    value = Double(bits >> 3) / Double(1 << 53)
  }
}
