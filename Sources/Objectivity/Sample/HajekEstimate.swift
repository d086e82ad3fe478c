/// What a sample with unequal chances says of the whole district.
public enum HajekEstimate {
  /// The share in the district from what each drawn school found, weighed by 1/π; `nil` without works.
  ///
  /// The naive pooled share overstates: schools with a sign were chosen on purpose.
  public static func share(_ schools: [(found: Int, works: Int, inclusion: Double)]) -> Double? {
    let found = schools.reduce(0) { $0 + Double($1.found) / $1.inclusion }
    let works = schools.reduce(0) { $0 + Double($1.works) / $1.inclusion }
    return works > 0 ? found / works : nil
  }
}
