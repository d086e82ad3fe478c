import ArgumentParser
import Console
import Glibc

/// Hands a command over to the program beside this one that knows it.
enum HandOver {
  /// The program that a command line is for: told by its first word, or by the word that help is asked for.
  ///
  /// `oko-district` has the district's memory, `oko-desk` the web server; `nil` is this one.
  static func program(of arguments: some Collection<String>) -> String? {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments.dropFirst(0)
    guard let verb = words.first else { return nil }
    // Of these two commands only one part needs the registry. A dictionary would cost more than all the rest here.
    switch verb {
    case ServeCommand.name: return "oko-desk"
    case "deadline": return words.dropFirst().first == "list" ? "oko-district" : nil
    case "rules": return words.dropFirst().first == "diff" ? "oko-district" : nil
    default: return DistrictVerb(rawValue: verb) == nil ? nil : "oko-district"
    }
  }

  /// The folder of this program, with a slash at its end.
  static var folder: String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    let own = String(decoding: path.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return own.lastIndex(of: "/").map { String(own[...$0]) } ?? "./"
  }

  /// Becomes another program with the same words; returns only when that fails.
  static func become(_ name: String, _ arguments: some Collection<String>) -> Failure {
    let other = folder + name
    var words = ([other] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    execv(other, &words)
    return .usage(
      "Эта команда — в программе \(name), она должна лежать рядом с oko: \(other).",
      "This command is in the program \(name), which must lie beside oko: \(other).")
  }
}

/// A command of `oko-district`, for the list of commands; ``Oko`` hands its words over before they are read here.
protocol HandedOver: ParsableCommand {
  static var verb: DistrictVerb { get }
}

extension HandedOver {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: verb.rawValue, abstract: verb.abstract)
  }
}

struct BulkCommand: HandedOver {
  static let verb = DistrictVerb.bulk
}

struct PlanCommand: HandedOver {
  static let verb = DistrictVerb.plan
}

struct CustodyCommand: HandedOver {
  static let verb = DistrictVerb.custody
}

struct PackCommand: HandedOver {
  static let verb = DistrictVerb.pack
}

struct UnpackCommand: HandedOver {
  static let verb = DistrictVerb.unpack
}

struct DatabaseCommand: HandedOver {
  static let verb = DistrictVerb.db
}

/// `oko deadline list`, for the list of the parts of `oko deadline`.
struct DeadlineListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say(
        "Чьи загрузки не сделаны, самые срочные сверху.", "Uploads that are due, the most urgent first."))
  }
}

/// `oko rules diff`, for the list of the parts of `oko rules`.
struct RulesDiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: say(
        "Что изменят на этих файлах другие таблицы или правила района.",
        "What other tables or another policy would change on these files."))
  }
}

/// `oko serve`, which is all of `oko-desk`.
struct ServeCommand: ParsableCommand {
  static let name = "serve"

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: serveAbstract)
  }
}
