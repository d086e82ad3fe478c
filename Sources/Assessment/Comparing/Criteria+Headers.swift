extension Criteria {
  /// What the headers of keyed tables say of a work that nobody names: its tasks, in the order of the first table.
  ///
  /// A maximum that no header states is 0; a comparison does not ask for it. `nil` when no table has a task.
  init?(headersOf tables: [ProtocolTable]) {
    var tasks: [TaskCriterion] = []
    for table in tables {
      var part = 0
      for column in table.columns {
        switch column.meaning {
        case .variant: part += 1
        case .task(let id, let stated) where !tasks.contains(where: { $0.id == id }):
          tasks.append(TaskCriterion(id: id, maximum: stated ?? 0, part: max(1, part)))
        default: break
        }
      }
    }
    guard !tasks.isEmpty else { return nil }
    self.init(work: nil, tasks: tasks, terms: EntryTerms(codes: nil), origin: .form)
  }
}

extension Examination {
  /// Why two transcriptions cannot be compared.
  var reasonNotToCompare: Text? {
    let isRead = [0, 1].allSatisfy { source in tables.contains { $0.source == source && !$0.rows.isEmpty } }
    return isRead ? nil : Text("одна из записей не прочитана", "one of the transcriptions was not read")
  }
}
