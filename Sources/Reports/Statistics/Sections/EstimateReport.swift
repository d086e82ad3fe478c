internal import Assessment
internal import Objectivity

extension StatisticsReport {
  /// What a drawn school found: its chance of being drawn, works marked again, marks changed.
  public struct ControlledSchool: Sendable {
    /// The school's login.
    public let login: String
    /// The chance of being in the sample, above 0 and up to 1.
    public let inclusion: Double
    /// Works marked again, and how many of them changed.
    public let works: Int, changed: Int

    /// A drawn school with its result.
    public init(login: String, inclusion: Double, works: Int, changed: Int) {
      self.login = login
      self.inclusion = inclusion
      self.works = works
      self.changed = changed
    }
  }

  /// The district's share of changed works from a sample with unequal chances.
  public init(estimate schools: [ControlledSchool], origin: Origin) {
    var section = Section(Text("Район", "The district"))
    let works = schools.reduce(0) { $0 + $1.works }
    let changed = schools.reduce(0) { $0 + $1.changed }
    section.facts = [
      Fact("schools", Text("Школ в выборке", "Schools in the sample"), schools.count),
      Fact("works", Text("Работ проверено", "Works marked"), works),
      Fact("changed", Text("Изменилось", "Changed"), changed),
    ]
    let estimate = Supported<HajekEstimate>.over(works) {
      HajekEstimate(
        schools.map { HajekEstimate.School(found: $0.changed, works: $0.works, inclusion: $0.inclusion) })
    }
    section.facts += [
      Fact("share", Text("Оценка доли по району", "Estimated share of the district"), estimate) {
        .number($0.share, digits: 3)
      },
      Fact("share_error", Text("её стандартная ошибка", "its standard error"), estimate) {
        $0.error.map { .number($0, digits: 3) } ?? .undefined
      },
      Fact("share_interval", Text("её 95 %", "its 95 %"), estimate) {
        $0.interval.map { .interval($0, digits: 3) } ?? .undefined
      },
    ]
    if let estimate = estimate.value, let naive = Proportion(changed, of: works) {
      section.statements = [.districtShare(estimate, naive: naive.share)]
      if estimate.interval == nil { section.statements.append(.noInterval) }
    } else {
      section.statements = [.tooFew(works)]
    }
    section.tables = [
      StatisticsTable(
        "estimate", Text("Отобранные школы", "Schools drawn"),
        [
          Text("ОО", "School"), Text("π", "π"), Text("Вес 1/π", "Weight 1/π"), Text("Работ", "Works"),
          Text("Изменилось", "Changed"),
        ],
        schools.filter { $0.works >= 5 }.map {
          [
            .label($0.login), .number($0.inclusion, digits: 4), .number(1 / $0.inclusion, digits: 2),
            .count($0.works), .count($0.changed),
          ]
        })
    ]
    section.statements += Self.hiddenRows(schools.count { $0.works < 5 })
    self.init(
      "estimate", Text("Оценка по району после контроля", "Estimate for the district after the control"),
      origin,
      [section], notes: [.purpose])
  }
}

extension Statement {
  /// The share of the district, and why it is not the plain one.
  static func districtShare(_ estimate: HajekEstimate, naive: Double) -> Statement {
    let (ru, en) = (Figures(.ru), Figures(.en))
    let share = estimate.share
    func interval(_ figures: Figures) -> String {
      estimate.interval.map { " (95\u{A0}%: \(figures.range(100 * $0.low, 100 * $0.high, 1)))" } ?? ""
    }
    return Statement(
      .confirmedByRecheck,
      "По району отметка изменилась бы в \(ru.percent(share)) работ\(interval(ru)). Простая доля по выборке, \(ru.percent(naive)), сюда не годится: часть школ отобрана не случайно.",
      "In the district the mark would change in \(en.percent(share)) of works\(interval(en)). The plain share of the sample, \(en.percent(naive)), will not do: some schools were not drawn by chance alone."
    )
  }

  /// A sample that tells a share and not how sure it is.
  static let noInterval = Statement(
    .description,
    "Насколько оценка точна, по этим данным не сказать: нужны хотя бы две школы, попавшие в выборку по жребию (π меньше 1), и хотя бы одна изменённая и одна не изменённая работа.",
    "How sure the estimate is cannot be told: two schools at least must have come in by chance (π below 1), with a changed work and an unchanged one."
  )
}
