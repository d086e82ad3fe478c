public import Checking
internal import FoundationEssentials
public import Registry

extension StoredResults {
  /// The results as statistics take them; `nil` when they were written in a way that this program does not know.
  public var part: DistrictResults.Part? {
    let results = try? JSONDecoder().decode(ProtocolResults.self, from: Data(document.utf8))
    return results.map { DistrictResults.Part(school: key.school, work: key.work, results: $0) }
  }
}
