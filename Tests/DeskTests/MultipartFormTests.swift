import Testing

@testable import Desk

struct `A form with files` {
  private func form(_ parts: String, boundary: String = "b") -> MultipartForm? {
    MultipartForm(Array(parts.utf8), type: "multipart/form-data; boundary=\(boundary)")
  }

  @Test
  func `gives its fields and files, names without folders`() throws {
    let body =
      "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n"
      + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"C:\\Мои документы\\4А.csv\"\r\n"
      + "Content-Type: text/csv\r\n\r\nКод;1\r\n40001;1\r\n\r\n--b--\r\n"
    let form = try #require(self.form(body))
    #expect(form.fields == ["token": "abc"])
    #expect(form.files.map(\.name) == ["4А.csv"])
    #expect(form.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["Код;1\r\n40001;1\r\n"])
  }

  @Test(arguments: [
    "../../../etc/passwd", "..\\..\\windows\\system.ini", "/absolute/4А.csv", "a/b/../4А.csv",
  ])
  func `keeps nothing of a path`(name: String) throws {
    let body = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n\r\nx\r\n--b--"
    let file = try #require(self.form(body)?.files.first)
    #expect(!file.name.contains { $0 == "/" || $0 == "\\" })
  }

  @Test
  func `passes over a field for files in which nothing was chosen`() throws {
    let body = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n--b--"
    #expect(try #require(self.form(body)).files.isEmpty)
  }

  @Test(arguments: [
    "", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
    "--c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--c--", "--b\r\n\r\nno head\r\n--b--",
    "--b\r\nContent-Type: text/plain\r\n\r\nno name\r\n--b--", "x--b\r\n",
  ])
  func `that is not whole is refused`(body: String) { #expect(form(body) == nil) }

  @Test
  func `of too many parts is refused`() {
    let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"
    #expect(form(String(repeating: part, count: MultipartForm.limit) + "--b--") != nil)
    #expect(form(String(repeating: part, count: MultipartForm.limit + 1) + "--b--") == nil)
  }

  @Test(arguments: ["text/plain", "multipart/form-data", "multipart/mixed; boundary=b", ""])
  func `needs its type and boundary`(type: String) {
    let body = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--"
    #expect(MultipartForm(Array(body.utf8), type: type) == nil)
  }
}
