internal import Assessment
public import Spreadsheet

/// The sheet that a coordinator keys the paper protocol into: the form's columns with its lists, codes and sums, which
/// `check` and `convert` read back.
public struct TranscriptionBlank: Sendable {
  let form: FormOutline
  let heading: SheetHeading
  let rows: SheetRows
  /// The letters of classes with their ordinal numbers.
  let classes: [(letter: String, number: Int)]

  /// A sheet for a class, or for the whole grade.
  public init(
    form: FormOutline, heading: SheetHeading, rows: SheetRows, classes: [(letter: String, number: Int)] = []
  ) {
    self.form = form
    self.heading = heading
    self.rows = rows
    self.classes = classes
  }

  /// The sheet of a downloaded form of which nothing more is known: as `oko blank transcription --form` makes it.
  public init(of form: FormOutline) {
    self.init(form: form, heading: SheetHeading(work: form.criteria.work), rows: .ofClass)
  }

  /// The workbook; the same order gives the same bytes.
  public func workbook() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter(
      DocumentProperties(
        title: "Запись протокола, \(heading.workTitle)", comments: "Пустой лист для ввода, сделан oko"))
    let styles = TranscriptionStyles(&book)
    let lists = ListsSheet(form)
    let sheet = TranscriptionSheet(self, styles: styles, lists: lists)
    try book.sheet(TranscriptionSheet.name) { writer throws(SpreadsheetError) in try sheet.fill(writer) }
    try book.sheet(ClassesSheet.name) { writer throws(SpreadsheetError) in
      try ClassesSheet(classes: classes, numbers: form.criteria.terms.classes).fill(writer, styles)
    }
    try book.sheet(GuideSheet.name) { writer throws(SpreadsheetError) in
      try GuideSheet(form).fill(writer, styles)
    }
    try book.sheet(ListsSheet.name) { writer throws(SpreadsheetError) in try lists.fill(writer) }
    return try book.bytes()
  }
}
