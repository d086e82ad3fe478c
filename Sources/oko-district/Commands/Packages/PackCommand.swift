import ArgumentParser
import Assessment
import Console
import District
import Reports
import SchoolCalendar
import Spreadsheet

/// `oko pack`: a sealed package for the commission.
struct PackCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: DistrictVerb.pack.rawValue, abstract: DistrictVerb.pack.abstract,
      discussion: say(
        "Таблицы и названия файлов просматриваются: пакет с именами не делается. В снимки и PDF программа не смотрит.\nПример: oko pack работы.pdf критерии.pdf протокол.xlsx --password-file пароль.txt -o 7-ГГ.zip",
        "Tables and names of files are looked at: a package with names is not made. Scans and PDF are not looked into.\nExample: oko pack works.pdf criteria.pdf protocol.xlsx --password-file password.txt -o 7-ГГ.zip"
      ))
  }

  @Argument(
    help: ArgumentHelp(
      say("Работы, критерии, бланк протокола.", "Works, criteria, blank protocol."), valueName: "file"))
  var files: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say("Куда записать пакет (.zip).", "Where to write the package (.zip)."), valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      say("План: его сотрудники могут быть названы.", "The plan: its staff may be named."), valueName: "plan")
  )
  var plan: String?

  @Option(
    help: ArgumentHelp(
      say(
        "На какой момент, со смещением; по умолчанию сейчас.", "The moment with its offset; now by default."),
      valueName: "time"))
  var at: String?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard output.lowercased().hasSuffix(".zip") else {
      throw Failure.usage(
        "Пакет — архив ZIP: дайте файлу имя с .zip, а не \(shown: output).",
        "A package is a ZIP: give the file a name with .zip, not \(shown: output).")
    }
    let target = try OutputFile(output, notOver: files + [plan, password.passwordFile].compactMap { $0 })
    let inputs = try files.map { try InputFile($0) }
    try refuseNames(inputs)
    let staff = try plan.map { try PlanFile(reading: $0).plan?.staff ?? [] } ?? []
    let inspection = Inspector.inspect(outgoing: inputs.map(\.enclosure), staff: staff)
    guard inspection.isClean else { return try refuse(inspection) }
    let clock = try moment()
    let package = CommissionPackage(
      inputs.map { SealedPackage.Entry(name: $0.ownName, bytes: $0.bytes) }, made: clock)
    let secret = try password.newPassword()
    let bytes: [UInt8]
    do throws(SealedPackage.Fault) {
      bytes = try package.sealed(password: secret)
    } catch { throw Failure(.ownFailure, PackageWords.text(of: .sealed(error))) }
    try target.write(bytes)
    answer(package, inspection, sha256(bytes))
  }

  /// Names that a package cannot hold, and the same name twice.
  private func refuseNames(_ inputs: [InputFile]) throws(Failure) {
    var seen: Set<String> = [PackageManifest.name]
    for input in inputs {
      guard SealedPackage.isSafe(input.ownName), input.path != "-" else {
        throw .usage(
          "Такое имя файла не годится для пакета: \(input.name)",
          "A package cannot hold this name: \(input.name)")
      }
      guard seen.insert(input.ownName.lowercased()).inserted else {
        throw .usage("Два файла с одним именем: \(input.name)", "Two files of one name: \(input.name)")
      }
    }
  }

  private func moment() throws(Failure) -> Moment {
    var clock = ClockOptions()
    clock.at = at
    return try clock.now()
  }

  private func refuse(_ inspection: Inspection) throws {
    switch common.format {
    case .json:
      Standard.out(
        JSON.object([
          ("schema", .string("oko/pack/1")), ("status", .string("refused")), ("output", .null),
          ("findings", .array(JSON.findings(of: inspection))),
        ]).pretty)
    case .text:
      Standard.out(TextReport(inspection, common.lang, isColoured: Standard.isColoured).text)
      Standard.out(say("Пакет не сделан.\n", "The package was not made.\n"))
    }
    throw Failure(Exit.worst([.refused] + inspection.exits(failOn: .fatal)))
  }

  private func answer(_ package: CommissionPackage, _ inspection: Inspection, _ digest: String) {
    let unseen = inspection.examination.sources.filter { $0.workbook?.sheets.isEmpty ?? true }.map(\.name)
    switch common.format {
    case .json:
      Standard.out(
        JSON.object([
          ("schema", .string("oko/pack/1")), ("status", .string("written")),
          ("output", .string(ShownName.path(output))),
          ("sha256", .string(digest)), ("files", .array(package.manifest.files.map { .string($0.name) })),
          ("notLookedInto", .array(unseen.map { .string($0) })),
          ("findings", .array(JSON.findings(of: inspection))),
        ]).pretty)
    case .text:
      let count = package.files.count
      let files = Plural.word(count, "файл", "файла", "файлов")
      Standard.out(
        say(
          "Пакет записан: \(shown: output) (\(count) \(files), опись с хешами). Пароль передайте отдельно от пакета.\n",
          "The package was written: \(shown: output) (\(count) \(count == 1 ? "file" : "files"), a manifest of hashes). Send the password another way.\n"
        ))
      guard !unseen.isEmpty else { return }
      Standard.out(
        say(
          "Имена внутри не искались (не таблицы): \(unseen.joined(separator: ", "))\n",
          "Not looked into for names (no tables): \(unseen.joined(separator: ", "))\n"))
    }
  }
}

extension Inspection {
  /// Whether nothing of error or above was found.
  fileprivate var isClean: Bool { findings.allSatisfy { $0.severity < .query } }
}

extension InputFile {
  /// The file as something that is about to leave: a table is read, anything else is only named. What calls itself a
  /// table and cannot be read is no excuse for not looking.
  fileprivate var enclosure: Source {
    let source = Source(name: ownName, role: .enclosure, bytes: bytes)
    let tables = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv"]
    guard source.refusal != nil, !tables.contains(source.fileExtension) else { return source }
    return Source(data: ownName, role: .enclosure, bytes: bytes)
  }
}
