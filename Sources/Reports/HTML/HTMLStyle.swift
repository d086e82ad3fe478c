/// The style sheet of a report, for the screen and for A4.
enum HTMLStyle {
  static let sheet: StaticString = """

    @page { size: A4; margin: 14mm 13mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555 } }
    :root { color-scheme: light; --line: #c9ced4; --soft: #5a6268; --bad: #b3261e; --ask: #6a3fa0; --warn: #8a6100; --note: #2b5f8a }
    * { box-sizing: border-box }
    body { margin: 0; background: #f4f5f7; color: #1b1d1f; font: 15px/1.45 "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif }
    main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 2rem 2.5rem; background: #fff }
    h1 { margin: 0 0 .6rem; font-size: 1.7rem }
    h2 { margin: 1.6rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid currentColor; font-size: 1.15rem }
    h3 { display: flex; flex-wrap: wrap; gap: .15rem .9rem; margin: 0; font-size: .95rem }
    p { margin: .3rem 0 }
    dl { display: grid; gap: .1rem; margin: 0 }
    dl div { display: grid; grid-template-columns: 11rem 1fr }
    dt { color: var(--soft) }
    dd { margin: 0 }
    .verdict { margin: 1rem 0 0; padding: .6rem .9rem; border: 2px solid var(--bad); border-radius: .3rem; font-weight: 600 }
    .verdict.clean { border-color: #2c7a3f }
    .fatal h2, .error h2 { color: var(--bad) }
    .query h2 { color: var(--ask) }
    .warning h2 { color: var(--warn) }
    .info h2 { color: var(--note) }
    article { margin: 0 0 .9rem; padding: .5rem 0 .2rem .8rem; border-left: 3px solid var(--line); break-inside: avoid }
    .fatal article, .error article { border-left-color: var(--bad) }
    .query article { border-left-color: var(--ask) }
    .warning article { border-left-color: var(--warn) }
    .code { white-space: nowrap }
    .place, .who { color: var(--soft); font-weight: 400 }
    .what { font-size: 1.02rem }
    .mend::before { content: "→ " }
    .others, .more, .folded { color: var(--soft); font-size: .9rem }
    .explained { padding: .2rem .5rem; background: #f1ebf9 }
    .folded ul { margin: .1rem 0; padding-left: 1.2rem }
    table { border-collapse: collapse; width: 100%; font-size: .9rem }
    th, td { padding: .2rem .45rem; border: 1px solid var(--line); text-align: left; vertical-align: top }
    thead th { background: #eef0f3; font-weight: 600 }
    thead { display: table-header-group }
    tr { break-inside: avoid }
    caption { caption-side: top; padding-bottom: .15rem; color: var(--soft); text-align: left }
    .scroll { overflow-x: auto; margin: .35rem 0 }
    .excerpt { width: auto; font-size: .78rem }
    .excerpt th, .excerpt td { padding: .1rem .26rem; text-align: center; font-variant-numeric: tabular-nums }
    .excerpt th.row { background: #eef0f3; color: var(--soft); font-weight: 400 }
    .wrong { outline: 2px solid var(--bad); outline-offset: -1px; background: #fbe3e0 }
    .query .wrong { outline-color: var(--ask); background: #efe6fa }
    .warning .wrong { outline-color: var(--warn); background: #fff1cc }
    .info .wrong { outline-color: var(--note); background: #e3eef8 }
    mark { background: none; color: inherit; font-weight: 700 }
    .number { text-align: right; font-variant-numeric: tabular-nums }
    .skipped td { color: var(--soft); font-style: italic }
    .digest { font: .68rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
    .signature { margin-top: 2.2rem; break-inside: avoid }
    .line { display: grid; grid-template-columns: 15rem 1fr 1.4fr .8fr; gap: 1rem; margin-top: 1.6rem }
    .blank { border-top: 1px solid #1b1d1f; margin-top: 1.25rem; text-align: center }
    small { color: var(--soft); font-size: .72rem }
    .index ul { columns: 18rem auto; padding-left: 1.2rem; font-size: .9rem }
    footer { margin-top: 1.4rem; color: var(--soft); font-size: .82rem }
    @media print {
      body { background: #fff; font-size: 9.5pt }
      main { max-width: none; padding: 0 }
      h1 { font-size: 16pt }
      h2 { font-size: 11.5pt; break-after: avoid }
      .scroll { overflow: visible }
      .excerpt { font-size: 7.5pt }
      .excerpt th, .excerpt td { padding: .5pt 2.5pt }
      .wrong, thead th, .explained, .excerpt th.row { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }

    """
}
