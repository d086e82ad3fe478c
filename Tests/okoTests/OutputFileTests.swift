import Foundation
import Testing

/// What becomes of files that are written, and of those that are not.
@Suite struct `An output file` {
  /// A folder with a clean job in it, and the line that converts it but for the output.
  private func job(_ body: (Program, String) throws -> Void) throws {
    let job = try #require(
      Job.all("clean").first { $0.form != nil && $0.flags.isEmpty && $0.files.count == 1 })
    let program = try Program()
    defer { program.remove() }
    let arguments = try job.arguments(in: program)
    try body(program, "oko convert " + arguments.map { "'\($0)'" }.joined(separator: " "))
  }

  @Test func `is written whole, with nothing beside it`() throws {
    try job { program, line throws in
      let before = try program.names()
      let answer = try program.shell("\(line) -o out.xlsx")
      #expect(answer.exit == 0, "\(answer.error)")
      #expect(try program.names() == before.union(["out.xlsx"]))
    }
  }

  @Test func `replaces an older one only by a proven one`() throws {
    try job { program, line throws in
      #expect(try program.shell(": > out.xlsx; \(line) -o out.xlsx").exit == 0)
      let proven = try Data(contentsOf: program.folder.appending(path: "out.xlsx"))
      // A filled form, the empty one, and one that was saved by another program give way.
      #expect(try program.shell("\(line) -o out.xlsx").exit == 0)
      #expect(try program.shell("cp Форма*.xlsx out.xlsx; chmod u+w out.xlsx; \(line) -o out.xlsx").exit == 0)
      #expect(try Data(contentsOf: program.folder.appending(path: "out.xlsx")) == proven)
      let other = Job.root.appending(path: "forms/libreoffice").path
      #expect(
        try program.shell("cp '\(other)'/*\"Математика 4\"*.xlsx out.xlsx; \(line) -o out.xlsx").exit == 0)
      #expect(try Data(contentsOf: program.folder.appending(path: "out.xlsx")) == proven)
    }
    let job = try #require(Job.all("broken").first { $0.folder.lastPathComponent == "SCR004" })
    let program = try Program()
    defer { program.remove() }
    let arguments = try job.arguments(in: program).map { "'\($0)'" }.joined(separator: " ")
    let before = try program.names()
    #expect(try program.shell("echo old > out.xlsx; oko convert \(arguments) -o out.xlsx").exit == 5)
    #expect(try program.shell("cat out.xlsx").out == "old\n")
    #expect(try program.names() == before.union(["out.xlsx"]))
  }

  @Test func `takes the place of a form, and of no other file`() throws {
    try job { program, line throws in
      let filled = "cp '\(Job.root.appending(path: "forms/filled").path)'/*\"Математика 4\"*.xlsx out.xlsx"
      // The last is a form in which other participants stand.
      for make in [
        "echo old > out.xlsx", "cp \"$T\" out.xlsx", "oko blank roster --count 5 -o out.xlsx", filled,
      ] {
        let answer = try program.shell(
          "T=$(ls | grep -v Форма | head -1); rm -f out.xlsx; \(make); chmod u+w out.xlsx; cp out.xlsx old; \(line) -o out.xlsx"
        )
        #expect(answer.exit == 2 && answer.error.contains("out.xlsx"), "\(make): \(answer.error)")
        #expect(answer.out.contains("Форма не записана.\n") && !answer.out.contains("сначала исправьте"))
        #expect(try program.shell("cmp old out.xlsx").exit == 0, "\(make)")
      }
    }
  }

  @Test(arguments: ["\"$F\"", "./\"$F\"", "link.xlsx", "../\"${PWD##*/}\"/\"$F\"", "hard.xlsx"])
  func `is never one of the inputs, by whatever path`(path: String) throws {
    try job { program, line throws in
      let form = try #require(try program.names().first { $0.hasPrefix("Форма") })
      let before = try Data(contentsOf: program.folder.appending(path: form))
      let answer = try program.shell(
        "F='\(form)'; ln -s \"$F\" link.xlsx; ln \"$F\" hard.xlsx; \(line) -o \(path)")
      #expect(answer.exit == 2 && !answer.error.isEmpty && answer.out.isEmpty)
      #expect(try Data(contentsOf: program.folder.appending(path: form)) == before)
    }
  }

  @Test func `that cannot be written leaves nothing behind`() throws {
    try job { program, line throws in
      let before = try program.names()
      #expect(try program.shell("\(line) -o none/out.xlsx").exit == 2)
      #expect(try program.shell("\(line) -o /proc/out.xlsx").exit != 0)
      #expect(try program.shell("mkdir folder; \(line) -o folder").exit == 2)
      #expect(try program.names() == before.union(["folder"]))
      // A file that may grow to 2 blocks only.
      let full = try program.shell("ulimit -f 2; \(line) -o out.xlsx")
      #expect(full.exit == 70 && !full.error.isEmpty)
      #expect(try program.names() == before.union(["folder"]))
    }
  }

  @Test func `may be stdout, with nothing else on it`() throws {
    try job { program, line throws in
      let before = try program.names()
      let answer = try program.shell(
        "\(line) -o out.xlsx > said.txt && \(line) -o - > piped.xlsx && cmp out.xlsx piped.xlsx")
      #expect(answer.exit == 0, "\(answer.out)")
      #expect(try program.names() == before.union(["out.xlsx", "piped.xlsx", "said.txt"]))
    }
  }

  @Test func `is kept when nothing more can be said on stdout, and that is said`() throws {
    try job { program, line throws in
      let answer = try program.shell("\(line) -o out.xlsx > /dev/full; echo $? >&2; ls out.xlsx")
      #expect(answer.out.hasPrefix("out.xlsx"))
      #expect(answer.error.hasPrefix("Ответ не выведен целиком") && answer.error.hasSuffix("70\n"))
    }
  }

  @Test func `sweeps what a killed run has left in its folder, and nothing else`() throws {
    try job { program, line throws in
      let keep = [".out.xlsx.1.part", ".part", "out.999999999.part", ".a.b.part", ".a.999999999.parts"]
      let gone = [".out.xlsx.999999999.part", ".Форма 5.xlsx.999999998.part"]
      let made = (keep + gone).map { "'\($0)'" }.joined(separator: " ")
      let before = try program.names()
      // A folder of that name is somebody's own.
      let answer = try program.shell(
        "touch \(made); mkdir .c.999999999.part; \(line) -o out.xlsx")
      #expect(answer.exit == 0)
      #expect(try program.names() == before.union(keep).union(["out.xlsx", ".c.999999999.part"]))
    }
  }

  @Test(arguments: ["KILL", "TERM", "INT", "HUP"])
  func `is whole or not there when the run is ended at any time`(signal: String) throws {
    try job { program, line throws in
      let form = try program.shell("\(line) -o whole.xlsx").exit
      #expect(form == 0)
      for delay in stride(from: 0, to: 60, by: 6) {
        let answer = try program.shell(
          """
          rm -f out.xlsx; \(line.replacingOccurrences(of: "oko convert", with: "\"$OKO\" convert")) -o out.xlsx & p=$!
          sleep 0.0\(delay < 10 ? "0" : "")\(delay); kill -\(signal) $p; wait $p
          [ ! -e out.xlsx ] || cmp out.xlsx whole.xlsx
          """)
        #expect(answer.exit == 0, "\(answer.error)")
      }
      #expect(
        try program.shell("\(line) -o out.xlsx && cmp out.xlsx whole.xlsx && ls -A | grep -c part").exit == 1)
    }
  }
}
