import ArgumentParser
import Assessment
import Console
import District
import Glibc
import Reports
import Spreadsheet

/// `oko unpack`: opens a package, checks every hash, writes into a new folder and nowhere else.
struct UnpackCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: DistrictVerb.unpack.rawValue, abstract: DistrictVerb.unpack.abstract,
      discussion: say(
        "Папки ещё не должно быть. Если хоть один файл не сошёлся с описью, не пишется ничего.\nПример: oko unpack 7-ГГ.zip --password-file пароль.txt -o пакет",
        "The folder must not exist yet. If one file differs from the manifest, nothing is written.\nExample: oko unpack 7-ГГ.zip --password-file password.txt -o package"
      ))
  }

  @Argument(help: ArgumentHelp(say("Пакет (.zip).", "The package (.zip)."), valueName: "package"))
  var package: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        "Новая папка; без ключа пакет только проверяется.",
        "A new folder; without it the package is only checked."),
      valueName: "dir"))
  var output: String?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let input = try InputFile(package)
    if let output, access(output, F_OK) == 0 {
      throw Failure.usage("Папка уже есть: \(shown: output)", "The folder is there already: \(shown: output)")
    }
    let secret = try password.password()
    let content: CommissionPackage
    do throws(CommissionPackage.Fault) {
      content = try CommissionPackage(opening: input.bytes, password: secret)
    } catch { throw Failure(.unreadable, PackageWords.text(of: error)) }
    if let output { try NewFolder(output).write(content.files) }
    switch common.format {
    case .json:
      Standard.out(
        JSON.object([
          ("schema", .string("oko/unpack/1")), ("status", .string("good")),
          ("made", .string(content.manifest.made)),
          ("output", JSON(output.map { ShownName.path($0) })),
          (
            "files",
            .array(
              content.manifest.files.map {
                .object([
                  ("name", .string(ShownName.path($0.name))), ("size", .int($0.size)),
                  ("sha256", .string($0.sha256)),
                ])
              })
          ),
        ]).pretty)
    case .text:
      for file in content.manifest.files {
        Standard.out("\(file.sha256)  \(shown: file.name)\n")
      }
      let count = content.files.count
      let files = Plural.word(count, "файл", "файла", "файлов")
      Standard.out(
        say(
          "Пакет цел: \(count) \(files), все хеши сошлись с описью.\n",
          "The package is whole: \(count) \(count == 1 ? "file" : "files"), all hashes agree with the manifest.\n"
        ))
    }
  }
}

/// A folder that is made for files of a package; when writing fails, it is taken away again.
private struct NewFolder {
  let path: String

  init(_ path: String) { self.path = path }

  func write(_ files: [SealedPackage.Entry]) throws(Failure) {
    guard mkdir(path, 0o700) == 0 else {
      throw .usage("Папку не создать: \(shown: path)", "The folder cannot be made: \(shown: path)")
    }
    do throws(Failure) {
      for file in files { try write(file) }
    } catch {
      remove(files)
      throw error
    }
  }

  private func write(_ file: SealedPackage.Entry) throws(Failure) {
    var folder = path
    for part in file.name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw .usage("Папку не создать: \(shown: folder)", "The folder cannot be made: \(shown: folder)")
      }
    }
    try OutputFile("\(path)/\(file.name)", notOver: []).write(file.bytes)
  }

  private func remove(_ files: [SealedPackage.Entry]) {
    for file in files {
      unlink("\(path)/\(file.name)")
      var parts = file.name.split(separator: "/").dropLast()
      while !parts.isEmpty {
        rmdir("\(path)/\(parts.joined(separator: "/"))")
        parts.removeLast()
      }
    }
    rmdir(path)
  }
}
