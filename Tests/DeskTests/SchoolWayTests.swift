import Foundation
import Testing

@testable import Desk

/// The way of a coordinator, from the dropped files to the form.
@Suite(.serialized)
struct `A coordinator` {
  @Test
  func `drops files, mends the marked cell and takes the form along`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let sent = try await visitor.upload("/submissions", try SchoolFiles.geography())
      let path = try #require(sent.field("Location"))
      let before = try await visitor.get(path)
      #expect(before.text.contains("География, 7 класс, ВПР 2025"))
      #expect(before.text.contains("SCR004") && before.text.contains("Форма появится здесь"))
      #expect(try await visitor.get(path + "/form").text.contains("сначала исправьте ошибки"))

      let corrected = try await visitor.post(
        path + "/cells", ["source": "0", "sheet": "0", "cell": "H6", "value": "2"])
      #expect(corrected.status == 303)
      let after = try await visitor.get(path)
      #expect(!after.text.contains("SCR004") && after.text.contains("H6: «3» → «2»"))
      let form = try await visitor.get(path + "/form")
      #expect(form.status == 200 && form.body.starts(with: [0x50, 0x4B]))
      #expect(form.field("Content-Disposition")?.contains("filename*=UTF-8''%D0%A4") == true)

      #expect(try await visitor.post(path + "/undo", [:]).status == 303)
      #expect(try await visitor.get(path).text.contains("SCR004"))
      #expect(try await visitor.get(path + "/annotated").body.starts(with: [0x50, 0x4B]))
    }
  }

  @Test
  func `mends a text file without being told of our own copy's format`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let path = try #require(
        try await visitor.upload("/submissions", try SchoolFiles.mathematics()).field("Location"))
      #expect(try await visitor.get(path).text.contains("SCR004"))
      let mended = ["source": "0", "sheet": "0", "cell": "E2", "value": "2"]
      #expect(try await visitor.post(path + "/cells", mended).status == 303)
      let page = try await visitor.get(path).text
      #expect(page.contains("E2: «7» → «2»") && page.contains("/form\" download"))
      #expect(!page.contains("SCR004") && !page.contains("FIL004"))
      #expect(try await visitor.post(path + "/undo", [:]).status == 303)
      #expect(!(try await visitor.get(path).text.contains("FIL004")))
    }
  }

  @Test
  func `says that there is no protocol yet`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let form = Array(try SchoolFiles.geography().prefix(1))
      let path = try #require(try await visitor.upload("/submissions", form).field("Location"))
      let page = try await visitor.get(path).text
      #expect(page.contains("Протокола пока нет") && !page.contains("Ошибок нет"))
    }
  }

  @Test
  func `who has the form alone is given the empty sheet made from it`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let form = try #require(try SchoolFiles.mathematics().first)
      let path = try #require(try await visitor.upload("/submissions", [form]).field("Location"))
      #expect(
        try await visitor.get(path).text.contains("<a class=\"button\" href=\"\(path)/sheet\" download>"))
      let sheet = try await visitor.get(path + "/sheet")
      #expect(Array(sheet.body) == (try SchoolFiles.sheetOfProgram(form.bytes, named: form.name)))
      #expect(sheet.field("Content-Disposition")?.contains("filename=\"list-dlya-vvoda.xlsx\"") == true)

      // Filled in or not, it is a protocol: the desk goes on from there, and offers no second one.
      _ = try await visitor.upload(path + "/files", [("Лист для ввода.xlsx", Array(sheet.body))])
      let page = try await visitor.get(path).text
      #expect(page.contains("Лист для ввода.xlsx") && page.contains("Запись протокола"))
      #expect(!page.contains("\(path)/sheet"))
    }
  }

  @Test
  func `is given a sheet in which nothing of the form's own name is left`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let form = try #require(try SchoolFiles.mathematics().first)
      var sheets: Set<[UInt8]> = []
      for name in [form.name, "Канарейкин Пётр " + form.name] {
        let path = try #require(
          try await visitor.upload("/submissions", [(name, form.bytes)]).field("Location"))
        let sheet = try await visitor.get(path + "/sheet")
        #expect(sheet.status == 200 && !sheet.text.contains("%D0%9A%D0%B0%D0%BD"))
        sheets.insert(Array(sheet.body))
      }
      #expect(sheets.count == 1)
    }
  }

  @Test
  func `is told which of two forms is filled, whichever came last`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let geography = try SchoolFiles.cleanGeography()
      let other = try SchoolFiles.mathematics()[0]
      for files in [[other] + geography, geography + [other]] {
        let path = try #require(try await visitor.upload("/submissions", files).field("Location"))
        let page = try await visitor.get(path).text
        #expect(
          page.contains("Лишняя форма") && page.contains(other.name) && page.contains(geography[0].name))
        let form = try await visitor.get(path + "/form")
        #expect(form.status == 200 && form.field("Content-Disposition")?.contains("7%20") == true)
      }
    }
  }

  @Test
  func `without a form is given no sheet`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let keyed = Array(try SchoolFiles.mathematics().suffix(1))
      let path = try #require(try await visitor.upload("/submissions", keyed).field("Location"))
      #expect(!(try await visitor.get(path).text.contains("\(path)/sheet")))
      #expect(try await visitor.get(path + "/sheet").status == 404)
    }
  }

  @Test
  func `mends an empty cell, and reads what stood there as empty`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let path = try #require(
        try await visitor.upload("/submissions", try SchoolFiles.geography()).field("Location"))
      let emptied = ["source": "0", "sheet": "0", "cell": "H6", "value": ""]
      #expect(try await visitor.post(path + "/cells", emptied).status == 303)
      #expect(try await visitor.get(path).text.contains("H6: «3» → пусто"))
    }
  }

  @Test
  func `finds the work again after the program was started anew`() async throws {
    let folder = NSTemporaryDirectory() + "oko-desk-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var path = ""
    try await RunningDesk.with(folder: folder) { desk in
      path =
        try await desk.enter().upload("/submissions", try SchoolFiles.geography()).field("Location") ?? ""
    }
    try await RunningDesk.with(folder: folder) { desk in
      let visitor = try await desk.enter()
      #expect(try await visitor.get("/").text.contains("href=\"\(path)\""))
      #expect(try await visitor.get(path).text.contains("SCR004"))
      #expect(try await visitor.post(path + "/erase", [:]).status == 303)
      #expect(try await visitor.get(path).status == 404)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/submissions").isEmpty)
  }

  @Test
  func `keeps the folder for the owner alone`() async throws {
    let folder = NSTemporaryDirectory() + "oko-desk-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await RunningDesk.with(folder: folder) { desk in
      _ = try await desk.enter().upload("/submissions", try SchoolFiles.geography())
      let all = try FileManager.default.subpathsOfDirectory(atPath: folder)
      #expect(all.count > 3)
      for path in all + ["."] {
        let rights = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")[.posixPermissions]
        #expect((rights as? Int).map { $0 & 0o077 } == 0, "\(path)")
      }
    }
  }

  @Test
  func `keeps files apart whose names are alike once a pupil's is hidden`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let bytes = try #require(try SchoolFiles.mathematics().last).bytes
      let files = [("Иванов Пётр.csv", bytes), ("Петров Иван.csv", bytes)].map { (name: $0.0, bytes: $0.1) }
      let path = try #require(try await visitor.upload("/submissions", files).field("Location"))
      let page = try await visitor.get(path).text
      #expect(page.contains(" (2).csv") && !page.contains("Иванов") && !page.contains("Петров"))
    }
  }

  @Test
  func `is told in words what a strange file is`() async throws {
    try await RunningDesk.with { desk in
      let visitor = try await desk.enter()
      let strange: [(name: String, bytes: [UInt8])] = [
        ("<script>alert(1)</script>.xlsx", Array("PK not a workbook".utf8)),
        ("письмо.csv", Array("Добрый день;высылаю\n".utf8)), ("empty.xlsx", []),
      ]
      let path = try #require(try await visitor.upload("/submissions", strange).field("Location"))
      let page = try await visitor.get(path)
      #expect(page.status == 200 && !page.text.contains("<script>alert"))
      #expect(page.text.contains("Не прочитан"))
    }
  }
}
