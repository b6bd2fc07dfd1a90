/// The paths that a Markdown file of the project names, and whether they are there.
enum NamedPath {
  /// What has the look of a path and is none of the project's: what a build makes, a user's own, the terms of others.
  static let elsewhere: Set = [
    ".build/release/model-server", "model.onnx", "model.vectors.json", "models/new", "models/new/label.json",
    "models/new/model.onnx", "models/new/model.vectors.json", "prometheus.io/*", "rows.json", "sbom.cdx.json",
  ]

  /// The paths in a text between backquotes, or in one command.
  static func paths(in text: String) -> [String] {
    let words = text.split { $0.isWhitespace || "\"'=(),;".contains($0) }.map(String.init)
    return words.filter { word in
      word.wholeMatch(of: /[A-Za-z0-9_.*+@-]+(\/[A-Za-z0-9_.*+@-]+)*\/?/) != nil
        && (word.contains("/") || word.firstMatch(of: extensions) != nil)
    }
  }

  /// The paths in commands that begin at the root; others may be of a file that the commands make.
  static func pathsFromRoot(in commands: String, files: [String]) -> [String] {
    let top = Set(files.filter { $0.contains("/") }.map { $0.prefix { $0 != "/" } })
    return paths(in: commands).filter { $0.contains("/") && top.contains($0.prefix { $0 != "/" }) }
  }

  nonisolated(unsafe) private static let extensions =
    /.\.(swift|py|md|sh|ya?ml|json|onnx|lua|c|h|txt|html|css|js|mjs|go|dict|svg)$/

  /// Whether a file of the project has this path from the root or from the folder of the one that names it, a `*` for any
  /// part of a name. A name without a folder may be of a file in any.
  static func exists(_ path: String, namedIn document: String, files: [String]) -> Bool {
    let folder = document.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let name = path.hasSuffix("/") ? String(path.dropLast()) : path
    return files.contains { file in
      matches(file, name) || matches(file, folder + name)
        || (!path.contains("/") && matches(String(file.split(separator: "/").last!), name))
    }
  }

  // Whether a file has the path, or is in the folder of it.
  private static func matches(_ file: String, _ path: String) -> Bool {
    let (parts, wanted) = (file.split(separator: "/"), path.split(separator: "/"))
    return !wanted.isEmpty && parts.count >= wanted.count
      && zip(parts, wanted).allSatisfy { part, wanted in
        let pieces = wanted.split(separator: "*", omittingEmptySubsequences: false)
        if pieces.count == 1 { return part == wanted }
        return part.hasPrefix(pieces.first!) && part.hasSuffix(pieces.last!) && part.count >= wanted.count - 1
      }
  }
}
