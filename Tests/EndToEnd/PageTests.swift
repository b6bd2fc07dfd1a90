import Foundation
import Testing

/// The page at `/docs` as a browser gets it.
struct PageTests {
  private let server: ServerProcess
  private let client: Client

  init() throws {
    server = try ServerProcess()
    client = try Client(server)
  }

  /// What stands between the tags of an element that stands once.
  private func content(of element: String, in page: String) throws -> String {
    let parts = page.components(separatedBy: "<\(element)>")
    try #require(parts.count == 2, "<\(element)> stands once")
    return try #require(parts[1].components(separatedBy: "</\(element)>").first)
  }

  /// The digest by coreutils, which share no code with the generator.
  private func digest(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let digits = Array(
      String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).utf8.prefix(64))
    process.waitUntilExit()
    let bytes = try stride(from: 0, to: 64, by: 2).map {
      try #require(UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16))
    }
    return "'sha256-\(Data(bytes).base64EncodedString())'"
  }

  @Test func thePolicyAllowsThePageAndNothingElse() throws {
    let answer = try client.get("/docs")
    #expect(answer.fields["content-type"] == "text/html; charset=utf-8")
    #expect(answer.fields["x-content-type-options"] == "nosniff")
    let script = try digest(content(of: "script", in: answer.body))
    let style = try digest(content(of: "style", in: answer.body))
    #expect(
      answer.fields["content-security-policy"]
        == "default-src 'none'; script-src \(script); style-src \(style); connect-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'")
  }

  @Test func thePageIsSmallAndComplete() throws {
    let page = try client.get("/docs").body
    #expect(page.utf8.count < 20_000)
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("src="), "asks nobody else")
  }

  @Test func noOtherAnswerHasAPolicy() throws {
    for path in ["/", "/openapi.json", "/metrics", "/nope"] {
      #expect(try client.get(path).fields["content-security-policy"] == nil, "\(path)")
    }
  }
}
