internal import Assessment
internal import Reports
internal import SchoolCalendar
internal import Spreadsheet

/// A document for signature on A4, as offices write them: one HTML file without outside resources, which a browser prints
/// and a word processor opens. Acts are Russian, whatever the language of the program.
struct ActPage {
  let title: String
  let subtitle: String
  let body: [Markup]

  var html: String {
    Markup.document(
      "ru",
      head: [
        .void("meta", [.init("charset", "utf-8")]),
        .void("meta", [.init("http-equiv", "Content-Security-Policy"), .init("content", Self.policy)]),
        .element("title", [], [.text("\(title). \(subtitle)")]), .style(Self.sheet),
      ],
      body: [
        .element(
          "main", [],
          [.element("h1", [], [.text(title)]), .element("p", [.kind("subtitle")], [Self.set(subtitle)])]
            + body)
      ])
  }

  static let policy =
    "default-src 'none'; style-src 'sha256-\(sha256Base64(Array("\(sheet)".utf8)))'; base-uri 'none'; form-action 'none'"

  // MARK: Pieces

  /// Text set as Russian books set it.
  static func set(_ text: String) -> Markup { .text(Typography.set(text, .ru)) }

  static func paragraph(_ text: String) -> Markup { .element("p", [.kind("text")], [set(text)]) }

  /// A table with a head; a cell that holds nothing is room to write.
  static func table(_ heads: [(String, StaticString)], _ rows: [[String]]) -> Markup {
    let head = heads.map { Markup.element("th", [.kind("\($0.1)")], [set($0.0)]) }
    let lines = rows.map { row in
      Markup.element(
        "tr", [], zip(row, heads).map { cell, head in .element("td", [.kind("\(head.1)")], [set(cell)]) })
    }
    return .element(
      "table", [], [.element("thead", [], [.element("tr", [], head)]), .element("tbody", [], lines)])
  }

  /// A line to sign on: who, room for the signature, room for or the name.
  static func signature(_ role: String, _ name: String) -> Markup {
    .element(
      "div", [.kind("sign")],
      [
        .element("span", [.kind("role")], [set(role)]),
        .element("span", [.kind("blank")], [.element("small", [], [.text("подпись")])]),
        .element(
          "span", [.kind("name")], [.text(name), .element("small", [], [.text("фамилия, инициалы")])]),
      ])
  }

  /// Empty lines to write remarks on, below their heading.
  static func remarks(_ heading: String, lines: Int) -> Markup {
    .element(
      "div", [.kind("remarks")],
      [.element("p", [], [set(heading)])] + (0..<lines).map { _ in .element("div", [.kind("rule")], []) })
  }

  /// The place and the time of an act, at the left and at the right.
  static func placeAndTime(_ day: String) -> Markup {
    .element(
      "div", [.kind("when")],
      [
        .element(
          "span", [.kind("where")], [.element("small", [], [.text("место составления")])]),
        .element("span", [], [set(day)]),
      ])
  }

  // MARK: Words

  private static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
  ]

  /// «16» апреля 2024 г.
  static func day(_ day: CalendarDay) -> String {
    "«\(day.day < 10 ? "0" : "")\(day.day)» \(months[day.month - 1]) \(day.year)\u{A0}г."
  }

  /// 14:05, by the clocks of a zone.
  static func time(_ moment: Moment, _ zone: Zone) -> String {
    String(moment.time(in: zone).description.prefix(5))
  }

  static let sheet: StaticString = """

    @page { size: A4; margin: 20mm 15mm 20mm 25mm }
    * { box-sizing: border-box }
    body { margin: 0; background: #e9eaec; color: #000; font: 12.5pt/1.35 "PT Serif", "Times New Roman", "Liberation Serif", "DejaVu Serif", serif }
    main { width: 210mm; margin: 8mm auto; padding: 20mm 15mm 20mm 25mm; background: #fff }
    h1 { margin: 0; text-align: center; text-transform: uppercase; letter-spacing: .06em; font-size: 15pt }
    .subtitle { margin: 1mm auto 8mm; max-width: 135mm; text-align: center; font-weight: bold }
    .text { margin: 0 0 3mm; text-align: justify; text-indent: 12.5mm; hyphens: auto }
    .when { display: flex; justify-content: space-between; margin-bottom: 7mm }
    .where { width: 70mm; padding-top: 5.2mm }
    .where small { border-top: .3mm solid #000 }
    small { display: block; color: #333; font-size: 8.5pt; line-height: 1.2; text-align: center }
    table { width: 100%; margin: 3mm 0 5mm; border-collapse: collapse; font-size: 11.5pt; line-height: 1.25 }
    th, td { padding: 1.2mm 2mm; border: .3mm solid #000; vertical-align: top; text-align: left }
    th { text-align: center; font-weight: bold }
    td.narrow, th.narrow { width: 11mm; text-align: center }
    td.short, th.short { width: 24mm; text-align: center }
    td.note, th.note { width: 42mm }
    thead { display: table-header-group }
    tr { break-inside: avoid }
    .choice { margin: 0 0 3mm }
    .remarks { margin: 2mm 0 6mm; break-inside: avoid }
    .remarks p { margin: 0 }
    .rule { height: 8mm; border-bottom: .3mm solid #000 }
    .sign { display: grid; grid-template-columns: 62mm 1fr 58mm; gap: 5mm; align-items: end; margin-top: 9mm; break-inside: avoid }
    .sign .role { padding-bottom: 3.8mm; text-align: left; line-height: 1.2 }
    .sign .blank small, .sign .name small { border-top: .3mm solid #000; padding-top: .6mm }
    .sign .name { text-align: center }
    .foot { margin-top: 9mm; font-size: 10.5pt }
    @media print { body { background: #fff } main { width: auto; margin: 0; padding: 0 } }

    """
}
