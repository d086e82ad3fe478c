/// What `oko serve` does, for the list of commands in either program.
package var serveAbstract: String {
  say(
    "Открыть стол в браузере: проверить протокол, исправить, скачать форму; для ТРЦ — район на одном экране.",
    "Open the desk in a browser: check a protocol, mend it, take the form along; for the centre the district on one screen."
  )
}

/// The commands that need the district's memory and live in `oko-district`, beside `oko`.
///
/// The database library would cost every start of `oko` 1.3 ms and 60 MB; so `oko` hands these words over, and to a
/// person it is one program.
package enum DistrictVerb: String, CaseIterable {
  case bulk, db, plan, custody, pack, unpack

  /// What the command does, for the list of commands in either program.
  package var abstract: String {
    switch self {
    case .bulk:
      say(
        "Все файлы района разом: сводка, загрузки, письма школам.",
        "All files of a district at once: overview, uploads, letters to the schools.")
    case .custody:
      say(
        "Передача материалов: записать, показать с разрывами, составить акт.",
        "Custody of packages: put a hand-over down, show the chain with its gaps, make an act.")
    case .pack:
      say(
        "Пакет для комиссии: ZIP под паролем (AES-256), без имён.",
        "A package for the commission: a sealed ZIP (AES-256) without names.")
    case .unpack: say("Открыть и проверить пакет.", "Open and check a package.")
    case .plan:
      say(
        "План района: график, наблюдатели, эксперты.", "The district's plan: schedule, observers, experts.")
    case .db:
      say(
        "Реестр района: проверить, выгрузить, стереть школу, отметить загрузку.",
        "The district's registry: check, export, erase a school, note an upload.")
    }
  }
}
