internal import Assessment

extension LayoutFile {
  /// The header texts by column; those that are not known are left out.
  struct Headers: Decodable {
    let texts: [FormLayout.Column: String]
    let variantOfPart: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case code, variant, variantOfPart, task, `class`, sex, mark, total
    }

    init(from decoder: any Decoder) throws {
      try decoder.refuseUnknown(CodingKeys.self)
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      var texts: [FormLayout.Column: String] = [:]
      for key in CodingKeys.allCases where key != .variantOfPart {
        let column = key == .task ? .tasks : FormLayout.Column(rawValue: key.rawValue)
        if let column { texts[column] = try fields.decodeIfPresent(String.self, forKey: key) }
      }
      let task = texts[.tasks] ?? ""
      guard task.contains("{id}"), task.contains("{max}") else {
        throw decoder.wrong(CodingKeys.task, task, expected: "a text with {id} and {max}")
      }
      variantOfPart = try fields.decodeIfPresent(String.self, forKey: .variantOfPart)
      if let variantOfPart, !variantOfPart.contains("{part}") {
        throw decoder.wrong(CodingKeys.variantOfPart, variantOfPart, expected: "a text with {part}")
      }
      self.texts = texts
    }
  }

  /// A sheet.
  struct SheetField: Decodable {
    let sheet: FormLayout.Sheet

    enum CodingKeys: String, CodingKey, CaseIterable { case name, role, columns, hidden }

    init(from decoder: any Decoder) throws {
      try decoder.refuseUnknown(CodingKeys.self)
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      let word = try fields.decode(String.self, forKey: .role)
      guard let role = FormLayout.Sheet.Role(rawValue: word) else {
        throw decoder.wrong(CodingKeys.role, word, expected: "one of protocol, classes, lists, classNumbers")
      }
      sheet = FormLayout.Sheet(
        name: try fields.decode(String.self, forKey: .name), role: role,
        isHidden: try fields.decodeIfPresent(Bool.self, forKey: .hidden) ?? false,
        columns: try fields.decodeIfPresent([String].self, forKey: .columns) ?? [])
    }
  }

  /// The codes of a grade.
  struct CodesField: Decodable {
    let grade: Int
    let range: ClosedRange<Int>

    enum CodingKeys: String, CodingKey, CaseIterable { case grade, from, to }

    init(from decoder: any Decoder) throws {
      try decoder.refuseUnknown(CodingKeys.self)
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      grade = try fields.whole(.grade)
      let from = try fields.whole(.from)
      let to = try fields.whole(.to)
      guard from >= 1 else { throw decoder.wrong(CodingKeys.from, from, expected: "a code of 1 or more") }
      guard to >= from else { throw decoder.wrong(CodingKeys.to, to, expected: "a code of \(from) or more") }
      range = from...to
    }
  }

  /// A mark of the previous period; `nil` is the word for none.
  struct MarkField: Decodable {
    let mark: Int?

    init(from decoder: any Decoder) throws {
      let field = try decoder.singleValueContainer()
      if let number = try? field.decode(Int.self) {
        guard (2...5).contains(number) else { throw decoder.wrong(nil, number, expected: "a mark, 2 to 5") }
        mark = number
      } else {
        let word = try field.decode(String.self)
        guard word == Words.noMark else {
          throw decoder.wrong(nil, word, expected: "the word «\(Words.noMark)»")
        }
        mark = nil
      }
    }
  }
}
