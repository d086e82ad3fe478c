extension DeadlinePolicy {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, title, unit, week, rollover, cutoff, zone, anchor, expertTerm, uploadTerm, federalEnd
    case expertLoad, thirdExpert, severities, source
  }

  /// Reads a policy, a key left out having its default; throws `InvalidField` for a value out of its list or range
  /// and for an unknown key, which would otherwise leave a default in force behind the district's back.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue) + ["$schema", "notes"])
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(String.self, forKey: .id),
      title: try container.decode(String.self, forKey: .title))

    func read<Value: Decodable>(_ key: CodingKeys, into value: inout Value) throws {
      value = try container.decodeIfPresent(Value.self, forKey: key) ?? value
    }
    try read(.unit, into: &unit)
    try read(.week, into: &week)
    try read(.rollover, into: &rollover)
    try read(.cutoff, into: &cutoff)
    try read(.zone, into: &zone)
    try read(.anchor, into: &anchor)
    try read(.expertTerm, into: &expertTerm)
    try read(.uploadTerm, into: &uploadTerm)
    try read(.federalEnd, into: &federalEnd)
    try read(.expertLoad, into: &expertLoad)
    try read(.thirdExpert, into: &thirdExpert)
    try read(.severities, into: &severities)
    try read(.source, into: &source)

    for (key, days) in [("expertTerm", expertTerm), ("uploadTerm", uploadTerm)]
    where !(1...60).contains(days) {
      throw InvalidField(decoder, key, value: days, expected: "a number of days, 1 to 60")
    }
    guard (1...500).contains(expertLoad) else {
      throw InvalidField(
        decoder, CodingKeys.expertLoad.rawValue, value: expertLoad, expected: "a number of papers, 1 to 500")
    }
  }
}

extension DeadlinePolicy.ThirdExpert {
  /// Reads both limits; throws `InvalidField` for less than 1 point, for then experts who agree would differ.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    maximumTwoOrMore = try container.decode(Int.self, forKey: .maximumTwoOrMore)
    maximumOne = try container.decode(Int.self, forKey: .maximumOne)
    for points in [maximumTwoOrMore, maximumOne] where points < 1 {
      throw InvalidField(decoder, value: points, expected: "limits of 1 point or more")
    }
  }
}

extension DeadlinePolicy.Unit {
  /// Reads the word; throws `InvalidField` for another one.
  public init(from decoder: any Decoder) throws { self = try decoder.choice() }
}

extension DeadlinePolicy.Rollover {
  /// Reads the word; throws `InvalidField` for another one.
  public init(from decoder: any Decoder) throws { self = try decoder.choice() }
}

extension DeadlinePolicy.Anchor {
  /// Reads the word; throws `InvalidField` for another one.
  public init(from decoder: any Decoder) throws { self = try decoder.choice() }
}
