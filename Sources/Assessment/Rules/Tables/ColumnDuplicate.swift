extension Rule {
  static let columnDuplicate = Rule(
    "TPL004", "column-duplicate", .error, .table,
    title: Text("Два столбца об одном", "Two columns mean the same"),
    message: Text(
      "Столбцы «{first}» и «{header}» значат одно и то же; прочитан только первый.",
      "The columns «{first}» and «{header}» mean the same; only the first was read."),
    why: Text(
      "Если в двух столбцах разные значения, неизвестно, какое из них верно.",
      "Where two columns hold different values, nobody knows which is right."),
    mend: Text(
      "Оставьте один столбец, лишний удалите или исправьте его заголовок.",
      "Keep one column; remove the other or mend its header."),
    basis: .form,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. | ↓3(1) |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 | X |
        """),
      Example(
        """
        | Код | Вар. | ↓Вариант | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. пред. | ↓Отметка за четверть |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 | 5 |
        """),
    ]
  ) { examination, reporter in
    for table in examination.tables {
      for (column, first) in table.repeatedColumns(examination.criteria) {
        var place = Place(cell: table.location(column), header: column.header)
        if case .task(let task, _) = column.meaning { place.task = task }
        reporter.report(
          place, ["first": .text(first.header), "header": .text(column.header)],
          actual: Actual(raw: column.header, type: "text"),
          related: [Place(cell: table.location(first), task: place.task, header: first.header)])
      }
    }
  }
}

extension ProtocolTable {
  /// The columns that repeat another one, each with the one it repeats.
  fileprivate func repeatedColumns(_ criteria: Criteria?) -> [(column: Column, first: Column)] {
    // Tasks in the very order of the work repeat only if the work's own do, which is CRT003.
    let areTasksRight = criteria.map { hasExactlyTheTasks(of: $0) } ?? false
    var seen: [HeaderMeaning: Column] = [:]
    var repeated: [(Column, Column)] = []
    for column in columns {
      switch column.meaning {
      case .task where areTasksRight: continue
      case .code, .task, .schoolClass, .sex, .previousMark, .statedMark:
        guard let kind = column.kind else { continue }
        if let first = seen[kind] { repeated.append((column, first)) } else { seen[kind] = column }
      default: continue
      }
    }
    return repeated + repeatedVariants(parts: criteria?.parts)
  }

  /// A variant stands for each part once; where no part is named, columns are taken in order.
  private func repeatedVariants(parts: Int?) -> [(column: Column, first: Column)] {
    var slots: [Int: Column] = [:]
    var repeated: [(Column, Column)] = []
    for column in columns {
      guard case .variant(let part) = column.meaning else { continue }
      let limit = parts ?? max(part, slots.count + 1)
      let slot = part > 0 ? min(part, limit) : (1...limit).first { slots[$0] == nil } ?? limit
      if let first = slots[slot] { repeated.append((column, first)) } else { slots[slot] = column }
    }
    return repeated
  }
}
