internal import Assessment

/// The findings of an inspection in the order in which people read them: gravest first, each followed by those that it
/// explains.
struct FindingList {
  /// A finding with its number in the list.
  struct Item {
    /// The number, from one.
    let number: Int
    let finding: Finding
    /// The number of the finding under which this one is folded.
    let cause: Int?
  }

  let items: [Item]
  private let foldedUnder: [Int: [Item]]

  init(_ inspection: Inspection) {
    let tops = inspection.findings.filter { $0.cause == nil }.enumerated()
      .sorted { a, b in (b.element.severity, a.offset) < (a.element.severity, b.offset) }.map(\.element)
    let known = Set(tops.map(\.fingerprint))
    var items: [Item] = []
    func add(_ finding: Finding, under cause: Int?) {
      items.append(Item(number: items.count + 1, finding: finding, cause: cause))
    }
    let folded = Dictionary(grouping: inspection.findings.filter { $0.cause != nil }) { $0.cause ?? "" }
    for top in tops {
      add(top, under: nil)
      let number = items.count
      for echo in folded[top.fingerprint] ?? [] { add(echo, under: number) }
    }
    for lost in inspection.findings where lost.cause.map({ !known.contains($0) }) ?? false {
      add(lost, under: nil)
    }
    self.items = items
    foldedUnder = Dictionary(grouping: items.filter { $0.cause != nil }) { $0.cause ?? 0 }
  }

  /// The findings that stand for themselves.
  var tops: [Item] { items.filter { $0.cause == nil } }

  /// The findings that are folded under one of them.
  func folded(under top: Item) -> [Item] { foldedUnder[top.number] ?? [] }
}
