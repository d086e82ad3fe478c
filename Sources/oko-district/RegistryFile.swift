import ArgumentParser
import Assessment
import Console
import Glibc
import Registry

/// The option that names the registry.
struct RegistryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(say("Реестр района.", "The district's registry."), valueName: "file"))
  var db: String

  /// Opens a registry that is there; a misspelt name makes no empty one.
  func registry() throws(Failure) -> DistrictRegistry {
    guard access(db, F_OK) == 0 else {
      throw Failure(
        .noInput, say("Нет такого реестра: \(shown: db)", "There is no such registry: \(shown: db)"))
    }
    return try DistrictRegistry.opened(db)
  }
}

extension DistrictRegistry {
  /// Opens or makes a registry; why that fails is said in words.
  static func opened(_ path: String) throws(Failure) -> DistrictRegistry {
    do throws(RegistryError) {
      return try DistrictRegistry(path)
    } catch { throw Failure(error) }
  }
}

extension Failure {
  /// Why the registry could not be used.
  init(_ error: RegistryError) {
    let exit: Exit =
      switch error {
      case .full, .failed: .ownFailure
      case .damaged: .unreadable
      case .unknownForm: .noInput
      case .notARegistry, .newer, .busy, .cannotOpen: .usage
      }
    self.init(exit, error.words[Say.language])
  }
}
