import Testing

@testable import Generator

/// From a page with its style and script to Swift.
struct PageTests {
  private static let html = #"<link rel="stylesheet" href="a.css"><script src="a.js"></script>"#

  private func generate(_ html: String = html, _ css: String = "b{}", _ js: String = "") throws -> String {
    try generatePage(
      SourceFile(path: "x/a.html", bytes: Array(html.utf8)), style: SourceFile(path: "x/a.css", bytes: Array(css.utf8)),
      script: SourceFile(path: "x/a.js", bytes: Array(js.utf8)), typeName: "Page")
  }

  @Test func styleAndScriptAreInThePageAndTheirDigestsInThePolicy() throws {
    let text = try generate()
    #expect(text.contains("enum Page {"))
    #expect(text.contains(#"static var content: StaticString { "<style>b{}</style><script></script>" }"#))
    // FIPS 180-4: the digest of no bytes.
    #expect(text.contains("script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "))
    #expect(try generate() == text, "the same input gives the same text")
    #expect(try generate(Self.html, "c{}") != text)
  }

  @Test func whatIsNoASCIIIsEscaped() throws {
    #expect(try generate(Self.html, "/*é\n*/").contains(#"<style>/*\u{e9}\u{a}*/</style>"#))
  }

  @Test(arguments: [
    (
      "no reference", "<p>", "", "",
      #"x/a.html:1:1: error: <link rel="stylesheet" href="a.css"> stands 0 times in it, not once"#
    ),
    (
      "two scripts", html + #"<script src="a.js"></script>"#, "", "",
      #"x/a.html:1:1: error: <script src="a.js"></script> stands 2 times in it, not once"#
    ),
    ("an early end of the style", html, "</STYLE >", "", "x/a.css:1:1: error: </style would end it early"),
    ("an early end of the script", html, "", "'</script>'", "x/a.js:1:1: error: </script would end it early"),
    (
      "a carriage return", html, "", "a\r\nb",
      "x/a.js:1:1: error: a carriage return, which browsers change to a line feed"
    ),
  ])
  func refuses(_ label: String, _ html: String, _ css: String, _ js: String, _ message: String) {
    let error = #expect(throws: Diagnostic.self) { try generate(html, css, js) }
    #expect(error?.description == message)
  }
}
