package import Assessment
package import Spreadsheet

/// A value as a cell of the form holds it: codes, points, classes and marks are numbers, the words are text.
package enum FormValue: Hashable, Sendable {
  /// A whole number.
  case number(Int)
  /// One of the form's words.
  case word(String)

  /// Points as a cell of the form.
  package init(_ points: Points) {
    self = points.number.map { .number($0) } ?? .word(points.word)
  }

  /// As a person reads it.
  package var text: String {
    switch self {
    case .number(let number): "\(number)"
    case .word(let word): word
    }
  }
}

extension SheetWriter {
  /// Writes a value of the form, or a blank cell of that style.
  package func put(
    _ value: FormValue?, at place: CellReference, _ style: CellStyle.ID
  ) throws(SpreadsheetError) {
    switch value {
    case .number(let number): try self.number(number, at: place, style)
    case .word(let word): try text(word, at: place, style)
    case nil: try blank(at: place, style)
    }
  }
}

extension Criteria {
  /// The points that a task takes, in the order of the form's list: from the maximum down, then the words.
  func list(task: Int) -> [Points] {
    (0...tasks[task].maximum).reversed().map { Points($0) } + [.notAttempted]
      + (terms.offersNotCovered(task) ? [.notCovered] : [])
  }

  /// The values that a column takes; empty for a column that has no list.
  package func list(_ content: ProtocolColumn.Content) -> [FormValue] {
    switch content {
    case .code, .total: []
    case .variant: terms.variants.map { .number($0) } + [.word(Words.absent)]
    case .task(let index): list(task: index).map { FormValue($0) }
    case .schoolClass: terms.classes.map { .number($0) }
    case .sex: [.word(Sex.male.rawValue), .word(Sex.female.rawValue)]
    case .mark: terms.marks.map { .number($0) } + (terms.offersNoMark ? [.word(Words.noMark)] : [])
    }
  }
}

extension AcceptedRow {
  /// What stands in a column; of an absent pupil only the code and the word for it.
  func value(_ content: ProtocolColumn.Content) -> FormValue? {
    switch content {
    case .code: .number(code)
    case .variant(1) where isAbsent: .word(Words.absent)
    case .variant, .task, .schoolClass, .sex, .mark, .total: isAbsent ? nil : presentValue(content)
    }
  }

  private func presentValue(_ content: ProtocolColumn.Content) -> FormValue? {
    switch content {
    case .variant(let part): variants.indices.contains(part - 1) ? .number(variants[part - 1]) : nil
    case .task(let index): points.indices.contains(index) ? FormValue(points[index]) : nil
    case .schoolClass: schoolClass.map { .number($0) }
    case .sex: sex.map { .word($0.rawValue) }
    case .mark:
      previousMark.map { if case .mark(let mark) = $0 { .number(mark) } else { .word(Words.noMark) } }
    case .code, .total: nil
    }
  }
}
