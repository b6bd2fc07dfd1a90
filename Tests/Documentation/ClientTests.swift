import Testing

/// The clients in the README are those that run against a server.
struct ClientTests {
  private static let clients = Repository.files.filter { $0.hasPrefix("Tests/Clients/") }

  private func code(_ path: String) throws -> [(line: Int, language: String, text: String)] {
    MarkdownBlock.blocks(of: try Repository.text(path)).compactMap {
      if case .code(let language, let text) = $0.kind { ($0.line, language, text) } else { nil }
    }
  }

  @Test(arguments: ["README.md", "README.ja.md"])
  func everyClientIsShownAsItIs(_ readme: String) throws {
    #expect(Self.clients.count >= 6)
    let shown = try code(readme).map(\.text)
    for client in Self.clients {
      #expect(shown.contains(try Repository.text(client)), "\(readme) does not show \(client) as it is")
    }
  }

  @Test(arguments: ["README.md", "README.ja.md"])
  func everyProgramShownIsAClient(_ readme: String) throws {
    let texts = try Self.clients.map(Repository.text)
    for (line, language, text) in try code(readme) where !["", "sh"].contains(language) {
      #expect(texts.contains(text), "\(readme):\(line): no file of Tests/Clients")
    }
  }

  @Test func everyClientIsRun() throws {
    let script = try Repository.text("Tests/EndToEnd/scripts/check-readme.sh")
    for client in Self.clients { #expect(script.contains(client.dropFirst("Tests/Clients/".count)), "\(client)") }
  }
}
