import ArgumentParser
import Assessment
import Checking
import Console
import District
import Registry
import SchoolCalendar
import Seasons

/// The work of a school that a command is about.
struct WorkOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("Логин школы.", "The school's login."), valueName: "login"))
  var school: String

  @Option(
    help: ArgumentHelp(
      say(
        "Работа: 2024/7-ГГ; углублённая — 2024/8-МА/advanced.",
        "The work: 2024/7-ГГ; an advanced one 2024/8-МА/advanced."),
      valueName: "id"))
  var work: String

  /// The key of the work in the registry.
  func key() throws(Failure) -> WorkKey {
    guard let login = SchoolLogin(school) else { throw .login(school) }
    guard let work = Work(id: work) else {
      throw .usage(
        "Работа «\(self.work)» не понята. Нужен вид 2024/7-ГГ.",
        "The work «\(self.work)» is not like 2024/7-ГГ.")
    }
    return WorkKey(school: login.text, work: work)
  }
}

extension Failure {
  /// A school of which neither plan nor registry knows: a slip of the keyboard would become a school of its own.
  static func unknownSchool(_ login: String) -> Failure {
    .usage(
      "Школы \(login) нет ни в плане, ни в реестре: проверьте логин или добавьте школу в план.",
      "Neither plan nor registry has a school \(login): check the login, or add the school to the plan.")
  }

  /// A word that is no login.
  static func login(_ word: String) -> Failure {
    .usage("Логин «\(word)» не понят. Нужен вид edu380001.", "The login «\(word)» is not like edu380001.")
  }
}

extension DistrictRegistry {
  /// The hops of a school, or of one work of it; why that fails is said in words.
  func custodyBook(school: String? = nil, work: Work? = nil) throws(Failure) -> CustodyBook {
    do throws(RegistryError) {
      let titles = try schools().map { ($0.login, $0.name) }
      return CustodyBook(
        try custody(school: school, work: work), titles: Dictionary(titles) { first, _ in first })
    } catch { throw Failure(error) }
  }
}

extension Regulations {
  /// The zone in which the district's clocks go.
  func zone() throws(Failure) -> Zone {
    guard let zone = try? seasons.zone(id: policy.zone) else {
      throw .usage(
        "Часовой пояс «\(policy.zone)» неизвестен.", "The time zone «\(policy.zone)» is not known.")
    }
    return zone
  }
}
