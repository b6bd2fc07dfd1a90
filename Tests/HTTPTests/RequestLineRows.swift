@testable import HTTP

// method SP request-target SP HTTP-version: RFC 9112 sections 2.2, 2.3 and 3, RFC 9110 section 9.
extension GoodRequest {
  static let requestLines: [GoodRequest] = [
    .line("the least there is", "9112 §2.1", "GET / HTTP/1.1"),
    .line("HEAD", "9110 §9.3.2", "HEAD / HTTP/1.1", .head),
    .line("POST without content", "9110 §9.3.3", "POST / HTTP/1.1", .post),
    .line("PUT", "9110 §9.3.4", "PUT / HTTP/1.1", .put),
    .line("DELETE", "9110 §9.3.5", "DELETE / HTTP/1.1", .delete),
    .line("CONNECT", "9110 §9.3.6", "CONNECT a:80 HTTP/1.1", .connect, target: "a:80"),
    .line("OPTIONS", "9110 §9.3.7", "OPTIONS / HTTP/1.1", .options),
    .line("TRACE", "9110 §9.3.8", "TRACE / HTTP/1.1", .trace),
    .line("PATCH", "5789 §2", "PATCH / HTTP/1.1", .patch),
    .line("an empty line before it", "9112 §2.2", "\r\nGET / HTTP/1.1"),
    .line("a later minor version", "9110 §2.5", "GET / HTTP/1.2"),
    .line("the last minor version", "9110 §2.5", "GET / HTTP/1.9"),
    GoodRequest(
      label: "HTTP/1.0 closes", section: "9112 §9.3", bytes: "GET / HTTP/1.0\r\n\r\n", method: .get, keepsAlive: false),
    GoodRequest(
      label: "HTTP/1.0 with Host", section: "9112 §3.2", bytes: "GET / HTTP/1.0\r\nHost: a\r\n\r\n", method: .get,
      keepsAlive: false),
    GoodRequest(
      label: "HTTP/1.0 behind an empty line", section: "9112 §2.2", bytes: "\r\nHEAD / HTTP/1.0\r\n\r\n", method: .head,
      keepsAlive: false),
    GoodRequest(
      label: "HTTP/1.0 with content", section: "9112 §6.2",
      bytes: "POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\nab", body: "ab", keepsAlive: false),
    GoodRequest(
      label: "content with GET", section: "9110 §9.3.1",
      bytes: "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi",
      method: .get, body: "hi"),
    GoodRequest(
      label: "content with HEAD", section: "9110 §9.3.2",
      bytes: "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi", method: .head, body: "hi"),
    GoodRequest(
      label: "content with OPTIONS", section: "9110 §9.3.7",
      bytes: "OPTIONS * HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n", method: .options,
      target: "*", body: "x"),
    GoodRequest(
      label: "content with DELETE", section: "9110 §9.3.5",
      bytes: "DELETE / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", method: .delete, body: "x"),
    GoodRequest(
      label: "content with TRACE", section: "9112 §6",
      bytes: "TRACE / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", method: .trace, body: "x"),
    GoodRequest(
      label: "content with CONNECT", section: "9112 §6",
      bytes: "CONNECT a:1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", method: .connect, target: "a:1", body: "x"
    ),
  ]
}

extension BadRequest {
  static let requestLines: [BadRequest] = [
    BadRequest(
      label: "two empty lines first", section: "9112 §2.2", bytes: "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
      error: .badRequestLine),
    BadRequest(
      label: "LF as an empty line first", section: "9112 §2.2", bytes: "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
      error: .badLineEnd),
    BadRequest(
      label: "CR first", section: "9112 §2.2", bytes: "\rGET / HTTP/1.1\r\nHost: a\r\n\r\n", error: .badLineEnd),
    BadRequest(
      label: "a line of blanks first", section: "9112 §3", bytes: " \r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
      error: .badRequestLine),
    BadRequest(label: "a TLS greeting", section: "9112 §2.2", bytes: "\u{16}\u{3}\u{1}", error: .controlCharacter),
    BadRequest(
      label: "the preface of HTTP/2", section: "9113 §3.4", bytes: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      error: .unknownVersion),
    BadRequest(label: "an answer", section: "9112 §2.1", bytes: "HTTP/1.1 200 OK\r\n\r\n", error: .badRequestLine),
    BadRequest(label: "HTTP/0.9", section: "9112 §3", bytes: "GET /\r\n", error: .badRequestLine),
    .line("only a method", "9112 §3", "GET", .badRequestLine),
    .line("a method and a space", "9112 §3", "GET ", .badRequestLine),
    .line("no method", "9112 §3.1", "/ HTTP/1.1", .badRequestLine),
    .line("a space before the method", "9112 §3", " GET / HTTP/1.1", .badRequestLine),
    .line("a tab before the method", "9112 §3", "\tGET / HTTP/1.1", .badRequestLine),
    .line("no target", "9112 §3", "GET HTTP/1.1", .badRequestLine),
    .line("an empty target", "9112 §3.2", "GET  HTTP/1.1", .badRequestLine),
    .line("two spaces before the target", "9112 §3", "GET  / HTTP/1.1", .badRequestLine),
    .line("two spaces behind the target", "9112 §3", "GET /  HTTP/1.1", .badRequestLine),
    .line("a tab before the target", "9112 §3", "GET\t/ HTTP/1.1", .badRequestLine),
    .line("a tab behind the target", "9112 §3", "GET /\tHTTP/1.1", .badRequestLine),
    .line("a tab and a space behind the target", "9112 §3.2", "GET /\t HTTP/1.1", .badTarget),
    .line("a form feed for a space", "9112 §3", "GET\u{C}/ HTTP/1.1", .controlCharacter),
    .line("a vertical tab for a space", "9112 §3", "GET\u{B}/ HTTP/1.1", .controlCharacter),
    .line("a space in the target", "9112 §3.2", "GET /a b HTTP/1.1", .badRequestLine),
    .line("a second target", "9112 §3", "GET / / HTTP/1.1", .badRequestLine),
    .line("a second version", "9112 §3", "GET / HTTP/1.1 HTTP/1.1", .badRequestLine),
    .line("a space behind the version", "9112 §3", "GET / HTTP/1.1 ", .badRequestLine),
    .line("a tab behind the version", "9112 §3", "GET / HTTP/1.1\t", .badRequestLine),
    .line("no version", "9112 §3", "GET /", .badRequestLine),
    .line("an empty version", "9112 §2.3", "GET / ", .badRequestLine),
    .line("a version in lower case", "9112 §2.3", "GET / http/1.1", .badRequestLine),
    .line("a version in mixed case", "9112 §2.3", "GET / Http/1.1", .badRequestLine),
    .line("another protocol", "9112 §2.3", "GET / HTTPS/1.1", .badRequestLine),
    .line("an older protocol", "9112 §2.3", "GET / RTSP/1.0", .badRequestLine),
    .line("a version without numbers", "9112 §2.3", "GET / HTTP", .badRequestLine),
    .line("a version with nothing behind its slash", "9112 §2.3", "GET / HTTP/", .badRequestLine),
    .line("a version without a minor number", "9112 §2.3", "GET / HTTP/1", .badRequestLine),
    .line("a version that ends with its dot", "9112 §2.3", "GET / HTTP/1.", .badRequestLine),
    .line("a version without a major number", "9112 §2.3", "GET / HTTP/.1", .badRequestLine),
    .line("a minor version of two digits", "9112 §2.3", "GET / HTTP/1.10", .badRequestLine),
    .line("a minor version with a leading zero", "9112 §2.3", "GET / HTTP/1.01", .badRequestLine),
    .line("a major version with a leading zero", "9112 §2.3", "GET / HTTP/01.1", .badRequestLine),
    .line("a version with a comma", "9112 §2.3", "GET / HTTP/1,1", .badRequestLine),
    .line("a version of letters", "9112 §2.3", "GET / HTTP/1.x", .badRequestLine),
    .line("a hexadecimal version", "9112 §2.3", "GET / HTTP/a.1", .badRequestLine),
    .line("a version with a sign", "9112 §2.3", "GET / HTTP/+1.1", .badRequestLine),
    .line("a version with a blank", "9112 §2.3", "GET / HTTP/ 1.1", .badRequestLine),
    .line("HTTP/0.0", "9110 §2.5", "GET / HTTP/0.0", .unknownVersion),
    .line("HTTP/0.9 with a version", "9110 §2.5", "GET / HTTP/0.9", .unknownVersion),
    .line("HTTP/2.0", "9110 §15.6.6", "GET / HTTP/2.0", .unknownVersion),
    .line("HTTP/3.0", "9110 §15.6.6", "GET / HTTP/3.0", .unknownVersion),
    .line("HTTP/9.9", "9110 §15.6.6", "GET / HTTP/9.9", .unknownVersion),
    .line("a method nobody knows", "9110 §9.1", "BREW / HTTP/1.1", .unknownMethod),
    .line("a method of one letter", "9110 §9.1", "G / HTTP/1.1", .unknownMethod),
    .line("the start of a known method", "9110 §9.1", "GE / HTTP/1.1", .unknownMethod),
    .line("a known method with more behind it", "9110 §9.1", "GETS / HTTP/1.1", .unknownMethod),
    .line("a method in lower case", "9110 §9.1", "get / HTTP/1.1", .unknownMethod),
    .line("a method in mixed case", "9110 §9.1", "Post / HTTP/1.1", .unknownMethod),
    .line("every character of a method", "9110 §5.6.2", "!#$%&'*+-.^_`|~09azAZ / HTTP/1.1", .unknownMethod),
    .line("a long method", "9112 §3", String(repeating: "X", count: 300) + " / HTTP/1.1", .unknownMethod),
    .line("a method that is no token", "9110 §9.1", "GE(T / HTTP/1.1", .badRequestLine),
    .line("a method in quotation marks", "9110 §9.1", "\"GET\" / HTTP/1.1", .badRequestLine),
    .line("a method with a colon", "9110 §9.1", "GET: / HTTP/1.1", .badRequestLine),
    .line("a method that is not ASCII", "9110 §9.1", "GÉT / HTTP/1.1", .badRequestLine),
    .line("a byte order mark", "9112 §2.2", "\u{FEFF}GET / HTTP/1.1", .badRequestLine),
    .line("an unknown method with a bad target", "9112 §3", "BREW a HTTP/1.1", .badTarget),
    BadRequest(
      label: "an unknown method without Host", section: "9112 §3.2", bytes: "BREW / HTTP/1.1\r\n\r\n", error: .badHost),
  ]
}
