import Foundation

/// Files of the fixtures as a school drops them.
enum SchoolFiles {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "fixtures")

  private static func fixture(_ path: String) throws -> (name: String, bytes: [UInt8]) {
    let url = fixtures.appending(path: path)
    return (url.lastPathComponent, Array(try Data(contentsOf: url)))
  }

  /// A form and a transcription in which H6 is above the maximum.
  static func geography() throws -> [(name: String, bytes: [UInt8])] {
    [
      try fixture("forms/blank/Форма сбора результатов География 7 класс ВПР 2025.xlsx"),
      try fixture("protocols/broken/SCR004/transcription.xlsx"),
    ]
  }

  /// The same form and a transcription that nothing stands against.
  static func cleanGeography() throws -> [(name: String, bytes: [UInt8])] {
    [try geography()[0], try fixture("protocols/clean/b-xlsx/transcription.xlsx")]
  }

  /// A form and a transcription as text, in which E2 is above the maximum.
  static func mathematics() throws -> [(name: String, bytes: [UInt8])] {
    let keyed = try fixture("protocols/clean/a-csv/transcription.csv")
    let text = String(decoding: keyed.bytes, as: UTF8.self)
    return [
      try fixture("forms/blank/Форма сбора результатов Математика 4 класс ВПР 2024.xlsx"),
      ("4А.csv", Array(text.replacing("40051;2;1;1;2;", with: "40051;2;1;1;7;").utf8)),
    ]
  }

  /// What `oko blank transcription --form` makes of a form.
  static func sheetOfProgram(_ form: [UInt8], named name: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oko-sheet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(form).write(to: folder.appending(path: name))
    let process = Process()
    process.executableURL = URL(filePath: RunningDesk.oko)
    process.arguments = ["blank", "transcription", "--form", name, "-o", "sheet.xlsx"]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: folder.appending(path: "sheet.xlsx")))
  }

  /// A transcription with a column of names.
  static func withNames() throws -> [UInt8] { try fixture("protocols/broken/PRV001/transcription.csv").bytes }

  /// A plan of a district.
  static func plan() throws -> (name: String, bytes: [UInt8]) { try fixture("plans/good.json") }
}
