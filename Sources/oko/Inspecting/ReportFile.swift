import Assessment
import Checking
import Console
import Reports
import Spreadsheet

/// A report that was asked for: `format=path`.
struct ReportFile {
  /// What is written: a report, or a copy of the checked file with the findings in it.
  private enum Kind: Equatable {
    case report(ReportFormat)
    case annotated

    init?(_ word: some StringProtocol) {
      if word == "annotated" {
        self = .annotated
      } else if let format = ReportFormat(rawValue: String(word)) {
        self = .report(format)
      } else {
        return nil
      }
    }

    static let words = ReportFormat.allCases.map(\.rawValue) + ["annotated"]
  }

  private let kind: Kind
  private let file: OutputFile
  /// Of an annotated copy: the place of its file among those of the command line.
  private var place = 0

  /// The reports of a command line, in order.
  ///
  /// - Parameter sheets: how many transcriptions and scores sheets are checked.
  static func all(_ texts: [String], sheets: Int, notOver inputs: [String]) throws(Failure) -> [ReportFile] {
    var reports: [ReportFile] = []
    var copies = 0
    for text in texts {
      var report = try ReportFile(text, notOver: inputs)
      if let twin = reports.first(where: { $0.file.path == report.file.path }) {
        throw .usage(
          "Два отчёта в один файл: \(shown: twin.file.path). Дайте каждому своё имя.",
          "Two reports into one file: \(shown: twin.file.path). Give each its own name.")
      }
      if report.kind == .annotated {
        report.place = copies
        copies += 1
      }
      reports.append(report)
    }
    guard copies <= sheets else {
      throw .usage(
        "Копий с пометками больше, чем проверяемых файлов: первая относится к первому файлу, вторая ко второму.",
        "There are more annotated copies than files: the first one is of the first file, the second of the second."
      )
    }
    return reports
  }

  private init(_ text: String, notOver inputs: [String]) throws(Failure) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let kind = Kind(parts[0]) else {
      let known = Kind.words.joined(separator: ", ")
      throw .usage(
        "Отчёт «\(shown: text)» не понят. Нужен вид формат=файл; форматы: \(known).",
        "The report «\(shown: text)» is not format=file; formats: \(known).")
    }
    self.kind = kind
    file = try OutputFile(String(parts[1]), notOver: inputs)
    let name = file.path.lowercased()
    if kind == .annotated, !["-", ".xlsx", ".xlsm"].contains(where: { name.hasSuffix($0) }) {
      throw .usage(
        "Копия с пометками — книга Excel: дайте файлу имя с .xlsx, а не \(shown: file.path).",
        "An annotated copy is an Excel workbook: give the file a name with .xlsx, not \(shown: file.path).")
    }
  }

  /// Whether the report goes to stdout, which it then has to itself.
  var isOnStdout: Bool { file.path == "-" }

  /// Writes the report of a run, whose inspection may have gone on since (a form was written and read back).
  func write(_ inspection: Inspection, of run: CheckRun, _ language: Language) throws(Failure) {
    if kind == .annotated {
      try writeCopy(inspection, of: run, language)
    } else {
      try write(inspection, language)
    }
  }

  /// Writes a report that needs the inspection alone.
  func write(_ inspection: Inspection, _ language: Language) throws(Failure) {
    guard case .report(let format) = kind else { return }
    let bytes: [UInt8]
    do throws(SpreadsheetError) {
      bytes = try format.bytes(inspection, language, version: Version.text)
    } catch {
      throw Failure(
        .ownFailure,
        say(
          "Отчёт не записан: \(shown: file.path) (\(error))",
          "The report was not written: \(shown: file.path) (\(error))"))
    }
    try file.write(bytes)
  }

  private func writeCopy(_ inspection: Inspection, of run: CheckRun, _ language: Language) throws(Failure) {
    let source = inspection.examination.sources[place]
    guard let workbook = source.workbook else {
      return Standard.error(
        say(
          "Копия с пометками не сделана: \(source.name) не прочитан.",
          "No annotated copy was made: \(source.name) could not be read."))
    }
    if workbook.format == .xlsm, file.path != "-", !file.path.lowercased().hasSuffix(".xlsm") {
      throw .usage(
        "\(source.name) — книга с макросами: копии нужно имя с .xlsm, иначе Excel её не откроет.",
        "\(source.name) holds macros: its copy needs a name with .xlsm, or Excel will not open it.")
    }
    let copy: [UInt8]?
    do throws(SpreadsheetError) {
      copy = try AnnotatedReport(
        inspection, language, source: place, bytes: run.answer.bytes(ofSource: place)
      ).workbook()
    } catch {
      throw Failure(
        .unreadable,
        say(
          "Копия с пометками не сделана: \(source.name) записан необычно (\(error)). Откройте его в Excel или LibreOffice, сохраните как .xlsx и повторите.",
          "No annotated copy was made: \(source.name) is written in an unusual way (\(error)). Open it in Excel or LibreOffice, save it as .xlsx and try again."
        ))
    }
    if let copy { try file.write(copy) }
  }
}
