internal import Assessment
internal import GRDB

extension WorkKey {
  /// The columns `school` and `work`.
  init?(_ row: Row) {
    guard let work = Work(id: row["work"] as String) else { return nil }
    self.init(school: row["school"], work: work)
  }
}
