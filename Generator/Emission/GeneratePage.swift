import Foundation

/// Compiles a page to Swift, with style and script in it and a policy that names their digests.
/// ページを Swift に変換する。スタイルとスクリプトを埋め込み、そのダイジェストだけを許すポリシーを添える。
///
/// By the policy a browser runs these two and nothing else.
///
/// - Parameters:
///   - page: HTML with `<link rel="stylesheet" href="…">` and `<script src="…"></script>`, each once and on the other two files.
///   - typeName: The name of the generated type, a Swift identifier.
public func generatePage(
  _ page: SourceFile, style: SourceFile, script: SourceFile, typeName: String
) throws(Diagnostic) -> String {
  let styleText = try text(of: style, without: "</style")
  let scriptText = try text(of: script, without: "</script")
  var html = try text(of: page, without: "\0")
  let styleReference = "<link rel=\"stylesheet\" href=\"\(style.name)\">"
  html = try html.replacingOnce(styleReference, by: "<style>\(styleText)</style>", of: page)
  let scriptReference = "<script src=\"\(script.name)\"></script>"
  html = try html.replacingOnce(scriptReference, by: "<script>\(scriptText)</script>", of: page)
  let policy = [
    "default-src 'none'", "script-src \(source(script))", "style-src \(source(style))", "connect-src 'self'",
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")
  var writer = SwiftWriter()
  writer.line("// DO NOT EDIT: generated from \([page, style, script].map(\.name).joined(separator: ", ")).")
  writer.line("//")
  writer.line("// swift-format-ignore-file")
  writer.line()
  writer.scope("enum \(typeName) {") { writer in
    writer.line("static var content: StaticString { \(SwiftLiteral.string(html)) }")
    writer.line("static var contentSecurityPolicy: StaticString { \(SwiftLiteral.string(policy)) }")
  }
  return writer.text
}

extension SourceFile {
  fileprivate var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

// A file's text, which stands in the page as it is: a browser takes the digest of what it has parsed.
private func text(of file: SourceFile, without end: String) throws(Diagnostic) -> String {
  guard let text = String(validating: file.bytes, as: UTF8.self) else {
    throw Diagnostic(file: file.path, message: "no UTF-8")
  }
  if text.utf8.contains(UInt8(ascii: "\r")) {
    throw Diagnostic(file: file.path, message: "a carriage return, which browsers change to a line feed")
  }
  if text.lowercased().contains(end) { throw Diagnostic(file: file.path, message: "\(end) would end it early") }
  return text
}

extension String {
  fileprivate func replacingOnce(
    _ reference: String, by element: String, of page: SourceFile
  ) throws(Diagnostic) -> String {
    let parts = components(separatedBy: reference)
    guard parts.count == 2 else {
      throw Diagnostic(file: page.path, message: "\(reference) stands \(parts.count - 1) times in it, not once")
    }
    return parts.joined(separator: element)
  }
}

// A source expression of Content Security Policy Level 3, section 2.3.1.
private func source(_ file: SourceFile) -> String {
  "'sha256-\(Data(SHA256.digest(file.bytes)).base64EncodedString())'"
}
