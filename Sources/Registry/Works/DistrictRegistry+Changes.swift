internal import GRDB

extension DistrictRegistry {
  /// A mark of the present state: it changes whenever something that people look at has changed.
  public func changeMark() throws(RegistryError) -> String {
    try read { db in
      try db.text(
        """
        SELECT (SELECT count(*) FROM state_change) || '.' || (SELECT count(*) FROM submission) || '.'
          || (SELECT coalesce(max(id), 0) FROM run) || '.' || (SELECT count(*) FROM custody) || '.'
          || (SELECT count(*) FROM upload WHERE answered IS NOT NULL) || '.' || (SELECT count(*) FROM planned) || '.'
          || (SELECT count(*) FROM assignment) || '.' || (SELECT count(*) FROM assignment WHERE finished IS NOT NULL)
        """) ?? ""
    }
  }
}
