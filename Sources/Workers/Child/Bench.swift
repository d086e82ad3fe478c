internal import Assessment
internal import Blanks
internal import Checking
internal import Form
internal import FoundationEssentials
internal import Reports
internal import Seasons
internal import Spreadsheet

/// Does what a worker is asked for.
struct Bench {
  let regulations: Regulations
  /// The program's, for the reports that name it.
  let version: String

  /// The answer to an order about files.
  func work(on order: Order, _ files: [[UInt8]]) throws -> Frame {
    switch order {
    case .sheet(let name, let isJSON, let language):
      return try sheet(files.first ?? [], name, isJSON, language)
    case .recognise(let name):
      return try Frame(Reply.recognised(Recognition(files.first ?? [], name: name)))
    case .blank(let name):
      return try Frame(Reply.blank, parts: [try blank(files.first ?? [], name)].compactMap { $0 })
    case .check(let order, let reports):
      guard let job = order.job(files) else { return try misunderstood }
      let answer = job.run(under: regulations)
      return try frame(answer, answer.inspection, JSON(check: answer.inspection), nil, nil, reports)
    case .convert(let order, let name, let reports):
      guard let job = order.job(files) else { return try misunderstood }
      return try convert(job.run(under: regulations), name, reports)
    case .correct(let sheet, let cell, let value):
      let file = try CorrectedFile(files.first ?? [], sheet: sheet, cell: cell, value: value)
      return try Frame(
        Reply.corrected(sheet: file?.sheet, before: file?.before ?? ""), parts: file.map { [$0.bytes] } ?? [])
    case .begin: return try misunderstood
    }
  }

  private var misunderstood: Frame {
    get throws {
      try Frame(Reply.failed(Text("задание и файлы не сходятся", "order and files do not belong together")))
    }
  }

  private func sheet(_ bytes: [UInt8], _ name: String, _ isJSON: Bool, _ language: Language) throws -> Frame {
    var options = ReadingOptions()
    options.limits = .looking
    let report: String
    let isRefused: Bool
    do throws(SpreadsheetError) {
      let seen = SheetReport(try Workbook(reading: bytes, options), fileName: name)
      report = isJSON ? seen.json.line + "\n" : seen.text(language)
      isRefused = false
    } catch {
      report =
        isJSON
        ? SheetReport.json(refusal: error).line + "\n"
        : RefusalText.text(error, language) + "\n"
      isRefused = true
    }
    return try Frame(Reply.sheet(isRefused: isRefused), parts: [Array(report.utf8)])
  }

  /// The empty sheet of a form; `nil` when the file is none.
  private func blank(_ bytes: [UInt8], _ name: String) throws -> [UInt8]? {
    guard let form = DownloadedForm.open(bytes, name: name).form else { return nil }
    let table = try form.description.criteria.work.flatMap { try regulations.seasons.criteria(for: $0) }
    return try TranscriptionBlank(of: FormOutline(form, completedBy: table)).workbook()
  }

  private func convert(_ answer: CheckAnswer, _ name: String, _ reports: [WantedReport]) throws -> Frame {
    let form: FilledForm
    do throws(FillingError) {
      form = try answer.filled(name: name)
    } catch {
      var inspection = answer.inspection
      if case .unproven(let proven) = error { inspection = proven }
      return try frame(
        answer, inspection, JSON(convert: inspection, written: nil), nil, error.words, reports)
    }
    let digest = sha256(form.bytes)
    let json = JSON(convert: form.inspection, written: (output: name, sha256: digest, made: form.isMade))
    return try frame(answer, form.inspection, json, (form, digest), nil, reports)
  }

  private func frame(
    _ answer: CheckAnswer, _ inspection: Inspection, _ json: JSON, _ form: (FilledForm, String)?,
    _ noForm: Text?, _ reports: [WantedReport]
  ) throws -> Frame {
    var head = CheckedHead(summary: CheckSummary(inspection), noForm: noForm)
    var parts = [Array(json.pretty.utf8)]
    if let (form, digest) = form {
      head.form = FormHead(sha256: digest, isMade: form.isMade)
      parts.append(form.bytes)
    }
    for report in reports {
      let made = report.made(of: answer, inspection, version: version)
      head.problems.append(made.problem)
      if let bytes = made.bytes { parts.append(bytes) }
    }
    return try Frame(Reply.checked(head), parts: parts)
  }
}

extension WantedReport {
  /// The report of an answer, whose inspection may have gone on since.
  func made(of answer: CheckAnswer, _ inspection: Inspection, version: String) -> MadeReport {
    switch self {
    case .report(let format, let language): Self.report(format, language, version, inspection)
    case .annotated(let source, let language): Self.copy(source, language, of: answer, inspection)
    case .view(let language): Self.json(InspectionView(inspection, language))
    case .results:
      ProtocolResults(inspection).map { Self.json($0) }
        ?? .missing(Text("против протокола есть замечания", "something stands against the protocol"))
    }
  }

  private static func json(_ value: some Encodable) -> MadeReport {
    do {
      return .made(Array(try JSONEncoder().encode(value)))
    } catch {
      return .missing(Text("отчёт не сделан (\(error))", "the report was not made (\(error))"))
    }
  }

  private static func report(
    _ format: ReportFormat, _ language: Language, _ version: String, _ inspection: Inspection
  ) -> MadeReport {
    do throws(SpreadsheetError) {
      return .made(try format.bytes(inspection, language, version: version))
    } catch {
      return .missing(Text("отчёт не сделан (\(error))", "the report was not made (\(error))"))
    }
  }

  private static func copy(
    _ source: Int, _ language: Language, of answer: CheckAnswer, _ inspection: Inspection
  ) -> MadeReport {
    guard inspection.examination.sources.indices.contains(source) else {
      return .missing(Text("такого файла нет", "there is no such file"))
    }
    do throws(SpreadsheetError) {
      let report = AnnotatedReport(
        inspection, language, source: source, bytes: answer.bytes(ofSource: source))
      guard let copy = try report.workbook() else {
        return .missing(Text("файл не прочитан", "the file could not be read"))
      }
      return .made(copy)
    } catch {
      return .missing(
        Text("файл записан необычно (\(error))", "the file is written in an unusual way (\(error))"))
    }
  }
}

extension MadeReport {
  fileprivate static func made(_ bytes: [UInt8]) -> MadeReport { MadeReport(bytes: bytes, problem: nil) }
  fileprivate static func missing(_ why: Text) -> MadeReport { MadeReport(bytes: nil, problem: why) }
}
