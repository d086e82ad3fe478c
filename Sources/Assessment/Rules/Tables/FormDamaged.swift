internal import Spreadsheet

extension Rule {
  static let formDamaged = Rule(
    "TPL005", "form-damaged", .error, .table,
    title: Text("Форма повреждена", "The form is damaged"),
    message: Text("Форма повреждена: {damage}.", "The form is damaged: {damage}."),
    why: Text(
      "ФИС ОКО проверяет форму по её спискам и формулам; без них загрузка будет отклонена или посчитана неверно.",
      "ФИС ОКО checks a form by its own lists and formulas; without them the upload is rejected or counted wrongly."
    ),
    mend: Text(
      "Скачайте форму в кабинете ФИС ОКО заново и не пересохраняйте её в других программах: так теряются списки.",
      "Download the form from ФИС ОКО again and do not save it in other programs: that is how lists are lost."
    ),
    basis: .form,
    accepts: [.plain],
    rejects: [
      .plain.with { $0.damage = [.list(header: "2 (2б)", cell: CellReference(row: 1, column: 3))] },
      .plain.with { $0.damage = [.sheet(name: "Служебный")] },
      .plain.with { $0.damage = [.total(cell: CellReference(row: 1, column: 9))] },
      .plain.with { $0.damage = [.misplaced(cell: CellReference(row: 5, column: 1))] },
      .plain.with { $0.formRoom = 1 },
    ]
  ) { examination, reporter in
    guard let form = examination.form, let source = examination.formSource else { return }
    // One finding for each kind: a form that lost its lists lost them all at once, and is mended at once.
    var kinds: [[Place]] = [[], [], [], []]
    var names: [String] = []
    for damage in form.damage {
      var place = Place(source: source)
      func cell(_ cell: CellReference) -> CellLocation {
        CellLocation(source: source, sheet: form.sheet, cell: cell)
      }
      switch damage {
      case .sheet(let name):
        names.append(name)
        kinds[0].append(place)
      case .list(let header, let reference):
        place.header = header
        place.cell = cell(reference)
        kinds[1].append(place)
      case .total(let reference):
        place.cell = cell(reference)
        kinds[2].append(place)
      case .misplaced(let reference):
        place.cell = cell(reference)
        kinds[3].append(place)
      }
    }
    // Lists that pointed to a sheet are lost with it.
    if !names.isEmpty {
      kinds[0] += kinds[1]
      kinds[1] = []
    }
    if let record = examination.record, form.room > 0, record.participants.count > form.room {
      reporter.report(
        Place(source: source), ["damage": .words(tooFewRows(form.room, record.participants.count))])
    }
    for (kind, places) in kinds.enumerated() {
      guard let first = places.first else { continue }
      let words =
        switch kind {
        case 0: missingSheets(names)
        case 1: lostLists(places)
        case 2: missingTotal
        default: misplacedCells(places.count)
        }
      reporter.report(first, ["damage": .words(words)], related: Array(places.dropFirst()))
    }
  }

  private static func tooFewRows(_ room: Int, _ needed: Int) -> Text {
    Text(
      "строк с формулой «Итого баллов» \(room), а участников \(needed)",
      "it has \(room) rows with the formula of «Итого баллов», and there are \(needed) participants")
  }

  private static var missingTotal: Text {
    Text("в строках нет формулы «Итого баллов»", "the rows have no formula of «Итого баллов»")
  }

  private static func misplacedCells(_ count: Int) -> Text {
    count == 1
      ? Text("ячейка записана в чужой строке или дважды", "a cell is written in another row, or twice")
      : Text(
        "ячейки записаны в чужих строках или дважды: \(count)",
        "\(count) cells are written in another row, or twice")
  }

  private static func missingSheets(_ names: [String]) -> Text {
    let list = names.map { "«\($0)»" }.joined(separator: ", ")
    return names.count == 1
      ? Text("нет листа \(list)", "the sheet \(list) is missing")
      : Text("нет листов \(list)", "the sheets \(list) are missing")
  }

  private static func lostLists(_ places: [Place]) -> Text {
    let headers = places.prefix(3).compactMap(\.header).map { "«\($0)»" }.joined(separator: ", ")
    let rest = places.count - 3
    if places.count == 1 {
      return Text(
        "потерян список значений столбца \(headers)", "the list of values of column \(headers) is lost")
    }
    return Text(
      "потеряны списки значений столбцов \(headers)" + (rest > 0 ? " и ещё \(rest)" : ""),
      "the lists of values of columns \(headers)" + (rest > 0 ? " and \(rest) more" : "") + " are lost")
  }
}
