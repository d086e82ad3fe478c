import Foundation
import PackagePlugin

/// Compiles the data of `schemas/` into the `Seasons` target, so that one program file is enough.
@main
struct EmbedSchemas: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "schemas")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSchemas.swift")
    let files = FileManager.default.subpaths(atPath: root.path())?.filter { $0.hasSuffix(".json") } ?? []
    return [
      .buildCommand(
        displayName: "Embedding schemas",
        executable: try context.tool(named: "embed-schemas").url,
        arguments: [root.path(), output.path()],
        inputFiles: files.sorted().map { root.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
