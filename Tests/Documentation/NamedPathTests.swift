import Testing

struct NamedPathTests {
  static let documents = Repository.files.filter { $0.hasSuffix(".md") }

  /// What the blocks of a document name, with their lines.
  private func paths(_ document: String) throws -> [(line: Int, path: String)] {
    MarkdownBlock.blocks(of: try Repository.text(document)).flatMap { block in
      var paths = block.inlineCode.flatMap(NamedPath.paths)
      if case .code("sh", let commands) = block.kind {
        paths += NamedPath.pathsFromRoot(in: commands, files: Repository.files)
      }
      return paths.map { (block.line, $0) }
    }
  }

  @Test(arguments: documents)
  func everyPathNamedIsThere(_ document: String) throws {
    for (line, path) in try paths(document) where !NamedPath.elsewhere.contains(path) {
      // Not within the expectation, which would print the whole list.
      let exists = NamedPath.exists(path, namedIn: document, files: Repository.files)
      #expect(exists, "\(document):\(line): no \(path)")
    }
  }

  @Test(arguments: documents)
  func everyLinkLeadsSomewhere(_ document: String) throws {
    for block in MarkdownBlock.blocks(of: try Repository.text(document)) {
      for link in block.links where !link.hasPrefix("https://") {
        let path = String(link.prefix { $0 != "#" })
        #expect(
          path.isEmpty || NamedPath.exists(path, namedIn: document, files: Repository.files),
          "\(document):\(block.line): no \(path)")
      }
    }
  }

  @Test func whatIsElsewhereIsNamedAndNotHere() throws {
    #expect(Set(try Self.documents.flatMap(paths).map(\.path)).isSuperset(of: NamedPath.elsewhere))
    for path in NamedPath.elsewhere { #expect(!NamedPath.exists(path, namedIn: "", files: Repository.files)) }
  }

  @Test(
    arguments: [
      ("Sources/A.swift", ["Sources/A.swift"]),
      ("run Tests/a --b c.py", ["Tests/a", "c.py"]),
      ("A=x/y.onnx B='z.json' make", ["x/y.onnx", "z.json"]),
      ("*_rules.py", ["*_rules.py"]),
      ("k8s/", ["k8s/"]),
      ("Route.allCases", []),
      ("/v2/health", []),
      ("http://localhost:8000/a.json", []),
      ("swift test", []),
      ("…/a", []),
    ] as [(String, [String])])
  func findsPaths(_ text: String, _ paths: [String]) {
    #expect(NamedPath.paths(in: text) == paths)
  }

  @Test(
    arguments: [
      ("a/b/c.swift", "README.md", true),
      ("a/b", "README.md", true),
      ("a/b/", "README.md", true),
      ("b/c.swift", "README.md", false),
      ("b/c.swift", "a/README.md", true),
      ("c.swift", "README.md", true),
      ("a/*/c.swift", "README.md", true),
      ("a/b/*.swift", "README.md", true),
      ("a/b/*.py", "README.md", false),
      ("*Rows.py", "README.md", true),
      ("*ows.pyc", "README.md", false),
      ("a/b/c", "README.md", false),
      ("a/b/c.swift/d", "README.md", false),
      ("", "README.md", false),
    ] as [(String, String, Bool)])
  func tellsWhatIsThere(_ path: String, _ document: String, _ isThere: Bool) {
    #expect(NamedPath.exists(path, namedIn: document, files: ["a/b/c.swift", "d/FewRows.py"]) == isThere, "\(path)")
  }
}
