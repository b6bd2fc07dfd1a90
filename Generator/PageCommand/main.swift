import Foundation
import Generator

// generate-page: reads a page with its style and script, writes Swift. Exit code 1: they cannot be put together; 2: bad usage.

let paths = Array(CommandLine.arguments.dropFirst())
guard paths.count == 4 else {
  FileHandle.standardError.write(Data("Usage: generate-page <file.html> <file.css> <file.js> <output.swift>\n".utf8))
  exit(2)
}

do throws(Diagnostic) {
  let text = try generatePage(
    SourceFile(reading: paths[0]), style: SourceFile(reading: paths[1]), script: SourceFile(reading: paths[2]),
    typeName: URL(fileURLWithPath: paths[3]).deletingPathExtension().lastPathComponent)
  try SourceFile(path: paths[3], bytes: Array(text.utf8)).write()
} catch {
  FileHandle.standardError.write(Data((error.description + "\n").utf8))
  exit(1)
}
