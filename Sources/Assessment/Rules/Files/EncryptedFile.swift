extension Rule {
  static let encryptedFile = Rule(
    "FIL002", "encrypted-file", .fatal, .container,
    title: Text("Файл закрыт паролем", "The file is locked with a password"),
    message: Text(
      "{role}: файл закрыт паролем и не прочитан.",
      "{role}: the file is locked with a password and was not read."),
    why: Text(
      "Зашифрованный файл нельзя ни проверить, ни заполнить; пароль программа не спрашивает.",
      "An encrypted file can be neither checked nor filled; the program does not ask for passwords."),
    mend: Text(
      "Откройте файл с паролем и снимите его: «Файл → Сведения → Защита книги → Зашифровать с использованием пароля», "
        + "сотрите пароль, сохраните.",
      "Open the file with its password and take it off: File → Info → Protect Workbook → Encrypt with Password, clear "
        + "the password, save."),
    steps: .removingPassword,
    basis: .practice,
    accepts: [.plain],
    rejects: [
      Example(file: "протокол.xlsx", lockedArchive("xl/workbook.xml")),
      Example(file: "Протокол 4А.ods", lockedArchive("content.xml")),
    ]
  ) { examination, reporter in
    reporter.reportRefusals(in: examination)
  }

  /// An archive of one empty entry with the bit of encryption set.
  private static func lockedArchive(_ name: String) -> [UInt8] {
    let (count, end) = (UInt8(name.utf8.count), UInt8(30 + name.utf8.count))
    let entry: [UInt8] =
      [20, 0, 1, 0, 0, 0, 0, 0, 0x21, 0x58] + Array(repeating: 0, count: 12) + [count, 0, 0, 0]
    let head = [0x50, 0x4B, 3, 4] + entry + Array(name.utf8)
    let directory = [0x50, 0x4B, 1, 2, 20, 0] + entry + Array(repeating: 0, count: 14) + Array(name.utf8)
    return head + directory + [
      0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(directory.count), 0, 0, 0, end, 0, 0, 0, 0, 0,
    ]
  }
}
