extension DeadlinePolicy {
  /// Both terms of a work written on `held`, with everything that the answer rests on.
  ///
  /// `window` is that of the work's grade, or `nil` where the season or the grade is not known: then there is no
  /// federal end but the policy's. Throws when a year has no production calendar or the zone is not known.
  public func terms(
    held: CalendarDay, window: SeasonWindow?, calendar: ProductionCalendar, zones: ZoneTable
  ) throws(TermsError) -> Terms {
    guard let zone = zones[zone] else { throw .zoneUnknown(zone) }
    do throws(CalendarGap) {
      return try terms(held: held, window: window, calendar: calendar, zone: zone)
    } catch {
      throw .calendarGap(error)
    }
  }

  private func terms(
    held: CalendarDay, window: SeasonWindow?, calendar: ProductionCalendar, zone: Zone
  ) throws(CalendarGap) -> Terms {
    let expertDue = try calendar.adding(workingDays: expertTerm, to: held, week: week)
    let readings = try Readings(term: uploadTerm, after: held, rolledIn: week, by: calendar)
    return Terms(
      held: held,
      expertDue: expertDue,
      readings: readings,
      reading: reading,
      federalEnd: federalEnd ?? window?.to,
      cutoff: cutoff,
      zone: zone,
      isHeldOnDayOff: try calendar.isDayOff(held, week: week),
      isHeldOutsideWindow: window.map { !$0.contains(held) } ?? false,
      provisionalYears: calendar.provisionalYears(from: held, through: max(expertDue, readings.latest)))
  }
}
