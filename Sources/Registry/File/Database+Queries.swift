internal import GRDB

/// Queries whose values are bound, never pasted.
extension Database {
  func rows(_ query: SQL) throws -> [Row] { try Row.fetchAll(self, SQLRequest<Row>(literal: query)) }

  func row(_ query: SQL) throws -> Row? { try Row.fetchOne(self, SQLRequest<Row>(literal: query)) }

  /// Rows one after another, without holding them all.
  func cursor(_ query: SQL) throws -> RowCursor { try Row.fetchCursor(self, SQLRequest<Row>(literal: query)) }

  func texts(_ query: SQL) throws -> [String] {
    try String.fetchAll(self, SQLRequest<String>(literal: query))
  }

  func text(_ query: SQL) throws -> String? { try String.fetchOne(self, SQLRequest<String>(literal: query)) }

  func number(_ query: SQL) throws -> Int? { try Int.fetchOne(self, SQLRequest<Int>(literal: query)) }
}
