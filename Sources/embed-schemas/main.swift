import Foundation

// Usage: embed-schemas SCHEMAS OUTPUT — writes one Swift file that holds every data file of `schemas/`.
// JSON Schemas themselves are for people and checks: they stay out of the program.

let root = URL(filePath: CommandLine.arguments[1])
let output = URL(filePath: CommandLine.arguments[2])
let paths = (FileManager.default.subpaths(atPath: root.path()) ?? [])
  .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }
  .sorted()

guard !paths.isEmpty else {
  FileHandle.standardError.write(Data("embed-schemas: there is no data in \(root.path())\n".utf8))
  exit(1)
}

var source = "// Made by embed-schemas from schemas/.\n\n"
source += "let embeddedSchemas: [(path: String, json: StaticString)] = [\n"
for path in paths {
  let json = try String(contentsOf: root.appending(path: path), encoding: .utf8)
  source += "  (\"\(path)\", ###\"\"\"\n\(json)\n\"\"\"###),\n"
}
source += "]\n"
try Data(source.utf8).write(to: output)
