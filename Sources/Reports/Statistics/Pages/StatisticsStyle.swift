/// The style sheet of statistics, for the screen and for A4.
enum StatisticsStyle {
  static let sheet: StaticString = """

    @page { size: A4; margin: 14mm 13mm 16mm }
    body { margin: 0; background: #fff; color: #1a1a1a; font: 15px/1.45 "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif }
    main { max-width: 60rem; margin: 0 auto; padding: 1.5rem }
    h1 { margin: 0 0 .6rem; font-size: 1.6rem }
    h2 { margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid currentColor; font-size: 1.15rem }
    table { border-collapse: collapse; margin: .8rem 0; font-size: .88rem }
    caption { padding: .3rem 0; text-align: left; font-weight: 600 }
    th, td { padding: .2rem .5rem; border: 1px solid #999; text-align: left; vertical-align: top }
    thead { display: table-header-group }
    thead th { background: #eef0f3; font-weight: 600 }
    .n { text-align: right; font-variant-numeric: tabular-nums }
    .facts th, .facts td { border-width: 0 0 1px }
    .facts th { font-weight: 400 }
    .facts td { font-weight: 600 }
    .sign { padding-left: .8rem; border-left: 4px solid #1a1a1a }
    figure { max-width: 760px; margin: 1rem 0; break-inside: avoid }
    svg { width: 100%; height: auto }
    footer { margin-top: 2rem; font-size: .8rem }
    .signatures { break-inside: avoid }
    .signatures td { padding: 1.2rem .8rem 0 0; border: 0 }
    .signatures .line { width: 14rem; border-bottom: 1px solid #1a1a1a }
    @media print {
      main { max-width: none; padding: 0 }
      body { font-size: 10pt }
      table { font-size: 8pt }
      th, td { padding: .12rem .3rem }
      tr, p { break-inside: avoid }
      h2, caption, thead { break-after: avoid }
      tbody tr:first-child { break-before: avoid }
    }
    """
}
