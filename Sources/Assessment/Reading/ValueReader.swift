/// Reads the words of a protocol as people spell them; each reader tells how it normalised.
package enum ValueReader {
  package typealias Note = (Normalisation) -> Void

  /// Points of a task: a whole number, `X` in any alphabet and case, «н/п» in its spellings.
  package static func points(_ text: CellText, _ note: Note) -> PointsEntry {
    switch text {
    case .empty: .blank
    case .void: .void
    case .whole(let number): number < 0 ? .negative : .points(Points(number))
    case .fraction(let number): number < 0 ? .negative : .notWhole
    case .text(let word): Self.pointsWord(word, note)
    }
  }

  private static func pointsWord(_ word: String, _ note: Note) -> PointsEntry {
    switch word {
    case "X": return .points(.notAttempted)
    case "x": note(.letterCase)
    case "Х": note(.lookAlike)
    case "х":
      note(.lookAlike)
      note(.letterCase)
    case Words.notCovered: return .points(.notCovered)
    default:
      let folded = Folded(word).text
      guard Self.isNotCovered(folded) else { return .unreadable }
      note(.spelling)
      return .points(.notCovered)
    }
    return .points(.notAttempted)
  }

  /// «не пройд.», «не пройдено», «не пройдена тема», «не проходили», «н/п», «н.п.», «н п», «нп».
  private static func isNotCovered(_ folded: String) -> Bool {
    let letters = folded.filter { $0 != "/" && $0 != "." && $0 != " " && $0 != "-" }
    return letters == "нп" || letters == "nр" || letters.hasPrefix("непройд") || letters.hasPrefix("непроход")
  }

  /// Whether a text is a value of a form's column in any of its spellings.
  static func understands(_ text: String) -> Bool {
    let word = CellText.text(text)
    let note: Note = { _ in }
    return points(word, note) != .unreadable || variant(word, note) != .unclear || sex(word, note) != .unclear
      || previousMark(word, note) != .unclear
  }

  /// A variant's number, or that the pupil was absent.
  package static func variant(_ text: CellText, _ note: Note) -> Entry<Variant>.Reading {
    switch text {
    case .empty: return .blank
    case .void: return .void
    case .whole(let number): return .value(.number(number))
    case .fraction: return .unclear
    case .text(let word):
      if word == Words.absent { return .value(.absent) }
      guard Self.isAbsent(Folded(word).text) else { return .unclear }
      note(.spelling)
      return .value(.absent)
    }
  }

  /// «отсутствовал(а)», «отсутсвовал», «отсут.», «не присутствовал», «не был(а)», «не писал(а)», «неявка», «н», «н/я»,
  /// «б», «болел(а)», «болезнь».
  private static func isAbsent(_ folded: String) -> Bool {
    let word = folded.filter { $0 != "." && $0 != "/" && $0 != " " }
    return ["н", "ня", "б", "нб", "отс"].contains(word) || word.hasPrefix("отсут")
      || word.hasPrefix("неприсут")
      || word.hasPrefix("неявк") || word.hasPrefix("неявил") || word.hasPrefix("неявля")
      || word.hasPrefix("боле")
      || word.hasPrefix("непис") || ["небыл", "небыла", "небыло"].contains(word)
  }

  /// The sex: «м», «ж», «муж.», «жен.» in any case.
  static func sex(_ text: CellText, _ note: Note) -> Entry<Sex>.Reading {
    guard case .text(let word) = text else { return Self.other(text) }
    if let sex = Sex(rawValue: word) { return .value(sex) }
    let folded = Folded(word).text.filter { $0 != "." }
    let sex: Sex? =
      switch folded {
      case "м", "муж", "мужской", "мальчик": .male
      case "ж", "жен", "женский", "девочка": .female
      default: nil
      }
    guard let sex else { return .unclear }
    if folded.count > 1 {
      note(.spelling)
    } else {
      note(word == word.lowercased() ? .lookAlike : .letterCase)
    }
    return .value(sex)
  }

  /// The mark of the previous period: a number, or that there is none.
  package static func previousMark(_ text: CellText, _ note: Note) -> Entry<PreviousMark>.Reading {
    switch text {
    case .whole(let mark): return .value(.mark(mark))
    case .text(let word):
      if word == Words.noMark { return .value(.none) }
      let folded = Folded(word).text.filter { $0 != "." && $0 != "/" && $0 != " " }
      guard
        ["нет", "но", "на", "нета", "безотметки"].contains(folded) || folded.hasPrefix("нетотм")
          || folded.hasPrefix("неатт")
      else { return .unclear }
      note(.spelling)
      return .value(.none)
    default: return Self.other(text)
    }
  }

  /// A whole number, as codes, sums and marks are.
  package static func whole(_ text: CellText) -> Entry<Int>.Reading {
    if case .whole(let number) = text { .value(number) } else { Self.other(text) }
  }

  /// A class: its ordinal number, or its letter by the class map.
  static func schoolClass(_ text: CellText, _ map: ClassMap, _ note: Note) -> Entry<Int>.Reading {
    switch text {
    case .whole(let number): return .value(number)
    case .text(let word):
      guard let number = map.number(of: word) else { return .unclear }
      note(.classLetter)
      return .value(number)
    default: return Self.other(text)
    }
  }

  private static func other<Value>(_ text: CellText) -> Entry<Value>.Reading {
    switch text {
    case .empty: .blank
    case .void: .void
    default: .unclear
    }
  }
}
