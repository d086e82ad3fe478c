/// Runs something over many items, several at a time, and hands the results over one after another.
///
/// - Parameters:
///   - width: how many run at once.
///   - take: called with each result, in the order in which they come; `false` stops taking on items.
func forEachResult<Item: Sendable, Result: Sendable>(
  of items: [Item], width: Int, _ run: @escaping @Sendable (Item) async -> Result,
  _ take: (Result) throws -> Bool
) async throws {
  try await withThrowingTaskGroup(of: Result.self) { group in
    var rest = items[...]
    for _ in 0..<width {
      guard let item = rest.popFirst() else { break }
      group.addTask { await run(item) }
    }
    while let result = try await group.next() {
      guard try take(result) else {
        group.cancelAll()
        return
      }
      if let item = rest.popFirst() { group.addTask { await run(item) } }
    }
  }
}
