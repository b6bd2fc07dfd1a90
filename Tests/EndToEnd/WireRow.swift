import Testing

/// Bytes to send and what must come back.
struct WireRow: CustomTestStringConvertible, Sendable {
  let label: String
  let section: String
  let bytes: String
  let status: Int

  init(_ label: String, _ section: String, _ bytes: String, _ status: Int) {
    self.label = label
    self.section = section
    self.bytes = bytes
    self.status = status
  }

  var testDescription: String { "\(label), RFC \(section)" }
}

// The requests that rows and tests are made of.
extension WireRow {
  static let body = #"{"data":[[5.1,3.5,1.4,0.2]]}"#
  static let health = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"

  static func post(_ target: String, _ fields: String = "", _ content: String = body) -> String {
    "POST \(target) HTTP/1.1\r\nHost: a\r\n\(fields)Content-Length: \(content.utf8.count)\r\n\r\n\(content)"
  }

  static func postChunked(_ target: String, _ fields: String = "", _ content: String = body) -> String {
    let chunks = content.utf8.map { "1;x\r\n\(Character(UnicodeScalar($0)))\r\n" }.joined()
    return "POST \(target) HTTP/1.1\r\nHost: a\r\n\(fields)Transfer-Encoding: chunked\r\n\r\n\(chunks)0\r\nA: b\r\n\r\n"
  }
}

extension WireRow {
  static let badRequests: [WireRow] = [
    WireRow("a bare LF", "9112 §2.2", "GET / HTTP/1.1\nHost: a\r\n\r\n", 400),
    WireRow("a null byte", "9110 §5.5", "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 400),
    WireRow("no version", "9112 §3", "GET /\r\n\r\n", 400),
    WireRow("a bad target", "9112 §3.2", "GET /\"HTTP\" HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    WireRow("no Host", "9112 §3.2", "GET / HTTP/1.1\r\n\r\n", 400),
    WireRow("two Hosts", "9112 §3.2", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
    WireRow("a bad Host", "9112 §3.2", "GET / HTTP/1.1\r\nHost: [::::]\r\n\r\n", 400),
    WireRow("obs-fold", "9112 §5.2", "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n z\r\n\r\n", 400),
    WireRow("a blank before a colon", "9112 §5.1", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
    WireRow("two lengths", "9112 §6.3", post("/predict", "Content-Length: 28\r\n"), 400),
    WireRow("a bad length", "9112 §6.3", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nabcde", 400),
    WireRow("a length and chunks", "9112 §6.1", post("/predict", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400),
    WireRow("chunks and a length", "9112 §6.1", postChunked("/predict", "Content-Length: 4\r\n"), 400),
    WireRow(
      "chunks before another coding", "9112 §6.3",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n", 400),
    WireRow("chunks with HTTP/1.0", "9112 §6.1", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    WireRow(
      "a bad chunk size", "9112 §7.1",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n", 400),
    WireRow(
      "a bad chunk extension", "9112 §7.1.1",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;\r\na\r\n0\r\n\r\n", 400),
    WireRow(
      "a chunk that is too long", "9112 §7.1",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n", 400),
    WireRow(
      "a bad trailer", "9112 §7.1.2", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nx\r\n\r\n",
      400),
    WireRow(
      "too much content", "9110 §15.5.14", "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", 413),
    WireRow(
      "too large a chunk", "9110 §15.5.14",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n", 413),
    WireRow(
      "too long a target", "9110 §15.5.15",
      "GET /" + String(repeating: "x", count: 9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    WireRow("an unknown expectation", "9110 §10.1.1", "GET / HTTP/1.1\r\nHost: a\r\nExpect: x\r\n\r\n", 417),
    WireRow("https without TLS", "9110 §7.4", "GET https://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 421),
    WireRow(
      "too many fields", "6585 §5",
      "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: y\r\n", count: 101) + "\r\n", 431),
    WireRow("an unknown method", "9110 §9.1", "BREW / HTTP/1.1\r\nHost: a\r\nContent-Length: 33\r\n\r\n" + health, 501),
    WireRow(
      "an unknown coding", "9112 §6.1",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
    WireRow("a tunnel", "9110 §9.3.6", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    WireRow("another version", "9110 §15.6.6", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
  ]

  static let refusals: [WireRow] = [
    WireRow("a bad body", "9110 §15.5.1", post("/predict", "", "hello"), 400),
    WireRow("a bad body in chunks", "9112 §7.1", postChunked("/predict", "", "hello"), 400),
    WireRow("a request for a body", "9112 §6.2", post("/predict", "", health), 400),
    WireRow("an unknown path", "9110 §15.5.5", post("/nope"), 404),
    WireRow("an unknown path with chunks", "9110 §15.5.5", postChunked("/nope"), 404),
    WireRow("an unknown path with a request for a body", "9112 §6.3", post("/nope", "", health), 404),
    WireRow("an encoded slash in a path", "3986 §2.2", "GET /predict%2Ftest HTTP/1.1\r\nHost: a\r\n\r\n", 404),
    WireRow("another method", "9110 §15.5.6", post("/health"), 405),
    WireRow("another method with chunks", "9110 §15.5.6", postChunked("/health"), 405),
    WireRow(
      "content with GET", "9110 §9.3.1", "GET /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 33\r\n\r\n" + health, 405),
    WireRow(
      "TRACE with content", "9110 §9.3.8", "TRACE / HTTP/1.1\r\nHost: a\r\nContent-Length: 33\r\n\r\n" + health, 405),
    WireRow("a type that is not JSON", "9110 §15.5.16", post("/predict", "Content-Type: text/plain\r\n"), 415),
    WireRow("such a type with chunks", "9110 §15.5.16", postChunked("/predict", "Content-Type: text/plain\r\n"), 415),
    WireRow("a malformed type", "9110 §8.3.1", post("/predict", "Content-Type: application/json;a\r\n"), 415),
    WireRow("an unknown content coding", "9110 §8.4", post("/predict", "Content-Encoding: gzip\r\n"), 415),
    WireRow("an empty body", "9110 §15.5.21", post("/predict", "", ""), 422),
    WireRow("an empty body in chunks", "9110 §15.5.21", postChunked("/predict", "", "{}"), 422),
  ]

  static let accepted: [WireRow] = [
    WireRow(
      "absolute-form of any host", "9112 §3.2.2", "GET http://elsewhere:1/health HTTP/1.1\r\nHost: a\r\n\r\n", 200),
    WireRow("absolute-form without a path", "9112 §3.2.2", "GET http://a HTTP/1.1\r\nHost: a\r\n\r\n", 200),
    WireRow("encoded letters", "3986 §6.2.2.2", "GET /%68e%61lth HTTP/1.1\r\nHost: a\r\n\r\n", 200),
    WireRow("an empty line first", "9112 §2.2", "\r\n" + health, 200),
    WireRow("a later minor version", "9110 §2.5", "GET /health HTTP/1.7\r\nHost: a\r\n\r\n", 200),
    WireRow("an IPv6 host", "9110 §7.2", "GET /health HTTP/1.1\r\nHost: [fe80::1]:8000\r\n\r\n", 200),
    WireRow(
      "content with GET", "9110 §9.3.1", "GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: 33\r\n\r\n" + health, 200),
    WireRow(
      "chunks with GET", "9110 §9.3.1",
      "GET /health HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 200),
    WireRow(
      "chunks and an empty list element", "9110 §5.6.1.2", postChunked("/predict", "Transfer-Encoding: ,\r\n"), 200),
    WireRow("content of no coding", "9110 §8.4", post("/predict", "Content-Encoding: identity,\r\n"), 200),
    WireRow(
      "an upgrade nobody offers", "9110 §7.8",
      "GET /health HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n", 200),
    WireRow("a range", "9110 §14.2", "GET /health HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\n\r\n", 200),
    WireRow(
      "an expectation without content", "9110 §10.1.1",
      "GET /health HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n", 200),
    WireRow("HTTP/1.0 that stays", "9112 §9.3", "GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", 200),
  ]
}
