import Assessment
import GRDB
import Testing

@testable import Registry

@Suite struct `What goes wrong with a registry` {
  private static let path = "/srv/школа/Канарейкин Пётр.db"

  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, RegistryError.busy(path)), (.SQLITE_LOCKED, .busy(path)),
    (.SQLITE_FULL, .full(path)),
    (.SQLITE_CANTOPEN, .cannotOpen(path)), (.SQLITE_READONLY, .cannotOpen(path)),
    (.SQLITE_PERM, .cannotOpen(path)),
    (.SQLITE_AUTH, .cannotOpen(path)), (.SQLITE_NOTADB, .notARegistry(path)),
    (.SQLITE_CORRUPT, .damaged(path, "слова")), (.SQLITE_CONSTRAINT, .failed(path, "слова")),
  ])
  func `is told apart by what a person can do about it`(code: ResultCode, kind: RegistryError) {
    #expect(throws: kind) {
      try RegistryError.translating(Self.path) { throw DatabaseError(resultCode: code, message: "слова") }
    }
  }

  @Test func `of another kind keeps its words, and one that is told already stays as it is`() {
    #expect(throws: RegistryError.failed(Self.path, "CancellationError()")) {
      try RegistryError.translating(Self.path) { throw CancellationError() }
    }
    #expect(throws: RegistryError.full("другой.db")) {
      try RegistryError.translating(Self.path) { throw RegistryError.full("другой.db") }
    }
  }

  private static let errors: [(error: RegistryError, says: String, inEnglish: String)] = [
    (.notARegistry(path), "не реестр oko", "no registry"),
    (.newer(path, version: 9, known: 3), "версия 9, эта знает 3", "version 9, this one knows 3"),
    (.busy(path), "Подождите", "Wait"), (.full(path), "нет места", "full"),
    (.cannotOpen(path), "проверьте папку", "check the folder"),
    (.damaged(path, "malformed"), "повреждён (malformed)", "damaged (malformed)"),
    (.unknownForm(path), "не знает такой формы", "no such form"), (.failed(path, "отказ"), "отказ", "отказ"),
  ]

  @Test(arguments: errors.indices)
  func `is said in whole sentences, without a word that may be a name`(number: Int) {
    let (error, says, inEnglish) = Self.errors[number]
    let words = error.words
    #expect(words.ru.contains(says) && words.en.contains(inEnglish), "\(words)")
    for text in [words.ru, words.en] {
      #expect(text.hasSuffix(".") && !text.contains("Канарейкин"))
      #expect(text.contains("….db"), "\(text)")
    }
  }
}
