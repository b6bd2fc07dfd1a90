import Foundation
import PackagePlugin

// Names the files of the target's page and the Swift file made of them; reads none itself.
@main
struct GeneratePage: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let tool = try context.tool(named: "generate-page").url
    let folder = target.directoryURL.appending(path: "Page")
    let files = ["docs.html", "docs.css", "docs.js"].map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "DocsPage.swift")
    return [
      .buildCommand(
        displayName: "Compiling docs.html", executable: tool, arguments: (files + [output]).map(\.path),
        inputFiles: [tool] + files, outputFiles: [output])
    ]
  }
}
