internal import Assessment

/// A layout as its file states it, `schemas/layouts/2024.json`, turned into the layout of a form.
struct LayoutFile: Decodable {
  let layout: FormLayout

  enum CodingKeys: String, CodingKey, CaseIterable {
    case season, sheets, columns, headers, firstRow, lastRow, variants, absent, notAttempted, notCovered,
      marks, sexes
    case classes, codes, total, fileName, source, confidence, notes
  }

  init(from decoder: any Decoder) throws {
    try decoder.refuseUnknown(CodingKeys.self, and: ["$schema"])
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let headers = try fields.decode(Headers.self, forKey: .headers)
    let total = try fields.decode(String.self, forKey: .total)
    guard let kind = FormLayout.Total(rawValue: total) else {
      throw decoder.wrong(CodingKeys.total, total, expected: "one of whenFirstTaskFilled, plainSum")
    }
    layout = FormLayout(
      season: try fields.whole(.season),
      sheets: try fields.decode([SheetField].self, forKey: .sheets).map(\.sheet),
      columns: try Self.columns(decoder, fields, headers),
      headers: headers.texts, variantOfPart: headers.variantOfPart,
      rows: try Self.rows(decoder, fields), terms: try Self.terms(decoder, fields),
      offersNotCovered: try Self.word(decoder, fields, .notCovered, Words.notCovered),
      codes: Dictionary(
        try fields.decode([CodesField].self, forKey: .codes).map { ($0.grade, $0.range) }
      ) { _, later in later },
      total: kind, fileName: try fields.decode(String.self, forKey: .fileName))
  }

  private typealias Fields = KeyedDecodingContainer<CodingKeys>

  private static func columns(
    _ decoder: any Decoder, _ fields: Fields, _ headers: Headers
  ) throws -> [FormLayout.Column] {
    let words = try fields.decode([String].self, forKey: .columns)
    return try words.map { word in
      guard let column = FormLayout.Column(rawValue: word) else {
        throw decoder.wrong(
          CodingKeys.columns, word, expected: "one of code, variant, tasks, class, sex, mark, total")
      }
      guard headers.texts[column] != nil else {
        throw decoder.wrong(CodingKeys.columns, word, expected: "columns that have a header")
      }
      return column
    }
  }

  private static func rows(_ decoder: any Decoder, _ fields: Fields) throws -> ClosedRange<Int> {
    let first = try fields.whole(.firstRow)
    let last = try fields.whole(.lastRow)
    guard first >= 2 else {
      throw decoder.wrong(CodingKeys.firstRow, first, expected: "row 2 or a later one")
    }
    guard (first...1_048_576).contains(last) else {
      throw decoder.wrong(CodingKeys.lastRow, last, expected: "row \(first) or a later one")
    }
    return first...last
  }

  private static func terms(_ decoder: any Decoder, _ fields: Fields) throws -> EntryTerms {
    var terms = EntryTerms(codes: nil)
    terms.variants = try fields.decode([Int].self, forKey: .variants)
    let classes = try fields.whole(.classes)
    guard (1...999).contains(classes) else {
      throw decoder.wrong(CodingKeys.classes, classes, expected: "a number of classes, 1 to 999")
    }
    terms.classes = 1...classes
    let marks = try fields.decode([MarkField].self, forKey: .marks)
    terms.marks = marks.compactMap(\.mark)
    terms.offersNoMark = marks.contains { $0.mark == nil }
    let sexes = try fields.decode([String].self, forKey: .sexes)
    guard sexes.isEmpty || sexes == [Sex.male.rawValue, Sex.female.rawValue] else {
      throw decoder.wrong(CodingKeys.sexes, sexes.joined(separator: ", "), expected: "м, ж, or nothing")
    }
    terms.asksSex = !sexes.isEmpty
    _ = try word(decoder, fields, .absent, Words.absent)
    _ = try word(decoder, fields, .notAttempted, Words.notAttempted)
    return terms
  }

  /// Whether a word is offered; another spelling than the one that the program reads and writes is refused.
  private static func word(
    _ decoder: any Decoder, _ fields: Fields, _ key: CodingKeys, _ known: String
  ) throws -> Bool {
    let word = try fields.decodeIfPresent(String.self, forKey: key)
    if let word, word != known { throw decoder.wrong(key, word, expected: "the word «\(known)»") }
    return word != nil
  }
}
