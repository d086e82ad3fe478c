/// The style sheet of the overview, for the screen and for A4 across.
enum OverviewStyle {
  static let sheet: StaticString = """

    @page { size: A4 landscape; margin: 12mm }
    :root { color-scheme: light; --line: #c9ced4; --soft: #5a6268; --bad: #b3261e; --ask: #6a3fa0 }
    * { box-sizing: border-box }
    body { margin: 0; background: #f4f5f7; color: #1b1d1f; font: 15px/1.4 "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif }
    main { max-width: 96rem; margin: 0 auto; padding: 1.5rem 2rem 2.5rem; background: #fff }
    h1 { margin: 0; font-size: 1.7rem }
    h2 { margin: 1.6rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid #1b1d1f; font-size: 1.15rem }
    .when { margin: .1rem 0 .6rem; color: var(--soft) }
    .totals { margin: 0; font-size: 1.1rem; font-weight: 600 }
    .unfinished { margin: .8rem 0; padding: .6rem .9rem; border: 2px solid var(--bad); border-radius: .3rem; font-weight: 600 }
    small { display: block; color: var(--soft); font-size: .75rem; font-weight: 400 }
    ul { margin: .3rem 0; padding-left: 1.2rem }
    .common li { margin-bottom: .35rem; font-weight: 600 }
    .scroll { overflow-x: auto }
    table { border-collapse: collapse; font-size: .9rem }
    .list { width: 100% }
    th, td { padding: .25rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top }
    thead th { background: #eef0f3; font-weight: 600 }
    .number { text-align: right; font-variant-numeric: tabular-nums }
    .late { color: var(--bad); font-weight: 600 }
    .login, .codes { white-space: nowrap; font-variant-numeric: tabular-nums }
    .codes { white-space: normal }
    .matrix { font-size: .82rem }
    .matrix thead th { white-space: nowrap; text-align: center }
    .matrix thead th:first-child { text-align: left }
    .matrix tbody th { position: sticky; left: 0; min-width: 11rem; max-width: 20rem; background: #fff; font-weight: 600 }
    .matrix td { min-width: 3.4rem; padding: .2rem .3rem; text-align: center; white-space: nowrap }
    .matrix td.none { background: #fafbfc }
    td.errors, td.unreadable, td.rejected, .sign.errors, .sign.unreadable, .sign.rejected { background: #fbe3e0; color: #7c1710; font-weight: 600 }
    td.queries, .sign.queries { background: #efe6fa; color: #4b2a78; font-weight: 600 }
    td.missing, td.received, .sign.missing, .sign.received { background: #fff1cc; color: #6b4b00 }
    td.ready, td.written, .sign.ready, .sign.written { background: #e2f3e6; color: #1e5b30 }
    td.uploaded, td.accepted, .sign.uploaded, .sign.accepted { background: #cfe9d6; color: #14472a }
    td.overdue { background: #fbe3e0; color: #7c1710 }
    td.overdue small { color: inherit; font-weight: 600 }
    .list tr.errors .state, .list tr.unreadable .state, .list tr.rejected .state { color: var(--bad); font-weight: 600 }
    .list tr.queries .state { color: var(--ask); font-weight: 600 }
    details { margin: .5rem 0; border: 1px solid var(--line); border-radius: .3rem }
    summary { padding: .45rem .8rem; font-weight: 600; cursor: pointer }
    details[open] summary { border-bottom: 1px solid var(--line) }
    details .scroll { padding: .5rem }
    footer { margin-top: 1.2rem; color: var(--soft); font-size: .85rem }
    .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; list-style: none }
    .sign { display: inline-block; min-width: 3rem; padding: .05rem .35rem; border: 1px solid var(--line); text-align: center }
    .path { overflow-wrap: anywhere }
    @media print {
      body { background: #fff; font-size: 9pt }
      main { max-width: none; padding: 0 }
      .scroll { overflow: visible }
      .matrix { font-size: 7.5pt }
      .matrix td { min-width: 0; padding: 1pt 2pt }
      .matrix tbody th { position: static; min-width: 0 }
      tr { break-inside: avoid }
      thead { display: table-header-group }
      details { border: 0 }
      details::details-content { content-visibility: visible; block-size: auto }
      td, thead th, .sign { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }

    """
}
